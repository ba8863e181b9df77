package org.thiosim.simulation;

import java.util.List;
import java.util.Map;

/**
 * What a scenario gave, arm by arm.
 *
 * @param phases the stretches of time between changes of any arm's regimen
 * @param days the last dosing interval of each phase, a day at least, in 96 steps, of the observables that swing within a
 *     day; empty for runs of a week or less
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
