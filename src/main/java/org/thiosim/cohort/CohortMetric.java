package org.thiosim.cohort;

import java.util.List;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Clock;
import org.thiosim.units.Numbers;

/**
 * One number of each patient and arm.
 *
 * @param metric {@code daily-mean}, {@code daily-min}, {@code daily-max} or {@code trough}, made from the values at
 *     those of the hours 24, 48, 72, … of the run that lie after the start of the window and up to its end, before any dose
 *     there, or an exposure metric such as {@code auc} made from the continuous solution
 */
public record CohortMetric(String observable, String metric, TimeWindow window, String unit) {
    /** Ends the name of every metric that is made from daily values. */
    public static final String DAILY = "daily-";

    /** The value at the end of the window, before a dose there. */
    public static final String TROUGH = "trough";

    /** The metrics that only the values of days have. */
    public static List<String> ofDays() {
        return List.of(DAILY + "mean", DAILY + "min", DAILY + "max");
    }

    /** Observable, metric and window, as in {@code 6-TGN trough 0-4032 h}. */
    public String name() {
        return observable + " " + metric + " " + Numbers.format(window.from(), 6) + "-" + Numbers.format(window.to(), 6)
                + " h";
    }

    /** Whether it is made from daily values and not from the continuous solution. */
    public boolean isDaily() {
        return metric.startsWith(DAILY) || metric.equals(TROUGH);
    }

    /**
     * The metric of a course.
     *
     * @param hours sample times of the course, ascending
     * @param values value at each; a metric over a missing value is missing
     */
    double of(double[] hours, double[] values) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double last = Double.NaN;
        int n = 0;
        for (int k = 0; k < hours.length; k++) {
            boolean inside = hours[k] > window.from() && hours[k] <= window.to();
            if (inside && hours[k] % Clock.DAY == 0) {
                sum += values[k];
                min = Math.min(min, values[k]);
                max = Math.max(max, values[k]);
                n++;
            }
            if (hours[k] == window.to()) {
                last = values[k];
            }
        }
        double found = switch (metric) {
            case "daily-mean" -> sum / n;
            case "daily-min" -> min;
            case "daily-max" -> max;
            case TROUGH -> last;
            default -> throw new IllegalStateException("'" + metric + "' is not made from daily values");
        };
        return n == 0 && !metric.equals(TROUGH) ? Double.NaN : found;
    }
}
