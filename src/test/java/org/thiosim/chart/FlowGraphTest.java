package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.RunRecord;

class FlowGraphTest {
    private static final RunRecord RUN = Runs.two();
    private static final FlowGraph GRAPH = FlowGraph.of(RUN, RUN.armNames(), Runs.PHASE);

    @Test
    void placesOfOneSubstanceThatPassIntoEachOtherAreOneNode() {
        assertThat(GRAPH.nodes().values())
                .extracting(FlowGraph.Node::label)
                .containsExactlyInAnyOrder("6-MP", "6-TUA", "6-TGN");
    }

    @Test
    void reactionsOfOneEnzymeAtTwoSitesAreOneEdge() {
        FlowGraph.Edge oxidation = edge("XO");
        assertThat(oxidation.perDay()).containsExactly(300, 30);
    }

    @Test
    void whatEndsInASinkLeavesItsNode() {
        String acid = GRAPH.nodes().values().stream()
                .filter(n -> n.label().equals("6-TUA"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(GRAPH.leaving(acid)).hasSize(1);
        assertThat(GRAPH.inside()).extracting(FlowGraph.Edge::carrier).doesNotContain("");
    }

    @Test
    void flowThatRunsBackIsAnEdgeOfItsOwnAndFound() {
        FlowLayers layers = FlowLayers.of(GRAPH, 700, n -> 100, n -> 0);
        assertThat(layers.runsBack(edge("NT5"))).isTrue();
        assertThat(layers.runsBack(edge("HGPRT"))).isFalse();
        assertThat(layers.layers()).isEqualTo(2);
    }

    @Test
    void joinedNodesAreCountedOnceForTheGapBetweenThem() {
        assertThat(FlowLayers.of(GRAPH, 700, n -> 100, n -> 0).crossing(0)).isEqualTo(2);
    }

    @Test
    void nodesOfALayerDoNotOverlap() {
        FlowLayers layers = FlowLayers.of(GRAPH, 700, n -> 200, n -> 40);
        List<Double> lower = layers.x().entrySet().stream()
                .filter(e -> layers.layer().getOrDefault(e.getKey(), -1) == 1)
                .map(e -> e.getValue())
                .sorted()
                .toList();
        assertThat(lower).hasSize(2);
        assertThat(lower.get(1) - lower.get(0)).isGreaterThanOrEqualTo(200 - 1e-9);
    }

    @Test
    void flowOfNextToNothingIsVoid() {
        FlowGraph.Edge edge = new FlowGraph.Edge("a", "b", "XO", true, Set.of("gut"), new double[] {1e-9, 30, 0.1});
        assertThat(List.of(edge.isVoid(0), edge.isVoid(1), edge.isVoid(2))).containsExactly(true, false, false);
    }

    @Test
    void carrierNamesItsSitesOnlyWhereItMakesTwoSubstancesOfOne() {
        Map<String, FlowGraph.Node> nodes = Map.of(
                "a", new FlowGraph.Node("a", "6-MP", ""),
                "b", new FlowGraph.Node("b", "6-TUA", ""),
                "c", new FlowGraph.Node("c", "6-TX", ""));
        FlowGraph.Edge gut = new FlowGraph.Edge("a", "b", "XO", true, Set.of("gut"), new double[] {1, 1});
        FlowGraph.Edge liver = new FlowGraph.Edge("a", "c", "XO", true, Set.of("liver"), new double[] {1, 1});
        assertThat(new FlowGraph(nodes, List.of(gut, liver)).carrier(gut)).isEqualTo("XO gut");
        assertThat(new FlowGraph(nodes, List.of(gut)).carrier(gut)).isEqualTo("XO");
    }

    private static FlowGraph.Edge edge(String carrier) {
        return GRAPH.edges().stream()
                .filter(e -> e.carrier().equals(carrier))
                .findFirst()
                .orElseThrow();
    }
}
