package org.thiosim.report;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.thiosim.chart.PhaseWords;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/** Takes the key numbers out of a run. */
final class RunNumbers {
    private static final double BEYOND = 0.02;

    private final SimulationResult result;
    private final RunRecord run;

    RunNumbers(SimulationResult result, RunRecord run) {
        this.result = result;
        this.run = run;
    }

    /** The numbers of each observable that has some, in the order asked for. */
    List<KeyNumbers> all() {
        return run.observables().stream()
                .filter(shown -> !run.curves().isZero(shown.id()))
                .map(shown -> isSwinging(shown) ? exposure(shown) : ends(shown))
                .filter(numbers -> numbers.rows().stream()
                        .anyMatch(r -> r.values().stream().anyMatch(OptionalDouble::isPresent)))
                .toList();
    }

    /** Also where some dose is not taken every day: the value before it would be compared with that of another day. */
    private boolean isSwinging(RunRecord.Shown shown) {
        double end = run.phases().get(run.phases().size() - 1).to();
        return !run.curves().days(shown.id()).isEmpty()
                || end <= WEEK
                || result.arms().stream()
                        .flatMap(a -> a.metrics().stream())
                        .filter(m -> m.metric().equals("trough"))
                        .anyMatch(m -> m.window().length() > DAY + 1e-6);
    }

    private KeyNumbers ends(RunRecord.Shown shown) {
        List<Double> hours = run.phases().stream()
                .map(p -> lastSample(run.curves().whole(shown.id()), p.to()))
                .toList();
        List<KeyNumbers.Row> rows = new ArrayList<>();
        for (String arm : run.armNames()) {
            List<OptionalDouble> values = new ArrayList<>();
            for (double hour : hours) {
                values.add(run.curves().whole(shown.id()).stream()
                        .filter(c -> c.arm().equals(arm))
                        .map(c -> at(c, hour))
                        .findFirst()
                        .orElse(OptionalDouble.empty()));
            }
            rows.add(row(shown, arm, values));
        }
        boolean atEnds = hours.equals(run.phases().stream().map(TimeWindow::to).toList());
        return new KeyNumbers(
                shown,
                atEnds
                        ? "value at the end of each phase, before the next dose"
                        : "value at the last sample of each phase",
                shown.unit(),
                hours.stream().map(PhaseWords::time).toList(),
                rows);
    }

    /** The time of the last sample up to the end of a phase. */
    private static double lastSample(List<TimeCourse> courses, double end) {
        return courses.stream()
                .flatMapToDouble(c -> Arrays.stream(c.hours()))
                .filter(h -> h <= end)
                .max()
                .orElse(end);
    }

    private KeyNumbers.Row row(RunRecord.Shown shown, String arm, List<OptionalDouble> values) {
        return new KeyNumbers.Row(
                arm, against(arm), values, extremes(shown, arm, "cmax"), extremes(shown, arm, "cmin"));
    }

    /** The first arm; where the arms differ in their models, the first that takes the same doses. */
    private int against(String arm) {
        if (!result.scenario().comparesModels()) {
            return 0;
        }
        List<List<String>> taken = run.arms().stream()
                .map(a -> a.doses().stream()
                        .map(d -> d.drug() + " " + d.label() + " " + d.fromHour() + " " + d.untilHour())
                        .toList())
                .toList();
        return taken.indexOf(taken.get(run.armNames().indexOf(arm)));
    }

    private List<OptionalDouble> extremes(RunRecord.Shown shown, String arm, String metric) {
        return run.phases().stream()
                .map(phase -> result.arms().stream()
                        .filter(a -> a.arm().name().equals(arm))
                        .flatMap(a -> a.metrics().stream())
                        .filter(m -> m.observable().equals(shown.id())
                                && m.metric().equals(metric)
                                && m.window().equals(phase))
                        .mapToDouble(Metric::value)
                        .filter(extreme -> !isLeftOver(shown, arm, phase, extreme))
                        .findFirst())
                .toList();
    }

    private boolean isLeftOver(RunRecord.Shown shown, String arm, TimeWindow phase, double extreme) {
        return !phase.equals(run.phases().get(0))
                && run.curves().whole(shown.id()).stream()
                        .filter(c -> c.arm().equals(arm))
                        .anyMatch(c -> isLeftOver(c, phase, extreme));
    }

    /**
     * Whether an extreme of a phase is what the one before left: near the value with which the phase begins and far from the
     * one with which it ends, and after the first day, or tenth of a short phase, nothing goes clearly beyond the first value.
     */
    static boolean isLeftOver(TimeCourse course, TimeWindow phase, double extreme) {
        double start = course.at(phase.from());
        double end = course.at(phase.to());
        double early = phase.from() + Math.min(DAY, phase.length() / 10);
        double side = Math.signum(extreme - end);
        double[] hours = course.hours();
        double[] values = course.values();
        return isAlike(extreme, start)
                && !isAlike(extreme, end)
                && IntStream.range(0, hours.length)
                        .filter(k -> hours[k] > early && hours[k] <= phase.to())
                        .noneMatch(k -> side * (values[k] - start) > BEYOND * Math.abs(start - end));
    }

    private static boolean isAlike(double one, double other) {
        return Math.max(one, other) <= KeyNumbers.TOLD_APART * Math.min(one, other);
    }

    private static OptionalDouble at(TimeCourse course, double hour) {
        int k = Arrays.binarySearch(course.hours(), hour);
        return k < 0 || Double.isNaN(course.values()[k])
                ? OptionalDouble.empty()
                : OptionalDouble.of(course.values()[k]);
    }

    private KeyNumbers exposure(RunRecord.Shown shown) {
        List<KeyNumbers.Row> rows = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            List<OptionalDouble> values = new ArrayList<>();
            for (TimeWindow phase : run.phases()) {
                values.add(lastAverage(arm, shown.id(), phase));
            }
            rows.add(row(shown, arm.arm().name(), values));
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
