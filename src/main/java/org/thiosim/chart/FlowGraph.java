package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Flow;
import org.thiosim.simulation.RunRecord.Place;
import org.thiosim.simulation.TimeWindow;

/**
 * Substances and the flows between them: the largest part of a model's network that hangs together.
 *
 * <p>Species of one substance that pass into each other (gut, wall, liver and plasma) are one node. Reactions between the
 * same nodes with the same enzyme, whatever its site, are one edge; opposite flows that no enzyme carries are offset.
 *
 * @param nodes by id
 * @param edges flows of at least a millionth of the largest
 */
record FlowGraph(Map<String, Node> nodes, List<Edge> edges) {
    private static final double SMALLEST = 1e-7;
    private static final double NOTHING = 1e-4;

    /** A substance; {@code place} is where it is, empty where it is in several places. */
    record Node(String id, String label, String place) {}

    /**
     * A flow.
     *
     * @param to the receiving node, or the same as {@code from} for what leaves the picture
     * @param carrier enzyme or process, may be empty
     * @param sites where the enzyme is
     * @param perDay µmol per day in each arm
     */
    record Edge(String from, String to, String carrier, boolean enzymatic, Set<String> sites, double[] perDay) {
        /** Whether next to nothing of what flows in some arm flows in this one. */
        boolean isVoid(int arm) {
            return perDay[arm] <= NOTHING * Arrays.stream(perDay).max().orElse(0);
        }

        boolean leaves() {
            return from.equals(to);
        }
    }

    /** The graph of some arms, on average over a phase. */
    static FlowGraph of(RunRecord run, List<String> arms, TimeWindow phase) {
        return new Builder(run.network(), arms).graph(phase);
    }

    /** Puts the graph together. */
    private static final class Builder {
        private final RunRecord.Network network;
        private final List<String> arms;
        private final Map<String, String> parents = new HashMap<>();

        Builder(RunRecord.Network network, List<String> arms) {
            this.network = network;
            this.arms = arms;
        }

        FlowGraph graph(TimeWindow phase) {
            List<List<Flow>> flows = arms.stream()
                    .map(a -> network.flows().stream()
                            .filter(f -> f.arm().equals(a) && f.window().equals(phase))
                            .toList())
                    .toList();
            Map<String, double[]> component = component(flows);
            merge(flows);
            Map<String, Edge> edges = new LinkedHashMap<>();
            for (int arm = 0; arm < flows.size(); arm++) {
                for (Flow flow : flows.get(arm)) {
                    if (component.containsKey(flow.from())) {
                        add(edges, flow, arm);
                    }
                }
            }
            offset(edges);
            double largest =
                    edges.values().stream().mapToDouble(Builder::size).max().orElse(0);
            List<Edge> kept = edges.values().stream()
                    .filter(e -> size(e) > SMALLEST * largest)
                    .toList();
            Map<String, Node> nodes = new LinkedHashMap<>();
            kept.forEach(e -> List.of(e.from(), e.to()).forEach(id -> nodes.computeIfAbsent(id, this::node)));
            return new FlowGraph(nodes, kept);
        }

        private static double size(Edge edge) {
            double size = 0;
            for (double flow : edge.perDay) {
                size = Math.max(size, flow);
            }
            return size;
        }

        private void add(Map<String, Edge> edges, Flow flow, int arm) {
            String from = find(flow.from());
            String to = find(flow.to());
            boolean leaves = place(flow.to()).sink();
            if (from.equals(to)) {
                return;
            }
            boolean enzymatic = !flow.enzyme().isEmpty();
            String carrier = enzymatic
                    ? flow.enzyme().split("@", 2)[0]
                    : leaves ? "" : network.processes().getOrDefault(flow.reaction(), "");
            String target = leaves ? from : to;
            Edge edge = edges.computeIfAbsent(
                    from + "\n" + target + "\n" + carrier,
                    k -> new Edge(from, target, carrier, enzymatic, new TreeSet<>(), new double[arms.size()]));
            if (flow.enzyme().contains("@")) {
                edge.sites.add(flow.enzyme().substring(flow.enzyme().indexOf('@') + 1));
            }
            edge.perDay[arm] += Math.max(0, flow.micromoles()) / flow.window().length() * DAY;
        }

        /** Takes the smaller of two opposite flows without an enzyme from the larger. */
        private static void offset(Map<String, Edge> edges) {
            List<Edge> plain = edges.values().stream()
                    .filter(e -> !e.enzymatic && !e.leaves())
                    .toList();
            for (Edge one : plain) {
                for (Edge other : plain) {
                    if (one.from.equals(other.to) && one.to.equals(other.from)) {
                        for (int arm = 0; arm < one.perDay.length; arm++) {
                            double both = Math.min(one.perDay[arm], other.perDay[arm]);
                            one.perDay[arm] -= both;
                            other.perDay[arm] -= both;
                        }
                    }
                }
            }
        }

        /** The species of the group, connected by any reaction, through which most flows. */
        private Map<String, double[]> component(List<List<Flow>> flows) {
            Map<String, String> groups = new HashMap<>();
            flows.forEach(arm -> arm.forEach(f -> join(groups, f.from(), f.to())));
            Map<String, Double> through = new TreeMap<>();
            flows.forEach(arm -> arm.forEach(
                    f -> through.merge(root(groups, f.from()), f.micromoles() > 0 ? 1.0 : 0.0, Double::sum)));
            String most = through.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
            return groups.keySet().stream()
                    .filter(s -> root(groups, s).equals(most))
                    .collect(Collectors.toMap(s -> s, s -> new double[0]));
        }

        private void merge(List<List<Flow>> flows) {
            flows.forEach(arm -> arm.forEach(f -> {
                Place from = place(f.from());
                Place to = place(f.to());
                if (!from.sink() && !to.sink() && from.label().equals(to.label())) {
                    join(parents, f.from(), f.to());
                }
            }));
        }

        private Place place(String species) {
            return network.species().getOrDefault(species, new Place(species, species, "", false));
        }

        private Node node(String id) {
            List<String> places = parents.keySet().stream()
                    .filter(s -> find(s).equals(id))
                    .map(s -> place(s).matrix())
                    .distinct()
                    .toList();
            return new Node(
                    id, place(id).label(), places.size() > 1 ? "" : place(id).matrix());
        }

        private String find(String species) {
            return root(parents, species);
        }

        private static String root(Map<String, String> groups, String species) {
            String at = species;
            for (String up = groups.getOrDefault(at, at); !up.equals(at); up = groups.getOrDefault(at, at)) {
                at = up;
            }
            return at;
        }

        private static void join(Map<String, String> groups, String one, String other) {
            groups.putIfAbsent(one, one);
            groups.putIfAbsent(other, other);
            String first = root(groups, one);
            String second = root(groups, other);
            if (!first.equals(second)) {
                groups.put(second, first);
            }
        }
    }

    /** The carrier, with its sites where the same one also makes another substance of this node. */
    String carrier(Edge edge) {
        boolean twofold = !edge.leaves()
                && edges.stream()
                        .anyMatch(e -> e.from.equals(edge.from)
                                && !e.leaves()
                                && e.carrier.equals(edge.carrier)
                                && !label(e.to).equals(label(edge.to)));
        return twofold && !edge.sites.isEmpty() ? edge.carrier + " " + String.join("+", edge.sites) : edge.carrier;
    }

    private String label(String id) {
        return Optional.ofNullable(nodes.get(id)).map(Node::label).orElse(id);
    }

    List<Edge> inside() {
        List<Edge> inside = new ArrayList<>(edges);
        inside.removeIf(Edge::leaves);
        return inside;
    }

    List<Edge> leaving(String node) {
        return edges.stream().filter(e -> e.leaves() && e.from.equals(node)).toList();
    }
}
