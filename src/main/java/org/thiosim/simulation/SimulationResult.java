package org.thiosim.simulation;

import java.util.List;
import java.util.Map;

/**
 * What a scenario gave, arm by arm.
 *
 * @param phases the stretches of time between changes of any arm's regimen
 * @param days the last dosing day of each phase in steps of a quarter of an hour, of the observables that swing within
 *     a day; empty for runs that are short enough to show every hour
 */
public record SimulationResult(
        Scenario scenario, List<TimeWindow> phases, List<ArmResult> arms, List<TimeCourse> days) {
    public SimulationResult {
        phases = List.copyOf(phases);
        arms = List.copyOf(arms);
        days = List.copyOf(days);
    }

    /** The result with more notices, by arm. */
    public SimulationResult with(Map<String, List<String>> notices) {
        List<ArmResult> noted = arms.stream()
                .map(a -> a.with(notices.getOrDefault(a.arm().name(), List.of())))
                .toList();
        return new SimulationResult(scenario, phases, noted, days);
    }

    public boolean isSuccess() {
        return arms.stream().allMatch(ArmResult::isSuccess);
    }
}
