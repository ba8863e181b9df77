package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowOrderTest {
    @Test
    void childrenOfOneStandInDeclaredOrder() {
        assertThat(FlowOrder.of(List.of(List.of("a"), List.of("z", "b", "y")), joined("a-z", "a-b", "a-y")))
                .containsExactly(List.of("a"), List.of("z", "b", "y"));
    }

    @Test
    void crossingOfDeclaredOrderIsUndone() {
        List<List<String>> rows = List.of(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
        Map<String, Set<String>> neighbours = joined("a-d", "b-c", "c-e", "d-f");
        assertThat(FlowOrder.crossings(rows, neighbours)).isEqualTo(1);
        assertThat(FlowOrder.crossings(FlowOrder.of(rows, neighbours), neighbours))
                .isZero();
    }

    @Test
    void wayThatReturnsStandsBesideTheOneItJoins() {
        List<List<String>> rows = List.of(List.of("a"), List.of("b", "c", "long"), List.of("d", "e"));
        Map<String, Set<String>> neighbours = joined("a-b", "a-c", "a-long", "b-d", "c-e", "long-d");
        List<List<String>> ordered = FlowOrder.of(rows, neighbours);
        assertThat(FlowOrder.crossings(ordered, neighbours)).isZero();
        assertThat(Math.abs(ordered.get(1).indexOf("b") - ordered.get(1).indexOf("long")))
                .isEqualTo(1);
    }

    private static Map<String, Set<String>> joined(String... pairs) {
        Map<String, Set<String>> neighbours = new LinkedHashMap<>();
        for (String pair : pairs) {
            String[] ends = pair.split("-");
            neighbours.computeIfAbsent(ends[0], k -> new LinkedHashSet<>()).add(ends[1]);
            neighbours.computeIfAbsent(ends[1], k -> new LinkedHashSet<>()).add(ends[0]);
        }
        return neighbours;
    }
}
