package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Makes YAML nodes that stand, for messages, at the place of a node that was read. */
final class YamlNodes {
    private final Node place;

    YamlNodes(Node place) {
        this.place = place;
    }

    ScalarNode text(String value) {
        return new ScalarNode(Tag.STR, true, value, ScalarStyle.PLAIN, place.getStartMark(), place.getEndMark());
    }

    SequenceNode list(Node... items) {
        return new SequenceNode(
                Tag.SEQ,
                true,
                new ArrayList<>(List.of(items)),
                FlowStyle.FLOW,
                place.getStartMark(),
                place.getEndMark());
    }

    MappingNode map(Map<String, Node> entries) {
        List<NodeTuple> tuples = new ArrayList<>();
        entries.forEach((key, value) -> tuples.add(new NodeTuple(text(key), value)));
        return new MappingNode(Tag.MAP, true, tuples, FlowStyle.FLOW, place.getStartMark(), place.getEndMark());
    }
}
