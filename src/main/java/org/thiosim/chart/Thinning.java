package org.thiosim.chart;

import java.util.BitSet;

/** Leaves out the points of a curve that lie on the line between those kept (Douglas and Peucker 1973). */
final class Thinning {
    private Thinning() {}

    /** Indices to keep so that no point left out is further than {@code tolerance} px from the curve, vertically. */
    static int[] kept(double[] x, double[] y, double tolerance) {
        BitSet kept = new BitSet(x.length);
        int start = 0;
        for (int i = 0; i < x.length; i++) {
            boolean gap = Double.isNaN(y[i]);
            if (gap) {
                kept.set(i);
            }
            if (gap || i == x.length - 1) {
                int end = gap ? i - 1 : i;
                if (end >= start) {
                    kept.set(start);
                    kept.set(end);
                    thin(x, y, start, end, tolerance, kept);
                }
                start = i + 1;
            }
        }
        return kept.stream().toArray();
    }

    private static void thin(double[] x, double[] y, int from, int to, double tolerance, BitSet kept) {
        int furthest = -1;
        double distance = tolerance;
        for (int i = from + 1; i < to; i++) {
            double share = x[to] == x[from] ? 0 : (x[i] - x[from]) / (x[to] - x[from]);
            double off = Math.abs(y[i] - y[from] - share * (y[to] - y[from]));
            if (off > distance) {
                distance = off;
                furthest = i;
            }
        }
        if (furthest > 0) {
            kept.set(furthest);
            thin(x, y, from, furthest, tolerance, kept);
            thin(x, y, furthest, to, tolerance, kept);
        }
    }
}
