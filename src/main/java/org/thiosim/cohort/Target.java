package org.thiosim.cohort;

import java.util.List;

/**
 * Something that a patient on an arm attains or not: every limit holds.
 *
 * @param id as in files
 * @param title in words, with the caveat of an assay where there is one
 * @param limits joined by and
 */
public record Target(String id, String title, List<Limit> limits) {
    public Target {
        limits = List.copyOf(limits);
        if (limits.isEmpty()) {
            throw new IllegalArgumentException("target '" + id + "' has no limit");
        }
    }

    /** A metric, by its place among the metrics of the outputs, lies from low to high, both included. */
    public record Limit(int metric, double low, double high) {
        boolean holds(double[] metrics) {
            return metrics[metric] >= low && metrics[metric] <= high;
        }
    }

    /** Whether to attain it is the aim, as of a window, rather than a harm, as of a limit that is passed to one side. */
    public boolean isGoal() {
        return limits.stream().allMatch(l -> Double.isFinite(l.low()) && Double.isFinite(l.high()));
    }

    /** Whether every metric it needs has a value. */
    boolean applies(double[] metrics) {
        return limits.stream().noneMatch(l -> Double.isNaN(metrics[l.metric()]));
    }

    boolean holds(double[] metrics) {
        return limits.stream().allMatch(l -> l.holds(metrics));
    }
}
