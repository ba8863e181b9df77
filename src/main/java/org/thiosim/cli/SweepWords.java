package org.thiosim.cli;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.thiosim.chart.PhaseWords;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SweepPoint;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.units.Clock;

/** What the numbers of a sweep are and when they were read, in words. */
final class SweepWords {
    private static final String NOT_REPEATED = "no repeated dose";

    private SweepWords() {}

    /**
     * What is shown of an observable, for example {@code at week 20, before a dose due then}; where arms are dosed at
     * unlike intervals, these with it.
     */
    static String of(List<SweepPoint> points, boolean mean) {
        boolean repeated = points.stream()
                .flatMap(p -> p.reading().spans().values().stream())
                .anyMatch(s -> s.interval().isPresent());
        String unlike = unlike(points);
        if (mean) {
            return "mean " + (repeated ? "of the last dosing interval" : "of the last phase") + " up to " + time(points)
                    + unlike;
        }
        return "at " + time(points) + (repeated ? ", before a dose due then" + unlike : "");
    }

    /** Contraindications of the arms drawn, each with those that it concerns, and the values of the setting where these are not all. */
    static List<String> cautions(List<SweepPoint> points, List<TimeCourse> drawn) {
        Set<String> arms = drawn.stream().map(TimeCourse::arm).collect(Collectors.toSet());
        Map<String, Map<String, List<String>>> concerned = new LinkedHashMap<>();
        for (SweepPoint point : points) {
            for (RunRecord.Treatment arm : RunRecord.of(point.result()).arms()) {
                arm.contraindications().stream()
                        .filter(text -> arms.contains(arm.arm()))
                        .forEach(text -> concerned
                                .computeIfAbsent(text, k -> new LinkedHashMap<>())
                                .computeIfAbsent(arm.arm(), k -> new ArrayList<>())
                                .add(point.value()));
            }
        }
        return concerned.entrySet().stream()
                .map(e -> e.getValue().entrySet().stream()
                                .map(a -> a.getKey()
                                        + (a.getValue().size() < points.size()
                                                ? " (" + String.join(", ", a.getValue()) + ")"
                                                : ""))
                                .collect(Collectors.joining(", "))
                        + ": " + e.getKey())
                .toList();
    }

    /** The time of reading; the first and the last where it differs between the values of the setting. */
    static String time(List<SweepPoint> points) {
        List<String> times = points.stream()
                .mapToDouble(p -> p.reading().hour())
                .distinct()
                .sorted()
                .mapToObj(PhaseWords::time)
                .toList();
        return times.size() == 1 ? times.get(0) : times.get(0) + " to " + times.get(times.size() - 1) + ", by its end";
    }

    private static String unlike(List<SweepPoint> points) {
        Map<String, String> intervals = new LinkedHashMap<>();
        for (ArmResult arm : points.get(0).result().arms()) {
            intervals.put(
                    arm.arm().name(),
                    points.stream()
                            .map(p -> interval(p.span(arm).interval()))
                            .distinct()
                            .collect(Collectors.joining(" to ")));
        }
        return intervals.values().stream().distinct().count() == 1
                ? ""
                : intervals.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String interval(OptionalDouble hours) {
        if (hours.isEmpty()) {
            return NOT_REPEATED;
        }
        double length = hours.getAsDouble();
        return length == DAY ? "daily" : length == WEEK ? "weekly" : "every " + Clock.words(length);
    }
}
