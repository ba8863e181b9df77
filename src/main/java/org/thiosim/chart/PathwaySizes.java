package org.thiosim.chart;

import java.util.Arrays;
import java.util.List;

/** The sizes of a pathway, px: letters, nodes with what stands beside them, and arrows by the root of their flow. */
final class PathwaySizes {
    static final double SHORT_ARROW = 18;
    static final double NODE_HEIGHT = 50;
    static final double WIDEST = 30;

    private static final double PER_ARROW = 28;
    private static final double PADDING = 4;
    private static final double FREE = 24;
    private static final double THINNEST = 1.6;

    private final FlowGraph graph;
    private final FlowWords words;
    private final TextStyle bold;
    private final TextStyle small;
    private final TextStyle label;
    private final TextStyle note;
    private final double largest;

    PathwaySizes(FlowWords words, ChartStyle style) {
        this.graph = words.panel().graph();
        this.words = words;
        this.bold = new TextStyle(20, true, style.inks().text());
        this.small = new TextStyle(16, false, style.inks().quiet());
        this.label = new TextStyle(17, false, style.inks().text());
        this.note = new TextStyle(16, false, style.inks().text());
        this.largest = graph.edges().stream()
                .flatMapToDouble(e -> Arrays.stream(e.perDay()))
                .max()
                .orElse(1);
    }

    /** Names of nodes. */
    TextStyle bold() {
        return bold;
    }

    /** Places of nodes. */
    TextStyle small() {
        return small;
    }

    /** Labels of arrows between nodes. */
    TextStyle label() {
        return label;
    }

    /** Labels of arrows that leave the picture. */
    TextStyle note() {
        return note;
    }

    /** Width of a node, for its words and its arrows. */
    double nodeWidth(String id) {
        FlowGraph.Node node = words.node(id);
        long arrows = Math.max(
                graph.inside().stream().filter(e -> e.from().equals(id)).count(),
                graph.inside().stream().filter(e -> e.to().equals(id)).count());
        double words = Math.max(bold.width(node.label()), small.width(node.place())) + 2 * PADDING;
        return Math.max(words, 36 + PER_ARROW * arrows);
    }

    /** Width of what enzymes take away from a node, to its right. */
    double leavingWidth(String id) {
        return graph.leaving(id).stream()
                .mapToDouble(e -> SHORT_ARROW
                        + Math.max(note.width(words.leavingWords(e, 0)), note.width(words.leavingWords(e, 1)))
                        + 6)
                .max()
                .orElse(0);
    }

    /** Width of a node with what leaves it and what is free beside it. */
    double room(String id) {
        return nodeWidth(id) + leavingWidth(id) + freeRight(id) + freeLeft(id) + 10;
    }

    /** How much more of a node's room is to its right than to its left. */
    double besides(String id) {
        return leavingWidth(id) + freeRight(id) - freeLeft(id);
    }

    /** Width left of a node that several arrows reach from the same one, for the label of the outer. */
    private double freeLeft(String id) {
        List<String> sources = sources(id);
        return sources.stream().distinct().count() < sources.size() ? FREE : 0;
    }

    /** Width right of a node that several arrows reach from the only one, for the label of the last. */
    private double freeRight(String id) {
        List<String> sources = sources(id);
        return sources.size() > 1 && sources.stream().distinct().count() == 1 ? FREE : 0;
    }

    private List<String> sources(String id) {
        return graph.inside().stream()
                .filter(e -> e.to().equals(id))
                .map(FlowGraph.Edge::from)
                .toList();
    }

    /** Width of an arrow. */
    double stroke(double flow) {
        return flow <= 0 ? 0 : Math.max(THINNEST, WIDEST * Math.sqrt(flow / largest));
    }
}
