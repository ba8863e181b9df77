package org.thiosim.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Merges parameter sets of the same name from several files: a module adds its own parameters to a set of its host. */
final class ParameterSets {
    private ParameterSets() {}

    static Map<String, ParameterSet> merge(Map<String, ParameterSet> first, Map<String, ParameterSet> second) {
        Map<String, ParameterSet> merged = new LinkedHashMap<>(first);
        second.forEach((id, set) -> merged.merge(id, set, ParameterSets::union));
        return merged;
    }

    private static ParameterSet union(ParameterSet host, ParameterSet module) {
        return new ParameterSet(
                host.id(),
                host.title(),
                host.isDefault() || module.isDefault(),
                Ordered.join(host.parameters(), module.parameters()));
    }
}
