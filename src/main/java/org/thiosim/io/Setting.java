package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.thiosim.units.Suggestion;

/**
 * A value of a scenario file that the command line replaces, written {@code patient.weight=50 kg}; items of a list are
 * counted from 0.
 *
 * @param path the keys from the root
 * @param value YAML text
 * @param option of the command line that states it, for messages
 */
public record Setting(List<String> path, String value, String option) {
    private static final String SET = "--set";
    private static final String ARMS = "arms";
    private static final String POPULATION = "population";
    private static final String KEY = "value: ";

    public Setting {
        path = List.copyOf(path);
    }

    /** Reads {@code PATH=VALUE} of {@code --set}. */
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || text.substring(0, equals).isBlank()) {
            throw new IllegalArgumentException(
                    "--set takes PATH=VALUE, for example --set 'patient.weight=50 kg', found '" + text + "'");
        }
        return of(text.substring(0, equals), text.substring(equals + 1), SET);
    }

    /** One of the values of {@code --sweep}. */
    public static Setting swept(String path, String value) {
        return of(path, value, "--sweep");
    }

    private static Setting of(String path, String value, String option) {
        List<String> keys = List.of(path.strip().split("\\.", -1));
        if (keys.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    option + ": '" + path + "' is no path of keys with a point between them, such as patient.weight");
        }
        return new Setting(keys, value, option);
    }

    String label() {
        return option + " " + String.join(".", path) + "=" + value;
    }

    void apply(MappingNode root, Findings findings) {
        YamlSource source = new YamlSource(label(), KEY + value);
        findings.part(label(), value, KEY.length());
        Node replacement = source.tree(findings).getValue().get(0).getValueNode();
        replace(root, 0, replacement, findings);
    }

    private void replace(Node node, int depth, Node replacement, Findings findings) {
        String key = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (node instanceof MappingNode mapping) {
            replaceIn(mapping, key, last, depth, replacement, findings);
        } else if (node instanceof SequenceNode list
                && key.matches("[0-9]{1,6}")
                && Integer.parseInt(key) < list.getValue().size()) {
            int index = Integer.parseInt(key);
            if (last) {
                list.getValue().set(index, replacement);
            } else {
                replace(list.getValue().get(index), depth + 1, replacement, findings);
            }
        } else {
            findings.add(
                    label(),
                    "there is no '" + String.join(".", path.subList(0, depth + 1)) + "' in the scenario"
                            + (node instanceof SequenceNode list
                                    ? "; '" + String.join(".", path.subList(0, depth)) + "' is a list of "
                                            + list.getValue().size() + ", counted from 0"
                                    : ""));
        }
    }

    private void replaceIn(
            MappingNode mapping, String key, boolean last, int depth, Node replacement, Findings findings) {
        List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
        int index = 0;
        while (index < tuples.size() && !isKey(tuples.get(index), key)) {
            index++;
        }
        boolean found = index < tuples.size();
        if (found
                && !last
                && depth == 0
                && key.equals(POPULATION)
                && tuples.get(index).getValueNode() instanceof ScalarNode name) {
            tuples.set(index, new NodeTuple(tuples.get(index).getKeyNode(), changed(name)));
            mapping.setValue(tuples);
        }
        if (found && !last) {
            replace(tuples.get(index).getValueNode(), depth + 1, replacement, findings);
            return;
        }
        if (!found && !last && depth == 1 && path.get(0).equals(ARMS)) {
            findings.add(
                    label(),
                    "there is no arm '" + key + "'" + YamlMap.suggestion(key, keys(tuples))
                            + (Suggestion.nearest(key, keys(tuples)).isPresent()
                                    ? ""
                                    : "; a new one is stated whole: 'arms." + key
                                            + "=[{drug: azathioprine, dose: 100 mg, every: 1 d}]'"));
            return;
        }
        Node keyNode = found
                ? tuples.get(index).getKeyNode()
                : new ScalarNode(
                        Tag.STR, true, key, ScalarStyle.PLAIN, replacement.getStartMark(), replacement.getEndMark());
        Node value = last
                ? replacement
                : new MappingNode(
                        Tag.MAP,
                        true,
                        new ArrayList<>(),
                        FlowStyle.FLOW,
                        replacement.getStartMark(),
                        replacement.getEndMark());
        if (found) {
            tuples.set(index, new NodeTuple(keyNode, value));
        } else {
            tuples.add(new NodeTuple(keyNode, value));
        }
        mapping.setValue(tuples);
        if (!last) {
            replace(value, depth + 1, replacement, findings);
        }
    }

    /** A population of a name as a mapping, in which values can be stated beside {@code of}. */
    private static MappingNode changed(ScalarNode name) {
        Node of = new ScalarNode(Tag.STR, true, "of", ScalarStyle.PLAIN, name.getStartMark(), name.getStartMark());
        List<NodeTuple> tuples = new ArrayList<>(List.of(new NodeTuple(of, name)));
        return new MappingNode(Tag.MAP, true, tuples, FlowStyle.FLOW, name.getStartMark(), name.getEndMark());
    }

    private static Set<String> keys(List<NodeTuple> tuples) {
        return tuples.stream()
                .map(NodeTuple::getKeyNode)
                .filter(ScalarNode.class::isInstance)
                .map(k -> ((ScalarNode) k).getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isKey(NodeTuple tuple, String key) {
        return Optional.of(tuple.getKeyNode())
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .filter(k -> k.getValue().equals(key))
                .isPresent();
    }
}
