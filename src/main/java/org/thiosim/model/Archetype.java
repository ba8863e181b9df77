package org.thiosim.model;

import java.util.Map;

/**
 * A named kind of patient: covariates that are set together.
 *
 * @param values covariate values in canonical units
 */
public record Archetype(String id, String title, Map<String, Double> values, Provenance provenance) {
    public Archetype {
        values = Ordered.copy(values);
    }
}
