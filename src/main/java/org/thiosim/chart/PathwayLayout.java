package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.thiosim.chart.FlowGraph.Edge;
import org.thiosim.chart.FlowGraph.Node;
import org.thiosim.chart.Polyline.Point;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.Purpose;
import org.thiosim.units.Numbers;

/** Lays out a pathway: the same graph for both arms, side by side; arrows as wide as the root of the flow. */
final class PathwayLayout {
    private static final double MARGIN = 20;
    private static final int NOTICE_LINES = 3;
    private static final double PER_ARROW = 25;
    private static final double SHORT_ARROW = 20;
    private static final double NODE_HEIGHT = 50;
    private static final double WIDEST = 30;
    private static final double THINNEST = 1.6;
    private static final double CHANGED = 0.05;
    private static final String MORE = "#B34700";
    private static final String LESS = "#0072B2";
    private static final String SAME = "#8C8C8C";
    private static final String SAME_TEXT = "#6B6B6B";

    private final PathwayPanel panel;
    private final FlowGraph graph;
    private final ChartStyle style;
    private final TextStyle bold;
    private final TextStyle small;
    private final TextStyle label;
    private final TextStyle note;
    private final double largest;
    private final List<TextMark> texts = new ArrayList<>();
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();

    private PathwayLayout(PathwayPanel panel, ChartStyle style) {
        this.panel = panel;
        this.graph = panel.graph();
        this.style = style;
        this.bold = new TextStyle(20, true, style.inks().text());
        this.small = new TextStyle(14.5, false, style.inks().quiet());
        this.label = new TextStyle(17, false, style.inks().text());
        this.note = new TextStyle(14, false, style.inks().text());
        this.largest = graph.edges().stream()
                .flatMapToDouble(e -> Arrays.stream(e.perDay()))
                .max()
                .orElse(1);
    }

    static Figure figure(PathwayPanel panel, ChartStyle style) {
        return new PathwayLayout(panel, style).figure();
    }

    private Figure figure() {
        TextStyle headline = new TextStyle(30, true, style.inks().text());
        TextStyle quiet = new TextStyle(20, false, style.inks().quiet());
        double full = style.width() - 2 * MARGIN;
        double y = lines(panel.title(), headline, MARGIN, 12, full, 2);
        y = lines(legend(), quiet, MARGIN, y, full, 2);
        double bottom = style.height() - MARGIN / 2 - small.lineHeight();
        lines(Purpose.NOTICE, new TextStyle(20, false, quiet.colour()), MARGIN, bottom - 4, full, 1);
        TextStyle caution = new TextStyle(18, false, style.inks().text());
        int cautions = panel.notice()
                .map(n -> TextWrap.lines(n, caution, full, NOTICE_LINES).size())
                .orElse(0);
        bottom -= cautions * caution.lineHeight();
        lines(panel.notice().orElse(""), caution, MARGIN, bottom - 4, full, NOTICE_LINES);
        double half = (style.width() - 3 * MARGIN) / 2;
        FlowLayers layers = FlowLayers.of(graph, half, this::room, this::leavingWidth);
        for (int arm = 0; arm < 2; arm++) {
            double left = MARGIN + arm * (half + MARGIN);
            TextStyle name = new TextStyle(23, true, style.curve(arm).textColour());
            double top = lines(panel.arms().get(arm), name, left, y + 8, half, 1);
            top = lines(panel.takes().get(arm), quiet, left, top, half, 1);
            new Half(arm, layers, new Box(left, top + 10, left + half, bottom - 16 - SHORT_ARROW)).draw();
        }
        return new Figure("Pathway: " + panel.title(), description(), shapes, texts);
    }

    private String legend() {
        return "µmol a day on average over " + panel.when() + ", and the change against "
                + panel.arms().get(0)
                + ". Arrow width: root of the flow. Short arrows: what is lost on the way, by the enzyme named or"
                + " excreted. Broken lines: no flow.";
    }

    private String description() {
        StringBuilder words = new StringBuilder("Flows in µmol a day on average over " + panel.when() + ", "
                + String.join(" against ", panel.arms()) + ": ");
        for (Edge edge : graph.inside()) {
            words.append(node(edge.from()).label())
                    .append(" to ")
                    .append(node(edge.to()).label())
                    .append(edge.carrier().isEmpty() ? "" : " by " + graph.carrier(edge))
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

    private double lines(String words, TextStyle ink, double x, double top, double width, int most) {
        double y = top;
        for (String line : TextWrap.lines(words, ink, width, most)) {
            double middle = y + ink.lineHeight() / 2;
            texts.add(TextMark.plain(line, x, TextMark.baseline(middle, ink.size()), ink, Anchor.START));
            y += ink.lineHeight();
        }
        return y;
    }

    private Node node(String id) {
        return graph.nodes().getOrDefault(id, new Node(id, id, ""));
    }

    private double nodeWidth(String id) {
        Node node = node(id);
        long arrows = Math.max(
                graph.inside().stream().filter(e -> e.from().equals(id)).count(),
                graph.inside().stream().filter(e -> e.to().equals(id)).count());
        double words = Math.max(bold.width(node.label()), small.width(node.place())) + 20;
        return Math.max(words, 36 + PER_ARROW * arrows);
    }

    /** Width of what enzymes take away from a node, to its right. */
    private double leavingWidth(String id) {
        return graph.leaving(id).stream()
                .mapToDouble(
                        e -> SHORT_ARROW + Math.max(note.width(leavingWords(e, 0)), note.width(leavingWords(e, 1))) + 6)
                .max()
                .orElse(0);
    }

    private static String leavingWords(Edge edge, int arm) {
        if (!edge.enzymatic()) {
            return "";
        }
        return edge.carrier() + " " + words(edge, arm);
    }

    /** The flow in the first arm, its change in the second. */
    private static String words(Edge edge, int arm) {
        return arm == 0 ? amount(edge.perDay()[0]) : change(edge);
    }

    /** Whether an arrow has no flow, or one that is not to be shown. */
    private boolean isBroken(Edge edge, int arm) {
        return edge.isVoid(arm) || isHidden(edge, arm);
    }

    private boolean isHidden(Edge edge, int arm) {
        return panel.hides(arm, node(edge.from()).label())
                || panel.hides(arm, node(edge.to()).label());
    }

    private boolean isIdle(String id, int arm) {
        return graph.edges().stream()
                .filter(e -> e.from().equals(id) || e.to().equals(id))
                .allMatch(e -> e.isVoid(arm));
    }

    private double room(String id) {
        return nodeWidth(id) + leavingWidth(id) + 10;
    }

    private double stroke(double flow) {
        return flow <= 0 ? 0 : Math.max(THINNEST, WIDEST * Math.sqrt(flow / largest));
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

    /** One arm. */
    private final class Half {
        private final int arm;
        private final FlowLayers layers;
        private final Box box;
        private final Map<String, Box> boxes = new HashMap<>();
        private final ArrowLabels labels;

        Half(int arm, FlowLayers layers, Box box) {
            this.arm = arm;
            this.layers = layers;
            this.box = box;
            this.labels = new ArrowLabels(box);
        }

        void draw() {
            graph.nodes().keySet().forEach(id -> {
                double x = x(id);
                double y = y(layers.layer().getOrDefault(id, 0));
                double half = nodeWidth(id) / 2;
                boxes.put(id, new Box(x - half, y - NODE_HEIGHT / 2, x + half, y + NODE_HEIGHT / 2));
            });
            boxes.values().forEach(labels::take);
            graph.nodes().keySet().forEach(this::leaving);
            List<Edge> edges = new ArrayList<>(graph.inside());
            Map<Edge, List<Point>> curves = new HashMap<>();
            edges.forEach(e -> curves.put(e, curve(e)));
            curves.forEach((e, c) -> labels.passBy(FlowArrow.samples(c), stroke(e.perDay()[arm])));
            edges.sort(Comparator.comparingDouble(e -> -e.perDay()[arm]));
            edges.forEach(e -> arrow(e, curves.getOrDefault(e, List.of())));
            texts.addAll(labels.place(edges.stream()
                    .filter(e -> !isBroken(e, arm))
                    .map(e -> label(e, FlowArrow.samples(curves.getOrDefault(e, List.of()))))
                    .toList()));
            graph.nodes().keySet().forEach(this::node);
        }

        private double x(String id) {
            return box.left() + layers.x().getOrDefault(id, 0.0);
        }

        private double y(int layer) {
            double span = box.height() - NODE_HEIGHT;
            return box.top() + NODE_HEIGHT / 2 + (layers.layers() < 2 ? 0 : span * layer / (layers.layers() - 1));
        }

        private Box at(String id) {
            return boxes.getOrDefault(id, box);
        }

        private String colour(Edge edge) {
            double[] flow = edge.perDay();
            if (arm == 0 || isHidden(edge, 0) || Math.abs(flow[1] - flow[0]) <= CHANGED * flow[0]) {
                return SAME;
            }
            return flow[1] > flow[0] ? MORE : LESS;
        }

        private void node(String id) {
            Box at = at(id);
            boolean idle = isIdle(id, arm);
            TextStyle name = idle ? new TextStyle(bold.size(), true, SAME_TEXT) : bold;
            shapes.add(graphics -> {
                var shape = new RoundRectangle2D.Double(at.left(), at.top(), at.width(), at.height(), 14, 14);
                graphics.setPaint(PlotDrawing.colour("#F4F4F4"));
                graphics.fill(shape);
                graphics.setPaint(PlotDrawing.colour(
                        idle ? style.inks().grid() : style.inks().quiet()));
                graphics.setStroke(new BasicStroke(1.5f));
                graphics.draw(shape);
            });
            double x = (at.left() + at.right()) / 2;
            Node node = PathwayLayout.this.node(id);
            String place = panel.hides(arm, node.label()) ? "not shown" : node.place();
            boolean placed = !place.isEmpty();
            double middle = at.middle() - (placed ? 9 : 0);
            texts.add(TextMark.plain(
                    TextWrap.printable(node.label()), x, TextMark.baseline(middle, bold.size()), name, Anchor.MIDDLE));
            if (placed) {
                texts.add(TextMark.plain(
                        TextWrap.printable(place),
                        x,
                        TextMark.baseline(at.middle() + 13, small.size()),
                        small,
                        Anchor.MIDDLE));
            }
        }

        /** What leaves the picture: by enzymes to the right of a node, all else from its lower right corner. */
        private void leaving(String id) {
            Box at = at(id);
            List<Edge> edges = graph.leaving(id);
            List<Edge> enzymatic = edges.stream().filter(Edge::enzymatic).toList();
            for (int k = 0; k < enzymatic.size(); k++) {
                double y = at.middle() + (k - (enzymatic.size() - 1) / 2.0) * 21;
                aside(enzymatic.get(k), new Point(at.right(), y), new Point(at.right() + SHORT_ARROW, y));
            }
            double x = at.right() - 14;
            edges.stream()
                    .filter(e -> !e.enzymatic())
                    .forEach(e -> aside(e, new Point(x, at.bottom()), new Point(x, at.bottom() + SHORT_ARROW)));
        }

        private void aside(Edge edge, Point from, Point to) {
            if (isBroken(edge, arm)) {
                return;
            }
            double width = Math.min(stroke(edge.perDay()[arm]), 12);
            shapes.add(FlowArrow.along(List.of(from, to), width, colour(edge)));
            labels.take(new Box(from.x(), from.y(), to.x(), to.y()).grown(8));
            String words = leavingWords(edge, arm);
            if (!words.isEmpty()) {
                TextStyle ink = new TextStyle(note.size(), false, arm == 0 ? label.colour() : readable(edge));
                double baseline = TextMark.baseline(to.y(), ink.size());
                TextMark mark = TextMark.plain(words, to.x() + 6, baseline, ink, Anchor.START);
                labels.take(mark.box());
                texts.add(mark);
            }
        }

        private String readable(Edge edge) {
            return colour(edge).equals(SAME) ? style.inks().text() : colour(edge);
        }

        /** Points of a chain of cubic curves, the first and then three for each. */
        private List<Point> curve(Edge edge) {
            boolean back = layers.runsBack(edge);
            String upper = back ? edge.to() : edge.from();
            String lower = back ? edge.from() : edge.to();
            List<Point> stops = new ArrayList<>();
            stops.add(new Point(x(upper) + port(edge, upper, lower), at(upper).bottom()));
            List<String> bends = layers.routes().getOrDefault(List.of(upper, lower), List.of());
            for (int i = 0; i < bends.size(); i++) {
                stops.add(new Point(x(bends.get(i)), y(layers.layer().getOrDefault(upper, 0) + i + 1)));
            }
            stops.add(new Point(x(lower) + port(edge, lower, upper), at(lower).top()));
            List<Point> chain = new ArrayList<>(List.of(stops.get(0)));
            for (int i = 1; i < stops.size(); i++) {
                Point a = stops.get(i - 1);
                Point b = stops.get(i);
                double bend = 0.5 * (b.y() - a.y());
                chain.add(new Point(a.x(), a.y() + bend));
                chain.add(new Point(b.x(), b.y() - bend));
                chain.add(b);
            }
            if (back) {
                Collections.reverse(chain);
            }
            return chain;
        }

        /** Shift of an arrow's end from the middle of a node, so that ends lie side by side in the order of their aims. */
        private double port(Edge edge, String here, String there) {
            boolean below =
                    layers.layer().getOrDefault(there, 0) > layers.layer().getOrDefault(here, 0);
            List<Edge> beside = graph.inside().stream()
                    .filter(e -> e.from().equals(here) || e.to().equals(here))
                    .filter(e -> layers.layer().getOrDefault(other(e, here), 0)
                                    > layers.layer().getOrDefault(here, 0)
                            == below)
                    .sorted(Comparator.comparingDouble(e -> aim(e, here)))
                    .toList();
            double step = Math.min(WIDEST + 4, (nodeWidth(here) - 36) / beside.size());
            return (beside.indexOf(edge) - (beside.size() - 1) / 2.0) * step;
        }

        private double aim(Edge edge, String here) {
            String other = other(edge, here);
            boolean down = layers.routes().containsKey(List.of(here, other));
            List<String> bends =
                    layers.routes().getOrDefault(down ? List.of(here, other) : List.of(other, here), List.of());
            return bends.isEmpty() ? x(other) : x(bends.get(down ? 0 : bends.size() - 1));
        }

        private static String other(Edge edge, String here) {
            return edge.from().equals(here) ? edge.to() : edge.from();
        }

        private void arrow(Edge edge, List<Point> chain) {
            double width = stroke(edge.perDay()[arm]);
            if (isBroken(edge, arm)) {
                shapes.add(FlowArrow.broken(chain, SAME));
            } else if (width > 0 && chain.size() > 3) {
                shapes.add(FlowArrow.along(chain, width, colour(edge)));
            }
        }

        /** Carrier, and flow or change, beside the arrow. */
        private ArrowLabels.Request label(Edge edge, List<Point> way) {
            String carrier = edge.carrier().isEmpty() ? "" : graph.carrier(edge);
            TextStyle ink = new TextStyle(label.size(), edge.enzymatic(), arm == 0 ? label.colour() : readable(edge));
            return new ArrowLabels.Request(carrier, words(edge, arm), way, stroke(edge.perDay()[arm]) / 2 + 6, ink);
        }
    }
}
