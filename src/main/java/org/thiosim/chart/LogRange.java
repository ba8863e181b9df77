package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis of any direction.
 *
 * @param low value at the lower end, above 0
 * @param high value at the upper end
 */
record LogRange(double low, double high) {
    private static final int MOST_TICKS = 12;

    /** The whole decades around positive values. */
    static LogRange decades(List<Double> values) {
        double least = values.stream().mapToDouble(v -> v).min().orElse(0.1);
        double largest = values.stream().mapToDouble(v -> v).max().orElse(10);
        return new LogRange(
                power((int) Math.floor(StrictMath.log10(least))), power((int) Math.ceil(StrictMath.log10(largest))));
    }

    /** Share of the axis at a value, kept between 0 and 1. */
    double share(double value) {
        double share = value <= 0 ? 0 : StrictMath.log(value / low) / StrictMath.log(high / low);
        return Math.min(Math.max(share, 0), 1);
    }

    boolean shows(double value) {
        return value >= low && value <= high;
    }

    /** Decades, thinned where there are many. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int first = (int) Math.round(StrictMath.log10(low));
        int last = (int) Math.round(StrictMath.log10(high));
        int step = 1 + (last - first) / MOST_TICKS;
        for (int e = first; e <= last; e += step) {
            ticks.add(power(e));
        }
        return ticks;
    }

    private static double power(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }
}
