package org.thiosim.chart;

import java.util.List;

/**
 * One plot of percentile bands.
 *
 * @param bands one for each arm shown, in the order of their colours
 */
public record BandPanel(String title, List<Band> bands) {
    public BandPanel {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("plot '" + title + "' has no band; give at least one");
        }
    }

    /**
     * The percentiles of one arm over time.
     *
     * @param look index of its colour
     * @param hours times in h, ascending
     * @param quantiles 5th, 25th, 50th, 75th and 95th percentile at each time
     */
    public record Band(String arm, int look, List<Double> hours, List<List<Double>> quantiles) {
        public Band {
            hours = List.copyOf(hours);
            quantiles = List.copyOf(quantiles);
            if (hours.size() != quantiles.size() || hours.size() < 2) {
                throw new IllegalArgumentException(
                        "a band of " + arm + " needs percentiles at two times or more, found " + quantiles.size()
                                + " at " + hours.size() + " times");
            }
        }

        /** Without the times before any percentile is above 0; the same where fewer than two are left. */
        Band sinceKnown() {
            int start = 0;
            while (start < quantiles.size() && quantiles.get(start).stream().allMatch(v -> v == 0)) {
                start++;
            }
            return start == 0 || quantiles.size() - start < 2
                    ? this
                    : new Band(
                            arm, look, hours.subList(start, hours.size()), quantiles.subList(start, quantiles.size()));
        }

        double[] quantile(int q) {
            return quantiles.stream().mapToDouble(v -> v.get(q)).toArray();
        }
    }
}
