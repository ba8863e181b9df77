package org.thiosim.simulation;

import java.util.List;
import java.util.Set;
import org.thiosim.ode.Jump;
import org.thiosim.ode.SampleTimes;
import org.thiosim.ode.Tolerances;

/**
 * One patient of a cohort on one arm, ready to be solved.
 *
 * @param scenario horizon, sample times, metrics and solver that all patients share; its own arms do not matter
 * @param arm the patient, bound to a compiled model and a regimen
 */
public record PatientProblem(Scenario scenario, Arm arm) {

    /** The patient's equations with the observables hidden that a notice hides. */
    BoundModel bound() {
        IndividualValues individual = IndividualValues.of(arm.model().model(), arm.patient(), arm.parameterSet());
        Set<String> hidden = Notices.hidden(scenario, arm, individual).keySet();
        return arm.model().bind(individual, hidden);
    }

    /** The limits of the patient's numbers, in words that are the same for all patients whom they concern. */
    public List<String> notices() {
        return Notices.shared(
                scenario, arm, IndividualValues.of(arm.model().model(), arm.patient(), arm.parameterSet()));
    }

    /** The doses as jumps of states. */
    List<Jump> jumps() {
        return DoseJumps.of(arm, scenario.horizon());
    }

    SampleTimes samples() {
        return new SampleTimes(scenario.outputs().hours().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    Tolerances tolerances() {
        double[] absolute = arm.model().stateUnits();
        for (int i = 0; i < absolute.length; i++) {
            absolute[i] *= scenario.solver().absolute();
        }
        return new Tolerances(
                scenario.solver().relative(), absolute, scenario.solver().peakShare());
    }
}
