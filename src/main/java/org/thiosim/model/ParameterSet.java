package org.thiosim.model;

import java.util.Map;

/** A named alternative: parameters that replace those of the same id. */
public record ParameterSet(String id, String title, boolean isDefault, Map<String, Parameter> parameters) {
    public ParameterSet {
        parameters = Ordered.copy(parameters);
    }
}
