package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.ode.Statistics;

/**
 * What one arm gave; after a failed solve the curves end at the failure and there are no metrics.
 *
 * @param outcome how the solve ended, with advice where it failed
 * @param balances mass balance of each closed group of species
 * @param notices warnings that go with the numbers
 */
public record ArmResult(
        Arm arm,
        Outcome outcome,
        List<TimeCourse> timeCourses,
        List<Metric> metrics,
        List<Flux> fluxes,
        List<MassBalance> balances,
        List<String> notices) {
    public ArmResult {
        timeCourses = List.copyOf(timeCourses);
        metrics = List.copyOf(metrics);
        fluxes = List.copyOf(fluxes);
        balances = List.copyOf(balances);
        notices = List.copyOf(notices);
    }

    /** How a solve ended and what it cost. */
    public record Outcome(boolean success, String message, Statistics statistics) {}

    /** The result with more notices. */
    public ArmResult with(List<String> more) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(more);
        return new ArmResult(arm, outcome, timeCourses, metrics, fluxes, balances, all);
    }

    public boolean isSuccess() {
        return outcome.success();
    }
}
