package org.thiosim.chart;

import org.thiosim.chart.FlowGraph.Edge;
import org.thiosim.chart.FlowGraph.Node;
import org.thiosim.units.Numbers;

/** What a pathway says of its flows: amounts in the first arm, changes in the second, and which are not shown. */
record FlowWords(PathwayPanel panel) {
    String legend() {
        return "µmol a day on average over " + panel.when() + ", and the change against "
                + panel.arms().get(0)
                + ". Arrow width: root of the flow. Short arrows: what is lost on the way, by the enzyme named or"
                + " excreted. Broken lines: no flow, or not shown. Blue: less, orange: more.";
    }

    String description() {
        StringBuilder words = new StringBuilder("Flows in µmol a day on average over " + panel.when() + ", "
                + String.join(" against ", panel.arms()) + ": ");
        for (Edge edge : panel.graph().inside()) {
            words.append(node(edge.from()).label())
                    .append(" to ")
                    .append(node(edge.to()).label())
                    .append(
                            edge.carrier().isEmpty()
                                    ? ""
                                    : " by " + panel.graph().carrier(edge))
                    .append(' ')
                    .append(said(edge, 0))
                    .append(" and ")
                    .append(said(edge, 1))
                    .append("; ");
        }
        return words.toString().strip();
    }

    private String said(Edge edge, int arm) {
        return edge.isVoid(arm) ? "none" : isBroken(edge, arm) ? "not shown" : amount(edge.perDay()[arm]);
    }

    Node node(String id) {
        return panel.graph().nodes().getOrDefault(id, new Node(id, id, ""));
    }

    static String leavingWords(Edge edge, int arm) {
        if (!edge.enzymatic()) {
            return "";
        }
        return edge.carrier() + " " + words(edge, arm);
    }

    /** The flow in the first arm, its change in the second. */
    static String words(Edge edge, int arm) {
        return arm == 0 ? amount(edge.perDay()[0]) : change(edge);
    }

    /** Whether an arrow has no flow, or one that is not to be shown. */
    boolean isBroken(Edge edge, int arm) {
        return edge.isVoid(arm) || isHidden(edge, arm);
    }

    boolean isHidden(Edge edge, int arm) {
        return panel.hides(arm, node(edge.from()).label())
                || panel.hides(arm, node(edge.to()).label());
    }

    boolean isIdle(String id, int arm) {
        return panel.graph().edges().stream()
                .filter(e -> e.from().equals(id) || e.to().equals(id))
                .allMatch(e -> e.isVoid(arm));
    }

    private static String amount(double flow) {
        return Numbers.format(flow, flow >= 100 ? 3 : 2);
    }

    private static String change(Edge edge) {
        double[] flow = edge.perDay();
        if (edge.isVoid(0)) {
            return "new";
        }
        double percent = 100 * (flow[1] / flow[0] - 1);
        if (Math.abs(percent) < 0.5) {
            return "±0 %";
        }
        if (percent >= 1000) {
            return "×" + Numbers.format(flow[1] / flow[0], 2);
        }
        return (percent > 0 ? "+" : "−") + Numbers.format(Math.abs(percent), percent <= -99 ? 3 : 2) + " %";
    }
}
