package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order from left to right of the items of each layer: that in which a walk from the sources meets them, which keeps
 * the ways of a tree apart, or an order of fewer crossings where one is found (sweeps by the mean place of the neighbours,
 * and swaps of neighbours). It depends on what is joined in which declared order, never on amounts or widths.
 */
final class FlowOrder {
    private static final int SWEEPS = 8;

    private final Map<String, Set<String>> neighbours;
    private final Map<String, Integer> rowOf = new HashMap<>();

    private FlowOrder(List<List<String>> rows, Map<String, Set<String>> neighbours) {
        this.neighbours = neighbours;
        for (int i = 0; i < rows.size(); i++) {
            for (String item : rows.get(i)) {
                rowOf.put(item, i);
            }
        }
    }

    /**
     * Orders the rows.
     *
     * @param rows items of each layer, from the top, in declared order
     * @param neighbours items joined to each item, of the layers next to its own, in declared order
     */
    static List<List<String>> of(List<List<String>> rows, Map<String, Set<String>> neighbours) {
        FlowOrder order = new FlowOrder(rows, neighbours);
        List<List<String>> best = order.asMet(rows);
        List<List<String>> rest = copy(best);
        for (int sweep = 0; sweep < SWEEPS && order.crossings(best) > 0; sweep++) {
            order.sweep(rest, sweep % 2 == 0);
            order.swap(rest);
            best = order.crossings(rest) < order.crossings(best) ? copy(rest) : best;
        }
        return best;
    }

    /** How many joins of ordered rows cross. */
    static int crossings(List<List<String>> rows, Map<String, Set<String>> neighbours) {
        return new FlowOrder(rows, neighbours).crossings(rows);
    }

    private static List<List<String>> copy(List<List<String>> rows) {
        List<List<String>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }

    private List<List<String>> asMet(List<List<String>> rows) {
        Set<String> met = new LinkedHashSet<>();
        rows.forEach(row -> row.stream().filter(i -> joined(i, -1).isEmpty()).forEach(i -> walk(i, met)));
        rows.forEach(met::addAll);
        List<List<String>> ordered = new ArrayList<>();
        rows.forEach(row -> ordered.add(new ArrayList<>()));
        met.forEach(i -> ordered.get(rowOf.getOrDefault(i, 0)).add(i));
        return ordered;
    }

    private void walk(String item, Set<String> met) {
        if (met.add(item)) {
            joined(item, 1).forEach(next -> walk(next, met));
        }
    }

    /** The neighbours of an item in the row above (-1) or below (1). */
    private List<String> joined(String item, int side) {
        int row = rowOf.getOrDefault(item, 0) + side;
        return neighbours.getOrDefault(item, Set.of()).stream()
                .filter(n -> rowOf.getOrDefault(n, 0) == row)
                .toList();
    }

    private void sweep(List<List<String>> rows, boolean down) {
        for (int k = 1; k < rows.size(); k++) {
            int at = down ? k : rows.size() - 1 - k;
            List<String> fixed = rows.get(down ? at - 1 : at + 1);
            List<String> row = rows.get(at);
            Map<String, Double> means = new HashMap<>();
            for (String item : row) {
                means.put(
                        item,
                        joined(item, down ? -1 : 1).stream()
                                .mapToInt(fixed::indexOf)
                                .average()
                                .orElse(row.indexOf(item)));
            }
            row.sort(Comparator.comparingDouble(i -> means.getOrDefault(i, 0.0)));
        }
    }

    /** Swaps items side by side as long as that takes crossings away. */
    private void swap(List<List<String>> rows) {
        int before = crossings(rows);
        for (List<String> row : rows) {
            for (int i = 0; i + 1 < row.size(); i++) {
                Collections.swap(row, i, i + 1);
                int after = crossings(rows);
                if (after < before) {
                    before = after;
                } else {
                    Collections.swap(row, i, i + 1);
                }
            }
        }
    }

    private int crossings(List<List<String>> rows) {
        int crossings = 0;
        for (int i = 0; i + 1 < rows.size(); i++) {
            List<String> lower = rows.get(i + 1);
            List<Integer> ends = rows.get(i).stream()
                    .map(item -> joined(item, 1).stream()
                            .map(lower::indexOf)
                            .sorted()
                            .toList())
                    .flatMap(Collection::stream)
                    .toList();
            for (int a = 0; a < ends.size(); a++) {
                for (int b = a + 1; b < ends.size(); b++) {
                    crossings += ends.get(a) > ends.get(b) ? 1 : 0;
                }
            }
        }
        return crossings;
    }
}
