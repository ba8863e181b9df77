package org.thiosim.model;

import java.util.Map;
import java.util.Optional;
import org.thiosim.expression.Expression;
import org.thiosim.units.Range;
import org.thiosim.units.Unit;

/**
 * A property of the patient that the model uses.
 *
 * @param fallback the value of a patient who does not state it, a formula over other covariates; empty where the patient
 *     must state it
 * @param allowed range outside which a value is refused
 * @param studied range outside which a result carries a notice
 * @param levels values with a name, for example {@code normal: 1}
 * @param provenance how default, levels and studied range are known
 */
public record Covariate(
        String id,
        Unit unit,
        Optional<Expression> fallback,
        Optional<Range> allowed,
        Optional<Range> studied,
        Map<String, Double> levels,
        Provenance provenance) {
    public Covariate {
        levels = Ordered.copy(levels);
    }
}
