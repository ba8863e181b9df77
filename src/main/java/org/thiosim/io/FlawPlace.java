package org.thiosim.io;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.model.Flaw;

/** Finds the place of a flaw in the files of a model. */
final class FlawPlace {
    private FlawPlace() {}

    /** The most precise node: the field's value, a value that reads like the field, else the entry's key. */
    static Optional<Node> find(List<MappingNode> roots, Flaw flaw) {
        Optional<Node> best = Optional.empty();
        int item = flaw.section().equals("notices") ? Integer.parseInt(flaw.id()) : -1;
        for (int i = roots.size() - 1; i >= 0; i--) {
            Optional<Node> section = value(roots.get(i), flaw.section());
            if (item >= 0 && section.isPresent() && section.get() instanceof SequenceNode list) {
                int before = noticesBefore(roots, i);
                if (item >= before && item - before < list.getValue().size()) {
                    return within(list.getValue().get(item - before), flaw.field())
                            .or(() -> section);
                }
            }
            Optional<NodeTuple> entry = section.flatMap(s -> tuple(s, flaw.id()));
            if (entry.isPresent()) {
                Node value = entry.get().getValueNode();
                Optional<Node> exact = flaw.field().isEmpty() ? Optional.empty() : within(value, flaw.field());
                Node place = value instanceof ScalarNode ? value : entry.get().getKeyNode();
                if (exact.isPresent()) {
                    return exact;
                }
                best = best.or(() -> Optional.of(place));
            }
        }
        return best;
    }

    private static int noticesBefore(List<MappingNode> roots, int index) {
        int before = 0;
        for (MappingNode root : roots.subList(0, index)) {
            before += value(root, "notices")
                    .map(n -> n instanceof SequenceNode list ? list.getValue().size() : 0)
                    .orElse(0);
        }
        return before;
    }

    private static Optional<Node> within(Node node, String field) {
        if (node instanceof MappingNode mapping) {
            Optional<Node> direct = value(mapping, field);
            if (direct.isPresent()) {
                return direct;
            }
            for (NodeTuple tuple : mapping.getValue()) {
                Optional<Node> inside = within(tuple.getValueNode(), field);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                Optional<Node> inside = within(item, field);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return node instanceof ScalarNode scalar && scalar.getValue().equals(field)
                ? Optional.of(node)
                : Optional.empty();
    }

    private static Optional<Node> value(Node node, String key) {
        return tuple(node, key).map(NodeTuple::getValueNode);
    }

    private static Optional<NodeTuple> tuple(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(t -> t.getKeyNode() instanceof ScalarNode k
                                && k.getValue().equals(key))
                        .findFirst()
                : Optional.empty();
    }
}
