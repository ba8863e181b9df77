package org.thiosim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.chart.PhaseWords;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/**
 * The numbers that sum a run up: each observable at the end of each phase, and of an observable that swings within a day
 * its average over the last dosing interval.
 *
 * @param shown the observable
 * @param what what the numbers are, for example {@code average of the last dosing interval}
 * @param unit unit of the numbers
 * @param times the phases' ends, in words
 * @param rows one for each arm, in the order of the arms
 */
record KeyNumbers(RunRecord.Shown shown, String what, String unit, List<String> times, List<Row> rows) {
    private static final double WORTH_COMPARING = 1e-3;
    private static final double WEEK = 168;

    /** One arm's numbers. */
    record Row(String arm, List<OptionalDouble> values) {}

    static List<KeyNumbers> of(SimulationResult result, RunRecord run) {
        List<KeyNumbers> all = new ArrayList<>();
        for (RunRecord.Shown shown : run.observables()) {
            KeyNumbers numbers = isSwinging(run, shown) ? exposure(result, run, shown) : ends(run, shown);
            if (numbers.rows.stream().anyMatch(r -> r.values.stream().anyMatch(OptionalDouble::isPresent))) {
                all.add(numbers);
            }
        }
        return List.copyOf(all);
    }

    /** The value relative to the first arm's at the same time; empty where there is nothing to compare with. */
    OptionalDouble fold(int row, int time) {
        OptionalDouble first = rows.get(0).values.get(time);
        OptionalDouble own = rows.get(row).values.get(time);
        double largest = rows.stream()
                .flatMap(r -> r.values.stream())
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
        boolean comparable =
                row > 0 && first.isPresent() && own.isPresent() && first.getAsDouble() > WORTH_COMPARING * largest;
        return comparable ? OptionalDouble.of(own.getAsDouble() / first.getAsDouble()) : OptionalDouble.empty();
    }

    /** Whether the value leaves its window or passes its limit. */
    Optional<String> judged(OptionalDouble value) {
        if (value.isEmpty() || shown.reference().isEmpty()) {
            return Optional.empty();
        }
        RunRecord.Reference reference = shown.reference().get();
        double v = value.getAsDouble();
        if (reference.high().isPresent() && v > reference.high().getAsDouble()) {
            return Optional.of(reference.low().isPresent() ? "above the window" : "above the limit");
        }
        if (reference.low().isPresent()) {
            return Optional.of(v < reference.low().getAsDouble() ? "below the window" : "in the window");
        }
        return Optional.empty();
    }

    private static boolean isSwinging(RunRecord run, RunRecord.Shown shown) {
        double end = run.phases().get(run.phases().size() - 1).to();
        return !run.curves().days(shown.id()).isEmpty() || end <= WEEK;
    }

    private static KeyNumbers ends(RunRecord run, RunRecord.Shown shown) {
        List<Row> rows = new ArrayList<>();
        for (String arm : run.armNames()) {
            List<OptionalDouble> values = new ArrayList<>();
            for (TimeWindow phase : run.phases()) {
                values.add(run.curves().whole(shown.id()).stream()
                        .filter(c -> c.arm().equals(arm))
                        .map(c -> at(c, phase.to()))
                        .findFirst()
                        .orElse(OptionalDouble.empty()));
            }
            rows.add(new Row(arm, values));
        }
        List<String> times =
                run.phases().stream().map(p -> PhaseWords.time(p.to())).toList();
        return new KeyNumbers(shown, "value at the end of each phase, before the next dose", shown.unit(), times, rows);
    }

    private static OptionalDouble at(TimeCourse course, double hour) {
        int k = Arrays.binarySearch(course.hours(), hour);
        return k < 0 || Double.isNaN(course.values()[k])
                ? OptionalDouble.empty()
                : OptionalDouble.of(course.values()[k]);
    }

    private static KeyNumbers exposure(SimulationResult result, RunRecord run, RunRecord.Shown shown) {
        List<Row> rows = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            List<OptionalDouble> values = new ArrayList<>();
            for (TimeWindow phase : run.phases()) {
                values.add(lastAverage(arm, shown.id(), phase));
            }
            rows.add(new Row(arm.arm().name(), values));
        }
        List<String> times = run.phases().stream().map(PhaseWords::span).toList();
        return new KeyNumbers(
                shown,
                "average over the last dosing interval, or the phase where nothing is repeated",
                shown.unit(),
                times,
                rows);
    }

    /** Averages of different intervals compare with each other and with a window, as areas do not. */
    private static OptionalDouble lastAverage(ArmResult arm, String observable, TimeWindow phase) {
        List<Metric> averages = arm.metrics().stream()
                .filter(m -> m.observable().equals(observable)
                        && m.metric().equals("average")
                        && m.window().from() >= phase.from()
                        && m.window().to() <= phase.to())
                .toList();
        return averages.stream()
                .filter(m -> !m.window().equals(phase))
                .max(Comparator.comparingDouble(m -> m.window().from()))
                .or(() -> averages.stream().findFirst())
                .map(m -> OptionalDouble.of(m.value()))
                .orElse(OptionalDouble.empty());
    }
}
