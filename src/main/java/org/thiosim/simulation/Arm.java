package org.thiosim.simulation;

import java.util.Optional;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Regimen;
import org.thiosim.model.Observable;
import org.thiosim.model.ParameterSet;
import org.thiosim.patient.Patient;

/**
 * One way of treating one patient.
 *
 * @param parameterSet parameters that replace the model's own
 */
public record Arm(
        String name,
        CompiledModel model,
        Patient patient,
        BodySize size,
        Regimen regimen,
        Optional<ParameterSet> parameterSet) {

    /** Whether a reference window is meant for this patient and treatment. */
    boolean isIn(Observable.Scope scope) {
        return scope.holds(parameterSet.map(ParameterSet::id), size.weight(), regimen.drugs());
    }
}
