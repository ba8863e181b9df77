package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.chart.FlowGraph.Edge;
import org.thiosim.chart.FlowGraph.Node;
import org.thiosim.units.Numbers;

/** What a pathway says of its flows: amounts in the first arm, changes in the second, and which are not shown. */
record FlowWords(PathwayPanel panel) {
    private static final double UNCHANGED = 2;

    /** How to read the picture; only of what occurs in it. */
    String legend() {
        List<Edge> both = panel.graph().edges().stream()
                .filter(e -> !isBroken(e, 0) && !isBroken(e, 1))
                .toList();
        boolean fresh = panel.graph().edges().stream().anyMatch(e -> e.isVoid(0) && !isBroken(e, 1));
        List<String> parts = new ArrayList<>();
        String amounts = "µmol a day on average over " + panel.when();
        parts.add(both.isEmpty() ? amounts : amounts + ", and the change against " + changes(both));
        if (fresh) {
            parts.add("Amounts on the right: no flow on the left to compare with");
        }
        parts.add("Arrow width: root of the flow");
        parts.add("Short arrows: what is lost on the way, by the enzyme named or excreted");
        if (panel.graph().edges().stream().anyMatch(e -> isBroken(e, 0) || isBroken(e, 1))) {
            parts.add("Broken lines: no flow, or not shown");
        }
        if (panel.graph().edges().stream().anyMatch(e -> !isBroken(e, 1) && isColoured(e))) {
            parts.add("Blue: less, orange: more");
        }
        return String.join(". ", parts) + ".";
    }

    /** The arm compared with, and how many of the flows in both arms are not said to have changed. */
    private String changes(List<Edge> both) {
        String against = panel.arms().get(0);
        if (both.stream().allMatch(FlowWords::isUnchanged)) {
            return against + ": no flow changed by more than 2 %";
        }
        return both.stream().anyMatch(FlowWords::isUnchanged) ? against + " (none given: 2 % or less)" : against;
    }

    /** Whether the second arm's arrow has a colour that says more or less. */
    boolean isColoured(Edge edge) {
        double[] flow = edge.perDay();
        return !isHidden(edge, 0) && (edge.isVoid(0) ? flow[1] > 0 : !isUnchanged(edge));
    }

    private static boolean isUnchanged(Edge edge) {
        return !edge.isVoid(0) && Math.abs(percent(edge)) <= UNCHANGED;
    }

    private static double percent(Edge edge) {
        return 100 * (edge.perDay()[1] / edge.perDay()[0] - 1);
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

    /** The enzyme, and what {@link #words} says; empty without an enzyme. */
    String leavingWords(Edge edge, int arm) {
        return edge.enzymatic() ? (edge.carrier() + " " + words(edge, arm)).strip() : "";
    }

    /**
     * The flow in the first arm; in the second its change, or the flow where the first has none; empty where it changes by 2 %
     * at most.
     */
    String words(Edge edge, int arm) {
        if (arm == 0 || edge.isVoid(0)) {
            return amount(edge.perDay()[arm]);
        }
        return isUnchanged(edge) ? "" : change(edge);
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
        double percent = percent(edge);
        if (percent >= 1000) {
            return "×" + Numbers.format(1 + percent / 100, 2);
        }
        return (percent > 0 ? "+" : "−") + Numbers.format(Math.abs(percent), percent <= -99 ? 3 : 2) + " %";
    }
}
