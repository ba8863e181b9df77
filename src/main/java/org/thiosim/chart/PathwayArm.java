package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.thiosim.chart.FlowGraph.Edge;
import org.thiosim.chart.FlowGraph.Node;
import org.thiosim.chart.Polyline.Point;
import org.thiosim.chart.TextMark.Anchor;

/** One arm of a pathway: its nodes, the arrows between them and those that leave, each with its words. */
final class PathwayArm {
    private static final double ARROWS_IN_ANY_GAP = 5;
    private static final double ASIDE_HEIGHT = 21;
    private static final double LEAST_ARROW = 10;
    private static final String MORE = "#B34700";
    private static final String LESS = "#0072B2";
    private static final String SAME = "#8C8C8C";
    private static final String SAME_TEXT = "#6B6B6B";

    private final int arm;
    private final FlowWords words;
    private final FlowGraph graph;
    private final PathwaySizes sizes;
    private final ChartStyle.Inks inks;
    private final FlowLayers layers;
    private final Box box;
    private final Map<String, Box> boxes = new HashMap<>();
    private final ArrowLabels labels;
    private final List<Drawn> drawn = new ArrayList<>();
    private final List<TextMark> texts = new ArrayList<>();
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();

    PathwayArm(int arm, FlowWords words, PathwaySizes sizes, ChartStyle.Inks inks, FlowLayers layers, Box box) {
        this.arm = arm;
        this.words = words;
        this.graph = words.panel().graph();
        this.sizes = sizes;
        this.inks = inks;
        this.layers = layers;
        this.box = box;
        this.labels = new ArrowLabels(box);
        lay();
    }

    List<TextMark> texts() {
        return List.copyOf(texts);
    }

    List<Consumer<Graphics2D>> shapes() {
        return List.copyOf(shapes);
    }

    /** An arrow between nodes; its label covers {@code label}, empty where it has none. */
    record Drawn(Edge edge, ArrowLabels.Way way, Optional<Box> label) {}

    /** The arrows between nodes. */
    List<Drawn> drawn() {
        return List.copyOf(drawn);
    }

    /** Where the nodes are, by id. */
    Map<String, Box> boxes() {
        return Map.copyOf(boxes);
    }

    private void lay() {
        graph.nodes().keySet().forEach(id -> {
            double x = x(id);
            double y = y(layers.layer().getOrDefault(id, 0));
            double half = sizes.nodeWidth(id) / 2;
            boxes.put(
                    id,
                    new Box(x - half, y - PathwaySizes.NODE_HEIGHT / 2, x + half, y + PathwaySizes.NODE_HEIGHT / 2));
        });
        boxes.values().forEach(labels::take);
        graph.nodes().keySet().forEach(this::leaving);
        List<Edge> edges = new ArrayList<>(graph.inside());
        Map<Edge, List<Point>> curves = new LinkedHashMap<>();
        edges.forEach(e -> curves.put(e, curve(e)));
        curves.forEach((e, c) -> labels.passBy(FlowArrow.samples(c), sizes.stroke(e.perDay()[arm])));
        edges.sort(Comparator.comparingDouble(e -> -e.perDay()[arm]));
        edges.forEach(e -> arrow(e, curves.getOrDefault(e, List.of())));
        Map<Edge, ArrowLabels.Request> wanted = new LinkedHashMap<>();
        edges.stream()
                .filter(e -> !words.isBroken(e, arm))
                .filter(e -> !(e.carrier() + words.words(e, arm)).isEmpty())
                .forEach(e -> wanted.put(e, label(e, FlowArrow.samples(curves.getOrDefault(e, List.of())))));
        Map<ArrowLabels.Request, ArrowLabels.Label> placed = labels.place(List.copyOf(wanted.values()));
        placed.values().forEach(l -> texts.addAll(l.marks()));
        curves.forEach((edge, curve) -> drawn.add(new Drawn(
                edge,
                ArrowLabels.Way.of(FlowArrow.samples(curve), sizes.stroke(edge.perDay()[arm])),
                Optional.ofNullable(wanted.get(edge)).map(placed::get).map(ArrowLabels.Label::box))));
        graph.nodes().keySet().forEach(this::node);
    }

    private double x(String id) {
        return box.left() + layers.x().getOrDefault(id, 0.0);
    }

    /** Middle of a layer; a gap between two layers is the higher the more arrows cross it, for their labels. */
    private double y(int layer) {
        double free = box.height() - layers.layers() * PathwaySizes.NODE_HEIGHT;
        double crossing = 0;
        double above = 0;
        for (int gap = 0; gap + 1 < layers.layers(); gap++) {
            double share = ARROWS_IN_ANY_GAP + layers.crossing(gap);
            crossing += share;
            above += gap < layer ? share : 0;
        }
        double gaps = crossing == 0 ? 0 : free * above / crossing;
        return box.top() + PathwaySizes.NODE_HEIGHT * (layer + 0.5) + gaps;
    }

    private Box at(String id) {
        return boxes.getOrDefault(id, box);
    }

    private String colour(Edge edge) {
        double[] flow = edge.perDay();
        if (arm == 0 || !words.isColoured(edge)) {
            return SAME;
        }
        return flow[1] > flow[0] ? MORE : LESS;
    }

    private void node(String id) {
        Box at = at(id);
        boolean idle = words.isIdle(id, arm);
        TextStyle name = idle ? new TextStyle(sizes.bold().size(), true, SAME_TEXT) : sizes.bold();
        shapes.add(graphics -> {
            var shape = new RoundRectangle2D.Double(at.left(), at.top(), at.width(), at.height(), 14, 14);
            graphics.setPaint(PlotDrawing.colour("#F4F4F4"));
            graphics.fill(shape);
            graphics.setPaint(PlotDrawing.colour(idle ? inks.grid() : inks.quiet()));
            graphics.setStroke(new BasicStroke(1.5f));
            graphics.draw(shape);
        });
        double x = (at.left() + at.right()) / 2;
        Node node = words.node(id);
        String place = words.panel().hides(arm, node.label()) ? "not shown" : node.place();
        boolean placed = !place.isEmpty();
        double middle = at.middle() - (placed ? 9 : 0);
        texts.add(TextMark.plain(
                TextWrap.printable(node.label()),
                x,
                TextMark.baseline(middle, sizes.bold().size()),
                name,
                Anchor.MIDDLE));
        if (placed) {
            texts.add(TextMark.plain(
                    TextWrap.printable(place),
                    x,
                    TextMark.baseline(at.middle() + 13, sizes.small().size()),
                    sizes.small(),
                    Anchor.MIDDLE));
        }
    }

    /** What leaves the picture, to the right of a node: by enzymes, and last all else. */
    private void leaving(String id) {
        Box at = at(id);
        List<Edge> edges = graph.leaving(id).stream()
                .filter(e -> !words.isBroken(e, arm))
                .sorted(Comparator.comparing(e -> !e.enzymatic()))
                .toList();
        double height = Math.min(ASIDE_HEIGHT, PathwaySizes.NODE_HEIGHT / Math.max(1, edges.size()));
        for (int k = 0; k < edges.size(); k++) {
            double y = at.middle() + (k - (edges.size() - 1) / 2.0) * height;
            aside(edges.get(k), new Point(at.right(), y), new Point(at.right() + shortArrow(at), y));
        }
    }

    /** Length of what leaves a node: short of its neighbour, lest it seem to lead there. */
    private double shortArrow(Box at) {
        double room = boxes.values().stream()
                .filter(b -> b.left() > at.right() && b.middle() == at.middle())
                .mapToDouble(b -> b.left() - at.right())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return Math.min(PathwaySizes.SHORT_ARROW, Math.max(LEAST_ARROW, room - LEAST_ARROW));
    }

    private void aside(Edge edge, Point from, Point to) {
        double width = Math.min(sizes.stroke(edge.perDay()[arm]), 12);
        shapes.add(FlowArrow.along(List.of(from, to), width, colour(edge)));
        labels.take(new Box(from.x(), from.y(), to.x(), to.y()).grown(8));
        String said = words.leavingWords(edge, arm);
        if (!said.isEmpty()) {
            TextStyle ink = new TextStyle(
                    sizes.note().size(), false, arm == 0 ? sizes.label().colour() : readable(edge));
            double baseline = TextMark.baseline(to.y(), ink.size());
            TextMark mark = TextMark.plain(said, to.x() + 6, baseline, ink, Anchor.START);
            labels.take(mark.box());
            texts.add(mark);
        }
    }

    private String readable(Edge edge) {
        return colour(edge).equals(SAME) ? inks.text() : colour(edge);
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
        boolean below = layers.layer().getOrDefault(there, 0) > layers.layer().getOrDefault(here, 0);
        List<Edge> beside = graph.inside().stream()
                .filter(e -> e.from().equals(here) || e.to().equals(here))
                .filter(e -> layers.layer().getOrDefault(other(e, here), 0)
                                > layers.layer().getOrDefault(here, 0)
                        == below)
                .sorted(Comparator.comparingDouble(e -> aim(e, here)))
                .toList();
        double step = Math.min(PathwaySizes.WIDEST + 4, (sizes.nodeWidth(here) - 36) / beside.size());
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
        double width = sizes.stroke(edge.perDay()[arm]);
        if (words.isBroken(edge, arm)) {
            shapes.add(FlowArrow.broken(chain, SAME));
        } else if (width > 0 && chain.size() > 3) {
            shapes.add(FlowArrow.along(chain, width, colour(edge)));
        }
    }

    /** Carrier, and flow or change, beside the arrow. */
    private ArrowLabels.Request label(Edge edge, List<Point> way) {
        String carrier = edge.carrier().isEmpty() ? "" : graph.carrier(edge);
        TextStyle ink = new TextStyle(
                sizes.label().size(), edge.enzymatic(), arm == 0 ? sizes.label().colour() : readable(edge));
        return new ArrowLabels.Request(
                carrier, words.words(edge, arm), way, sizes.stroke(edge.perDay()[arm]) / 2 + 6, ink);
    }
}
