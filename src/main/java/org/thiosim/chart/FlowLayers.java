package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where the nodes of a flow graph are: layers from top to bottom by the longest way from a source, within a layer near
 * their neighbours (Sugiyama, Tagawa and Toda 1981), from left to right as {@link FlowOrder} says whatever the amounts.
 * Flows that run back count as turned round.
 *
 * @param layers number of layers
 * @param layer layer of each node
 * @param x middle of each node and of each bend, px
 * @param routes for each pair of nodes joined by a flow, from the upper to the lower, the ids of the bends between
 */
record FlowLayers(
        int layers, Map<String, Integer> layer, Map<String, Double> x, Map<List<String>, List<String>> routes) {
    private static final int SWEEPS = 8;
    private static final double BEND = 140;
    private static final double NARROW_BEND = 50;
    private static final double WIDE_BEND = 120;

    /**
     * Lays out a graph.
     *
     * @param nodeWidth room of a node with what stands beside it, px
     * @param besides how much more of that room is to its right than to its left
     */
    static FlowLayers of(
            FlowGraph graph, double width, ToDoubleFunction<String> nodeWidth, ToDoubleFunction<String> besides) {
        return new Builder(graph, width, nodeWidth, besides).layers();
    }

    /** Whether an item of a layer is a bend of an arrow that passes it. */
    static boolean isBend(String item) {
        return item.indexOf('\n') >= 0;
    }

    /** Whether a flow runs from a lower layer to an upper one. */
    boolean runsBack(FlowGraph.Edge edge) {
        return !routes.containsKey(List.of(edge.from(), edge.to()));
    }

    /** How many pairs of nodes are joined across the gap below a layer. */
    long crossing(int gap) {
        return routes.keySet().stream()
                .filter(pair -> layer.getOrDefault(pair.get(0), 0) <= gap && layer.getOrDefault(pair.get(1), 0) > gap)
                .count();
    }

    /** Lays out one graph. */
    private static final class Builder {
        private final FlowGraph graph;
        private final double width;
        private final ToDoubleFunction<String> nodeWidth;
        private final ToDoubleFunction<String> besides;
        private final Map<String, Set<String>> below = new LinkedHashMap<>();
        private final Map<String, Integer> layer = new HashMap<>();
        private final Map<List<String>, List<String>> routes = new LinkedHashMap<>();
        private final Map<String, Set<String>> neighbours = new HashMap<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final Map<String, Double> x = new HashMap<>();

        Builder(FlowGraph graph, double width, ToDoubleFunction<String> nodeWidth, ToDoubleFunction<String> besides) {
            this.besides = besides;
            this.graph = graph;
            this.width = width;
            this.nodeWidth = nodeWidth;
            graph.nodes().keySet().forEach(n -> below.put(n, new LinkedHashSet<>()));
        }

        FlowLayers layers() {
            Set<String> entered = new HashSet<>();
            graph.inside().forEach(e -> entered.add(e.to()));
            Set<String> seen = new HashSet<>();
            graph.nodes().keySet().stream()
                    .filter(n -> !entered.contains(n))
                    .forEach(n -> walk(n, new ArrayList<>(), seen));
            graph.nodes().keySet().forEach(n -> walk(n, new ArrayList<>(), seen));
            graph.nodes().keySet().forEach(n -> layer.put(n, depth(n)));
            int count = layer.values().stream().mapToInt(l -> l + 1).max().orElse(0);
            for (int i = 0; i < count; i++) {
                rows.add(new ArrayList<>());
            }
            graph.nodes().keySet().forEach(n -> rows.get(depth(n)).add(n));
            below.forEach((from, targets) -> targets.stream()
                    .sorted(Comparator.comparingInt(this::depth))
                    .forEach(to -> route(from, to)));
            List<List<String>> ordered = FlowOrder.of(rows, neighbours);
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                boolean down = sweep % 2 == 0;
                for (int i = 0; i < count; i++) {
                    place(ordered.get(down ? i : count - 1 - i), sweep == 0);
                }
            }
            return new FlowLayers(count, layer, x, routes);
        }

        /** Marks flows as running downwards unless they return to a node on the way. */
        private void walk(String node, List<String> way, Set<String> seen) {
            if (!seen.add(node)) {
                return;
            }
            way.add(node);
            List<FlowGraph.Edge> out =
                    graph.inside().stream().filter(e -> e.from().equals(node)).toList();
            for (FlowGraph.Edge edge : out) {
                if (way.contains(edge.to())) {
                    below.getOrDefault(edge.to(), new LinkedHashSet<>()).add(node);
                } else {
                    below.getOrDefault(node, new LinkedHashSet<>()).add(edge.to());
                    walk(edge.to(), way, seen);
                }
            }
            way.remove(node);
        }

        private int depth(String node) {
            int depth = 0;
            for (Map.Entry<String, Set<String>> entry : below.entrySet()) {
                if (entry.getValue().contains(node)) {
                    depth = Math.max(depth, 1 + depth(entry.getKey()));
                }
            }
            return depth;
        }

        private void route(String from, String to) {
            List<String> bends = new ArrayList<>();
            String above = from;
            for (int i = depth(from) + 1; i < depth(to); i++) {
                String bend = from + "\n" + to + "\n" + i;
                rows.get(i).add(bend);
                bends.add(bend);
                link(above, bend);
                above = bend;
            }
            link(above, to);
            routes.put(List.of(from, to), List.copyOf(bends));
        }

        private double shift(String item) {
            return isBend(item) ? 0 : besides.applyAsDouble(item) / 2;
        }

        private void link(String one, String other) {
            neighbours.computeIfAbsent(one, k -> new LinkedHashSet<>()).add(other);
            neighbours.computeIfAbsent(other, k -> new LinkedHashSet<>()).add(one);
        }

        /**
         * Takes away what a row is too wide by, from its bends first, least from that of the widest arrow, then from all alike.
         *
         * @return the share of its width that each item keeps after the bends have given way
         */
        private double fit(List<String> row, double[] widths, double excess) {
            int[] bends = IntStream.range(0, widths.length)
                    .filter(i -> isBend(row.get(i)))
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> largestFlow(row.get(i))))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double over = Math.max(0, excess);
            int others = bends.length - 1;
            double each = others > 0 ? Math.min(BEND - NARROW_BEND, over / others) : 0;
            for (int k = 0; k < bends.length; k++) {
                double given = k < others ? each : Math.min(BEND - WIDE_BEND, over);
                widths[bends[k]] -= given;
                over = Math.max(0, over - given);
            }
            double share = width / (width + over);
            for (int i = 0; i < widths.length; i++) {
                widths[i] *= share;
            }
            return share;
        }

        /** The largest flow of any arm that runs through a bend. */
        private double largestFlow(String bend) {
            return graph.inside().stream()
                    .filter(e -> bend.startsWith(e.from() + "\n" + e.to() + "\n")
                            || bend.startsWith(e.to() + "\n" + e.from() + "\n"))
                    .flatMapToDouble(e -> Arrays.stream(e.perDay()))
                    .max()
                    .orElse(0);
        }

        private void place(List<String> row, boolean first) {
            double[] wanted = new double[row.size()];
            double[] widths = new double[row.size()];
            double total = 0;
            for (int i = 0; i < wanted.length; i++) {
                String item = row.get(i);
                widths[i] = isBend(item) ? BEND : nodeWidth.applyAsDouble(item);
                total += widths[i];
                double own = first ? width * (i + 0.5) / wanted.length : x.getOrDefault(item, width / 2);
                wanted[i] = neighbours.getOrDefault(item, Set.of()).stream()
                                .filter(x::containsKey)
                                .mapToDouble(n -> x.getOrDefault(n, own))
                                .average()
                                .orElse(own)
                        + shift(item);
            }
            double share = fit(row, widths, total - width);
            double[] placed = LabelPlacement.inOrder(wanted, widths, 0, width);
            for (int i = 0; i < placed.length; i++) {
                x.put(row.get(i), placed[i] - share * shift(row.get(i)));
            }
        }
    }
}
