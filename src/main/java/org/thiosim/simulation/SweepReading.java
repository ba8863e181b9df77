package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.DoseRule;

/**
 * When the arms of a swept scenario are read.
 *
 * <p>Without a time asked for, it is the last instant at which most is taken: the end of the last phase in which the arms
 * together take the most repeated drugs, as what comes after is the fading of a treatment. Where a single dose follows
 * that, and where nothing is repeated, it is the horizon.
 *
 * @param hour in h; values are those before a dose due then
 * @param spans of each arm by name
 */
public record SweepReading(double hour, Map<String, Span> spans) {
    public SweepReading {
        spans = Map.copyOf(spans);
    }

    /**
     * What a mean is taken over.
     *
     * @param window the arm's last whole dosing interval of the phase up to the hour; where it has none, as long a time up
     *     to the hour as the longest interval of any arm, or else the phase up to the hour
     * @param interval between doses in h; empty where nothing is repeated
     */
    public record Span(TimeWindow window, OptionalDouble interval) {}

    /**
     * The reading of a scenario.
     *
     * @param asked the time to read at, in h; empty for the end of the fullest treatment
     */
    public static SweepReading of(Scenario scenario, OptionalDouble asked) {
        List<TimeWindow> phases = ReportWindows.phases(scenario.arms(), scenario.horizon());
        double hour = asked.orElseGet(() -> fullest(scenario, phases));
        if (!(hour > 0 && hour <= scenario.horizon())) {
            throw new IllegalArgumentException("a sweep is read after 0 h and up to the horizon");
        }
        double start = phases.stream()
                .filter(p -> p.from() < hour)
                .mapToDouble(TimeWindow::from)
                .max()
                .orElse(0);
        TimeWindow phase = new TimeWindow(start, hour);
        double longest = scenario.arms().stream()
                .flatMapToDouble(a -> ReportWindows.interval(a, phase, scenario.horizon()).stream())
                .max()
                .orElse(phase.length());
        TimeWindow upTo = new TimeWindow(Math.max(0, hour - longest), hour);
        Map<String, Span> spans = new HashMap<>();
        for (Arm arm : scenario.arms()) {
            TimeWindow window = ReportWindows.intervals(arm, phase, scenario.horizon())
                    .map(ReportWindows.Intervals::last)
                    .orElse(upTo);
            spans.put(arm.name(), new Span(window, ReportWindows.interval(arm, phase, scenario.horizon())));
        }
        return new SweepReading(hour, spans);
    }

    private static double fullest(Scenario scenario, List<TimeWindow> phases) {
        long most = phases.stream().mapToLong(p -> repeated(scenario, p)).max().orElse(0);
        double end = phases.stream()
                .filter(p -> most > 0 && repeated(scenario, p) == most)
                .mapToDouble(TimeWindow::to)
                .max()
                .orElse(scenario.horizon());
        boolean singleDoseFollows = scenario.arms().stream()
                .flatMap(a -> a.regimen().rules().stream())
                .filter(r -> r.times().cycle().isEmpty())
                .flatMap(r -> r.times().within(scenario.horizon()).stream())
                .anyMatch(t -> t >= end);
        return singleDoseFollows ? scenario.horizon() : end;
    }

    /** How many drugs are repeated in a phase, each counted once for every arm that takes it. */
    private static long repeated(Scenario scenario, TimeWindow phase) {
        return scenario.arms().stream()
                .mapToLong(a -> a.regimen().rules().stream()
                        .filter(r -> isRepeated(r, a.size(), phase))
                        .map(DoseRule::drug)
                        .distinct()
                        .count())
                .sum();
    }

    private static boolean isRepeated(DoseRule rule, BodySize size, TimeWindow phase) {
        return rule.times().cycle().isPresent()
                && rule.dose().mass(size) > 0
                && rule.times().holdsWithin(phase.from(), phase.to());
    }

    /** The scenario with a sample at the hour and the mean of every observable over every arm's span. */
    public Scenario asked(Scenario scenario) {
        Scenario.Outputs outputs = scenario.outputs();
        TreeSet<Double> hours = new TreeSet<>(outputs.hours());
        hours.add(hour);
        List<Scenario.MetricRequest> metrics = new ArrayList<>(outputs.metrics());
        for (String observable : outputs.observables()) {
            spans.values().stream()
                    .map(Span::window)
                    .distinct()
                    .forEach(w -> metrics.add(new Scenario.MetricRequest(observable, ExposureMetric.AVERAGE, w)));
        }
        return new Scenario(
                scenario.head(),
                scenario.arms(),
                scenario.horizon(),
                new Scenario.Outputs(outputs.observables(), List.copyOf(hours), metrics),
                scenario.solver(),
                scenario.seed());
    }
}
