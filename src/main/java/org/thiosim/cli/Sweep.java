package org.thiosim.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thiosim.chart.SweepPanel;
import org.thiosim.chart.SweptSetting;
import org.thiosim.chart.TimeCoursePanel;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.Setting;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SweepPoint;
import org.thiosim.simulation.SweepReading;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.units.Clock;
import org.thiosim.units.Dimension;
import org.thiosim.units.Quantity;

/**
 * A scenario run once for each of several values of a setting.
 *
 * @param path the setting, such as {@code patient.weight}
 * @param values as written
 * @param at the time to read at, in h; empty for the end of the fullest treatment
 */
record Sweep(String path, List<String> values, OptionalDouble at) {
    Sweep {
        values = List.copyOf(values);
    }

    private static final String ARMS = "arms.";
    private static final double ALL_GONE = 0.05;

    /**
     * Reads {@code path=v1,v2,…}; commas within brackets or quotes do not separate.
     *
     * @param at the time to read at, such as {@code 20 wk}
     */
    static Sweep parse(String text, Optional<String> at) {
        int equals = text.indexOf('=');
        List<String> values = equals > 0 ? split(text.substring(equals + 1)) : List.of();
        if (values.size() < 2) {
            throw new IllegalArgumentException("--sweep takes PATH=V1,V2,… with two or more values, for example --sweep"
                    + " 'patient.weight=50 kg,70 kg,90 kg', found '" + text + "'");
        }
        if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("--sweep names a value twice: '" + text + "'");
        }
        String path = text.substring(0, equals).strip();
        values.forEach(v -> Setting.swept(path, v));
        OptionalDouble hour = at.map(Sweep::hours).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return new Sweep(path, values, hour);
    }

    private static double hours(String text) {
        return quantity(text)
                .filter(q -> q.dimension().equals(Dimension.TIME) && q.canonical() > 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--at takes a time after 0 with its unit, for example --at '20 wk', found '" + text + "'"))
                .canonical();
    }

    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if ("[{".indexOf(c) >= 0) {
                depth++;
            } else if ("]}".indexOf(c) >= 0) {
                depth--;
            }
            if (i == text.length() || (c == ',' && depth == 0 && quote == 0)) {
                values.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    /** Reads the scenario with every value, so that a mistake in one of them stops before anything is run. */
    List<Scenario> scenarios(Path file, List<Setting> settings) {
        List<Scenario> scenarios = new ArrayList<>();
        for (String value : values) {
            List<Setting> all = new ArrayList<>(settings);
            all.add(Setting.swept(path, value));
            scenarios.add(ScenarioFile.read(file, LibraryChoice.library(), all).scenario());
        }
        return scenarios;
    }

    /** When each scenario is read; refused where one ends before the time asked for. */
    List<SweepReading> readings(List<Scenario> scenarios) {
        for (int i = 0; i < scenarios.size(); i++) {
            double horizon = scenarios.get(i).horizon();
            if (at.isPresent() && at.getAsDouble() > horizon) {
                throw new IllegalArgumentException("--at " + Clock.words(at.getAsDouble()) + " is after the end of the"
                        + " run, which is " + Clock.words(horizon) + " at " + values.get(i)
                        + "; choose a time up to then or a longer horizon");
            }
        }
        return scenarios.stream().map(s -> SweepReading.of(s, at)).toList();
    }

    List<SweepPoint> run(List<Scenario> scenarios) {
        List<SweepReading> readings = readings(scenarios);
        return IntStream.range(0, values.size())
                .mapToObj(i -> SweepPoint.of(values.get(i), readings.get(i), scenarios.get(i)))
                .toList();
    }

    /** One picture for each observable: when it is read, or its mean up to then where it is all but gone. */
    List<SweepPanel> panels(List<SweepPoint> points) {
        List<Place> places = places();
        Scenario scenario = points.get(0).result().scenario();
        SweptSetting setting = SweptName.of(path, values, scenario);
        List<SweepPanel> panels = new ArrayList<>();
        for (String observable : scenario.outputs().observables()) {
            boolean gone = isGone(points, observable);
            List<TimeCourse> curves = curves(points, places, observable, gone);
            if (!curves.isEmpty()) {
                panels.add(new SweepPanel(
                        new SweepPanel.About(
                                scenario.head().title(),
                                SweepWords.of(points, gone),
                                SweepWords.cautions(points, curves)),
                        observable,
                        setting,
                        places.stream()
                                .map(p -> new SweepPanel.Stop(SweptName.label(values.get(p.index), setting), p.at))
                                .toList(),
                        reference(points, observable),
                        curves));
            }
        }
        return panels;
    }

    /** The window or limit of an observable that holds at every swept value. */
    private static Optional<RunRecord.Reference> reference(List<SweepPoint> points, String observable) {
        Set<Optional<RunRecord.Reference>> all = points.stream()
                .flatMap(p -> RunRecord.of(p.result()).observables().stream())
                .filter(shown -> shown.id().equals(observable))
                .map(RunRecord.Shown::reference)
                .collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : Optional.empty();
    }

    /** Whether an observable is read far below its largest value with every value and in every arm, each of which has a mean. */
    private static boolean isGone(List<SweepPoint> points, String observable) {
        boolean some = false;
        for (SweepPoint point : points) {
            for (ArmResult arm : point.result().arms()) {
                double end = point.value(arm, observable).orElse(Double.NaN);
                double largest = arm.timeCourses().stream()
                        .filter(c -> c.observable().equals(observable))
                        .flatMapToDouble(c -> Arrays.stream(c.values()))
                        .filter(v -> !Double.isNaN(v))
                        .max()
                        .orElse(0);
                if (end >= ALL_GONE * largest || point.mean(arm, observable).isEmpty()) {
                    return false;
                }
                some |= largest > 0;
            }
        }
        return some;
    }

    /** One number of a curve. */
    private static Optional<Double> number(SweepPoint point, ArmResult arm, String observable, boolean gone) {
        return gone ? point.mean(arm, observable).map(Metric::value) : point.value(arm, observable);
    }

    private record Place(int index, double at) {}

    /** Quantities of one kind lie at their number, anything else side by side. */
    private List<Place> places() {
        List<Optional<Quantity>> quantities =
                values.stream().map(Sweep::quantity).toList();
        boolean numbers = quantities.stream().allMatch(Optional::isPresent)
                && quantities.stream()
                                .map(q -> q.orElseThrow().dimension())
                                .distinct()
                                .count()
                        == 1
                && quantities.stream()
                                .map(q -> q.orElseThrow().canonical())
                                .distinct()
                                .count()
                        == values.size();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            places.add(new Place(i, numbers ? quantities.get(i).orElseThrow().canonical() : i));
        }
        places.sort(Comparator.comparingDouble(p -> p.at));
        return places;
    }

    private static Optional<Quantity> quantity(String text) {
        try {
            return Optional.of(Quantity.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<TimeCourse> curves(List<SweepPoint> points, List<Place> places, String observable, boolean gone) {
        List<TimeCourse> curves = new ArrayList<>();
        List<ArmResult> arms = points.get(0).result().arms();
        for (int a = 0; a < Math.min(arms.size(), TimeCoursePanel.MAXIMUM_ARMS); a++) {
            String arm = arms.get(a).arm().name();
            if (path.startsWith(ARMS) && !concerns(arm)) {
                continue;
            }
            List<double[]> found = new ArrayList<>();
            for (Place place : places) {
                SweepPoint point = points.get(place.index);
                point.result().arms().stream()
                        .filter(r -> r.arm().name().equals(arm))
                        .findFirst()
                        .flatMap(r -> number(point, r, observable, gone))
                        .ifPresent(v -> found.add(new double[] {place.at, v}));
            }
            if (found.size() > 1) {
                curves.add(new TimeCourse(
                        arm,
                        observable,
                        unit(points.get(0), arms.get(a), observable, gone),
                        found.stream().mapToDouble(p -> p[0]).toArray(),
                        found.stream().mapToDouble(p -> p[1]).toArray()));
            }
        }
        return curves;
    }

    /** Whether the swept setting belongs to this arm. */
    private boolean concerns(String arm) {
        return path.startsWith(ARMS + arm + ".");
    }

    private static String unit(SweepPoint point, ArmResult arm, String observable, boolean gone) {
        if (gone) {
            return point.mean(arm, observable).map(Metric::unit).orElse("");
        }
        return arm.timeCourses().stream()
                .filter(c -> c.observable().equals(observable))
                .map(TimeCourse::unit)
                .findFirst()
                .orElse("");
    }
}
