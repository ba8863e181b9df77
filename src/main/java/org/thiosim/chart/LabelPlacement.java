package org.thiosim.chart;

import java.util.Arrays;

/** Shifts labels along one axis so that they do not overlap, moving them as little as possible. */
final class LabelPlacement {
    private LabelPlacement() {}

    /**
     * Middles of labels inside [{@code low}, {@code high}] that keep the order of the wanted middles and do not overlap,
     * with the least sum of squared shifts (pool adjacent violators).
     *
     * @param wanted where each label would like its middle, in any order
     * @param heights height of each label, gap included
     * @throws IllegalArgumentException if the labels are higher together than the space
     */
    static double[] place(double[] wanted, double[] heights, double low, double high) {
        Integer[] order = indices(wanted.length);
        Arrays.sort(order, (a, b) -> Double.compare(wanted[a], wanted[b]));
        return place(wanted, heights, low, high, order);
    }

    /** The same, but in the order in which the labels are given. */
    static double[] inOrder(double[] wanted, double[] heights, double low, double high) {
        return place(wanted, heights, low, high, indices(wanted.length));
    }

    private static Integer[] indices(int count) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static double[] place(double[] wanted, double[] heights, double low, double high, Integer[] order) {
        int count = wanted.length;
        double total = Arrays.stream(heights).sum();
        if (total > high - low + 1e-9) {
            throw new IllegalArgumentException(
                    count + " labels need " + total + " px but only " + (high - low) + " px are free; shorten them");
        }
        double[] pooled = pooled(wanted, heights, order);
        double[] placed = new double[count];
        double above = 0;
        for (int k = 0; k < count; k++) {
            int label = order[k];
            double start = Math.min(Math.max(pooled[k], low), high - total);
            placed[label] = start + above + heights[label] / 2;
            above += heights[label];
        }
        return placed;
    }

    /** Where a stack of all labels would start if only the k-th label counted, made non-decreasing by least squares. */
    private static double[] pooled(double[] wanted, double[] heights, Integer[] order) {
        int count = order.length;
        double[] mean = new double[count];
        int[] size = new int[count];
        int pools = 0;
        double above = 0;
        for (int label : order) {
            mean[pools] = wanted[label] - heights[label] / 2 - above;
            size[pools] = 1;
            above += heights[label];
            pools++;
            while (pools > 1 && mean[pools - 2] > mean[pools - 1]) {
                int members = size[pools - 2] + size[pools - 1];
                mean[pools - 2] = (mean[pools - 2] * size[pools - 2] + mean[pools - 1] * size[pools - 1]) / members;
                size[pools - 2] = members;
                pools--;
            }
        }
        double[] starts = new double[count];
        int next = 0;
        for (int pool = 0; pool < pools; pool++) {
            for (int member = 0; member < size[pool]; member++) {
                starts[next++] = mean[pool];
            }
        }
        return starts;
    }
}
