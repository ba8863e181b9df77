package org.thiosim.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.thiosim.chart.PhaseWords;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.units.EnDash;
import org.thiosim.units.Numbers;

/** What a run prints: the last value of each phase with its time, and the notices that go with them. */
final class RunSummary {
    private static final int DIGITS = 4;
    private static final String ABOUT_NOTHING = "about 0";

    /** Share of the largest value below which a value says no more than nothing. */
    private static final double DUST = 1e-4;

    private static final int MOST_OBSERVABLES = 8;

    private static final Set<String> NOTHING = Set.of("-", "0", ABOUT_NOTHING);

    private final LoadedScenario loaded;
    private final SimulationResult result;

    RunSummary(LoadedScenario loaded, SimulationResult result) {
        this.loaded = loaded;
        this.result = result;
    }

    void print(PrintWriter out) {
        out.println(loaded.scenario().head().title());
        String source = loaded.scenario().head().source();
        if (!source.isEmpty()) {
            out.println("Source: " + EnDash.of(source));
        }
        List<String> observables = loaded.scenario().outputs().observables();
        List<String> shown =
                observables.stream().filter(this::tells).limit(MOST_OBSERVABLES).toList();
        if (!shown.isEmpty()) {
            out.println(
                    "\nAt the end of each phase, before a dose due then (averages over a phase are in metrics.csv):");
        }
        shown.forEach(o -> table(out, o));
        List<String> more = observables.stream().filter(o -> !shown.contains(o)).toList();
        if (!more.isEmpty()) {
            out.println("\nIn timecourse.csv too: " + String.join(", ", more));
        }
        notices(out);
        out.println("\n" + Purpose.NOTICE);
    }

    /** Whether an observable is more than about 0 in some arm at the end of some phase. */
    private boolean tells(String observable) {
        return result.arms().stream()
                .flatMap(a -> a.timeCourses().stream())
                .filter(c -> c.observable().equals(observable))
                .anyMatch(
                        c -> times(observable).stream().map(t -> valueAt(c, t)).anyMatch(v -> !NOTHING.contains(v)));
    }

    private void table(PrintWriter out, String observable) {
        List<Double> times = times(observable);
        List<List<String>> rows = new ArrayList<>();
        String unit = "";
        for (ArmResult arm : result.arms()) {
            for (TimeCourse course : arm.timeCourses()) {
                if (course.observable().equals(observable)) {
                    unit = course.unit();
                    List<String> row = new ArrayList<>(List.of("  " + arm.arm().name()));
                    times.forEach(t -> row.add(valueAt(course, t)));
                    rows.add(row);
                }
            }
        }
        List<String> header = new ArrayList<>(List.of(observable + (unit.equals("1") ? "" : " (" + unit + ")")));
        times.forEach(t -> header.add(PhaseWords.time(t)));
        rows.add(0, header);
        out.println();
        TextTable.print(out, rows);
    }

    /** The last sample in each phase or at its end. */
    private List<Double> times(String observable) {
        TreeSet<Double> samples = new TreeSet<>();
        result.arms().stream()
                .flatMap(a -> a.timeCourses().stream())
                .filter(c -> c.observable().equals(observable))
                .forEach(c -> Arrays.stream(c.hours()).forEach(samples::add));
        return result.phases().stream()
                .map(p -> Optional.ofNullable(samples.floor(p.to())).orElse(p.to()))
                .distinct()
                .toList();
    }

    /** A value; one that is nothing beside the largest of any arm is about 0, as in the report. */
    private String valueAt(TimeCourse course, double time) {
        int k = Arrays.binarySearch(course.hours(), time);
        if (k < 0 || Double.isNaN(course.values()[k])) {
            return "-";
        }
        double largest = result.arms().stream()
                .flatMap(a -> a.timeCourses().stream())
                .filter(c -> c.observable().equals(course.observable()))
                .flatMapToDouble(c -> Arrays.stream(c.shown().values()))
                .max()
                .orElse(0);
        double value = course.values()[k];
        return value != 0 && Math.abs(value) < DUST * largest ? ABOUT_NOTHING : Numbers.format(value, DIGITS);
    }

    private void notices(PrintWriter out) {
        Map<String, Set<String>> arms = new LinkedHashMap<>();
        for (ArmResult arm : result.arms()) {
            arm.notices()
                    .forEach(n -> arms.computeIfAbsent(n, k -> new LinkedHashSet<>())
                            .add(arm.arm().name()));
        }
        if (!arms.isEmpty()) {
            out.println("\nRead with care:");
        }
        arms.forEach((notice, names) -> out.println("- "
                + (names.size() == result.arms().size() ? "" : String.join(", ", names) + ": ") + EnDash.of(notice)));
    }
}
