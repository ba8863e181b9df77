package org.thiosim.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one setting of one tool reached and cost on thio12.
 *
 * @param tool the tool, its method and its form
 * @param setting its tolerances
 * @param error the largest error over patients, days and metabolites
 * @param seconds CPU seconds for 1,000 patients on one core
 */
record WorkPoint(String tool, String setting, double error, double seconds) {

    /** The cost of a tool at an error: between its settings on the way down, straight in the logarithms. */
    static OptionalDouble costAt(double error, List<WorkPoint> points) {
        List<WorkPoint> sorted = points.stream()
                .sorted(Comparator.comparingDouble(WorkPoint::error).reversed())
                .toList();
        OptionalDouble cheapest = points.stream()
                .filter(p -> p.error <= error)
                .mapToDouble(WorkPoint::seconds)
                .min();
        double best = cheapest.orElse(Double.POSITIVE_INFINITY);
        for (int i = 0; i + 1 < sorted.size(); i++) {
            WorkPoint above = sorted.get(i);
            WorkPoint below = sorted.get(i + 1);
            if (above.error > error && below.error <= error) {
                double share = Math.log(above.error / error) / Math.log(above.error / below.error);
                best = Math.min(best, above.seconds * Math.pow(below.seconds / above.seconds, share));
            }
        }
        return Double.isInfinite(best) ? OptionalDouble.empty() : OptionalDouble.of(best);
    }
}
