package org.thiosim.simulation;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.thiosim.dosing.DoseEvent;
import org.thiosim.dosing.Phase;

/** The windows of time that a report sums up: phases shared by all arms, and each arm's first and last dosing interval. */
final class ReportWindows {
    private static final double SLACK = 1e-9;

    private ReportWindows() {}

    /** The stretches between changes of any arm's regimen. */
    static List<TimeWindow> phases(List<Arm> arms, double horizon) {
        TreeSet<Double> borders = new TreeSet<>();
        arms.forEach(a -> a.regimen().phases(horizon).forEach(p -> {
            borders.add(p.from());
            borders.add(p.to());
        }));
        List<Double> sorted = List.copyOf(borders);
        List<TimeWindow> phases = new ArrayList<>();
        for (int i = 0; i + 1 < sorted.size(); i++) {
            phases.add(new TimeWindow(sorted.get(i), sorted.get(i + 1)));
        }
        return phases;
    }

    /** The longest dosing interval in force during a phase, if anything is repeated. */
    static OptionalDouble interval(Arm arm, TimeWindow phase, double horizon) {
        return arm.regimen().phases(horizon).stream()
                .filter(p -> p.from() < phase.to() && p.to() > phase.from())
                .map(Phase::interval)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    /** First and last dosing interval of a phase. */
    record Intervals(TimeWindow first, TimeWindow last) {}

    static Optional<Intervals> intervals(Arm arm, TimeWindow phase, double horizon) {
        OptionalDouble interval = interval(arm, phase, horizon);
        if (interval.isEmpty()) {
            return Optional.empty();
        }
        double length = interval.getAsDouble();
        List<Double> starts = arm.regimen().events(horizon, arm.size()).stream()
                .map(DoseEvent::time)
                .filter(t -> t >= phase.from() - SLACK && t + length <= phase.to() + SLACK)
                .toList();
        if (starts.isEmpty()) {
            return Optional.empty();
        }
        double first = starts.get(0);
        double last = starts.get(starts.size() - 1);
        return Optional.of(new Intervals(
                new TimeWindow(first, Math.min(first + length, horizon)),
                new TimeWindow(last, Math.min(last + length, horizon))));
    }

    static List<TimeWindow> of(Arm arm, List<TimeWindow> phases, double horizon) {
        Set<TimeWindow> windows = new LinkedHashSet<>();
        windows.add(new TimeWindow(0, horizon));
        for (TimeWindow phase : phases) {
            windows.add(phase);
            intervals(arm, phase, horizon).ifPresent(i -> {
                windows.add(i.first());
                windows.add(i.last());
            });
        }
        return List.copyOf(windows);
    }

    /** Times at which the course of a phase is followed: the dose grid, else every day, else a hundredth. */
    static List<Double> track(Arm arm, TimeWindow phase, double horizon) {
        OptionalDouble interval = interval(arm, phase, horizon);
        if (interval.isPresent()) {
            return doseGrid(arm, phase, horizon, interval.getAsDouble());
        }
        List<Double> times =
                grid(phase.from(), phase.length() > 5 * DAY ? DAY : phase.length() / 100, phase.to() - SLACK);
        times.add(phase.to());
        return times;
    }

    /** From the first dose of the phase on; its end counts only where a dose could be due. */
    private static List<Double> doseGrid(Arm arm, TimeWindow phase, double horizon, double interval) {
        double first = arm.regimen().events(horizon, arm.size()).stream()
                .mapToDouble(DoseEvent::time)
                .filter(t -> t >= phase.from() - SLACK && t < phase.to() - SLACK)
                .findFirst()
                .orElse(phase.from());
        List<Double> times = grid(first, interval, phase.to() + SLACK);
        int last = times.size() - 1;
        times.set(last, Math.min(times.get(last), phase.to()));
        return times;
    }

    /** From a start in equal steps to below an end. */
    private static List<Double> grid(double start, double step, double end) {
        List<Double> times = new ArrayList<>();
        for (int k = 0; start + k * step < end; k++) {
            times.add(start + k * step);
        }
        return times;
    }
}
