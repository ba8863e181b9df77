package org.thiosim.io;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.model.Drug;
import org.thiosim.model.Model;

/** The species into which some dose of a scenario is infused: those of doses that say {@code over}. */
final class InfusedSpecies {
    private InfusedSpecies() {}

    static Set<String> of(Node node, Model model) {
        Set<String> targets = new TreeSet<>();
        collect(node, model, targets);
        return targets;
    }

    private static void collect(Node node, Model model, Set<String> targets) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(n -> collect(n, model, targets));
        }
        if (node instanceof MappingNode mapping) {
            Map<String, String> texts = new TreeMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && tuple.getValueNode() instanceof ScalarNode value) {
                    texts.put(key.getValue(), value.getValue().strip());
                }
                collect(tuple.getValueNode(), model, targets);
            }
            if (texts.containsKey("over") && texts.containsKey("drug")) {
                Optional.ofNullable(model.inputs().drugs().get(texts.getOrDefault("drug", "")))
                        .map(Drug::routes)
                        .map(r -> r.get(texts.getOrDefault("route", "oral")))
                        .filter(model.network().species()::containsKey)
                        .ifPresent(targets::add);
            }
        }
    }
}
