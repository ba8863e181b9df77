package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void largestWindowIsNotTakenForTheLastInterval() {
        assertThat(FlowGraph.last(RUN.network().flows(), "alone", Runs.PHASE))
                .allMatch(f -> f.window().equals(Runs.LAST))
                .hasSize(8);
    }

    private static FlowGraph.Edge edge(String carrier) {
        return GRAPH.edges().stream()
                .filter(e -> e.carrier().equals(carrier))
                .findFirst()
                .orElseThrow();
    }
}
