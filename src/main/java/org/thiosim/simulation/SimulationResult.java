package org.thiosim.simulation;

import java.util.List;

/**
 * What a scenario gave, arm by arm.
 *
 * @param phases the stretches of time between changes of any arm's regimen
 */
public record SimulationResult(Scenario scenario, List<TimeWindow> phases, List<ArmResult> arms) {
    public SimulationResult {
        phases = List.copyOf(phases);
        arms = List.copyOf(arms);
    }

    public boolean isSuccess() {
        return arms.stream().allMatch(ArmResult::isSuccess);
    }
}
