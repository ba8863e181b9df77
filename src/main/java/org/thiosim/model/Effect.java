package org.thiosim.model;

import java.util.List;
import org.thiosim.expression.Expression;

/**
 * What a substance does to an enzyme.
 *
 * <p>Competitive terms of one reaction add inside one denominator, 1/(1 + a + b); factors multiply.
 *
 * @param on the tags it acts on
 * @param formula the competitive term a, or the factor
 */
public record Effect(
        String id, String title, List<EnzymeTag> on, Mechanism mechanism, Expression formula, Provenance provenance) {
    public Effect {
        on = List.copyOf(on);
    }

    public enum Mechanism {
        COMPETITIVE,
        FACTOR
    }

    public boolean reaches(EnzymeTag tag) {
        return on.stream().anyMatch(t -> t.reaches(tag));
    }
}
