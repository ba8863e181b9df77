package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thiosim.chart.Polyline.Point;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.Simulator;

/** The geometry of the pathways of all scenarios of one patient. */
class PathwaysOfScenariosTest {
    private static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));
    private static final double CLEARLY = 0.3;
    private static List<Drawing> drawings = List.of();

    /** One arm of one pathway. */
    private record Drawing(String name, PathwayPanel panel, PathwayArm arm) {}

    @BeforeAll
    static void draw() {
        drawings = Stream.of("single", "teaching")
                .flatMap(folder -> files(Path.of("scenarios", folder)).stream())
                .parallel()
                .flatMap(PathwaysOfScenariosTest::drawings)
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Drawing> drawings(Path file) {
        RunRecord run = RunRecord.of(
                Simulator.run(ScenarioFile.read(file, LIBRARY, List.of()).scenario()));
        return PathwayPanel.of(run).stream()
                .flatMap(p -> PathwayLayout.arms(p, PathwayLayout.sized(p, ChartStyle.STANDARD)).stream()
                        .map(a -> new Drawing(file + " " + p.arms(), p, a)));
    }

    @Test
    void everyLabelStandsNearestToItsOwnArrow() {
        List<String> strays = new ArrayList<>();
        int labels = 0;
        for (Drawing drawing : drawings) {
            for (PathwayArm.Drawn one : drawing.arm.drawn()) {
                if (one.label().isPresent()) {
                    labels++;
                    Box label = one.label().get();
                    double own = one.way().distance(label);
                    double other = drawing.arm.drawn().stream()
                            .filter(o -> o != one)
                            .mapToDouble(o -> o.way().distance(label))
                            .min()
                            .orElseThrow();
                    if (other < own + CLEARLY || own > 30) {
                        strays.add(drawing.name + " " + drawing.panel.graph().carrier(one.edge()) + ": " + own
                                + " px, another " + other);
                    }
                }
            }
        }
        assertThat(labels).isGreaterThan(1000);
        assertThat(strays).isEmpty();
    }

    @Test
    void nodesSideBySideHaveTheSameOrderInEveryPicture() {
        Map<Set<String>, List<String>> orders = new HashMap<>();
        for (Drawing drawing : drawings) {
            Map<String, Box> boxes = drawing.arm.boxes();
            for (String one : boxes.keySet()) {
                for (String other : boxes.keySet()) {
                    Box left = boxes.get(one);
                    Box right = boxes.get(other);
                    if (left.middle() == right.middle() && left.left() < right.left()) {
                        List<String> order = List.of(name(drawing, one), name(drawing, other));
                        assertThat(orders.computeIfAbsent(Set.copyOf(order), k -> order))
                                .as(drawing.name)
                                .isEqualTo(order);
                    }
                }
            }
        }
        assertThat(orders).hasSizeGreaterThan(10);
    }

    private static String name(Drawing drawing, String id) {
        FlowGraph.Node node = drawing.panel.graph().nodes().get(id);
        return node.label() + " " + node.place();
    }

    @Test
    void arrowsOfOneDrugDoNotCross() {
        List<Drawing> ofOneDrug = drawings.stream()
                .filter(d -> d.panel.graph().nodes().values().stream()
                        .noneMatch(n -> n.label().equals("6-TG")))
                .toList();
        assertThat(ofOneDrug).hasSizeGreaterThan(50);
        for (Drawing drawing : ofOneDrug) {
            List<PathwayArm.Drawn> arrows = drawing.arm.drawn();
            long crossings = IntStream.range(0, arrows.size())
                    .mapToLong(i -> arrows.subList(i + 1, arrows.size()).stream()
                            .filter(o ->
                                    cross(arrows.get(i).way().points(), o.way().points()))
                            .count())
                    .sum();
            assertThat(crossings).as(drawing.name).isZero();
        }
    }

    private static boolean cross(List<Point> one, List<Point> other) {
        for (int i = 0; i + 1 < one.size(); i++) {
            Point a = one.get(i);
            Point b = one.get(i + 1);
            for (int k = 0; k + 1 < other.size(); k++) {
                Point c = other.get(k);
                Point d = other.get(k + 1);
                if (Line2D.linesIntersect(a.x(), a.y(), b.x(), b.y(), c.x(), c.y(), d.x(), d.y())) {
                    return true;
                }
            }
        }
        return false;
    }
}
