package org.thiosim.simulation;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days that are sampled densely: the last dosing interval of each phase, at least a day long and shared by all arms,
 * in runs of more than a week.
 */
final class SampledDays {
    private static final double LONG_RUN = 7 * DAY;
    private static final double STEP = 0.25;
    private static final double SWING = 0.5;
    private static final double SLACK = 1e-9;

    private SampledDays() {}

    static List<TimeWindow> of(List<Arm> arms, List<TimeWindow> phases, double horizon) {
        if (horizon <= LONG_RUN) {
            return List.of();
        }
        List<TimeWindow> days = new ArrayList<>();
        for (TimeWindow phase : phases) {
            double interval = arms.stream()
                    .flatMapToDouble(a -> ReportWindows.interval(a, phase, horizon).stream())
                    .max()
                    .orElse(0);
            if (interval > 0 && phase.length() >= Math.max(interval, DAY) - SLACK) {
                days.add(new TimeWindow(phase.to() - Math.max(interval, DAY), phase.to()));
            }
        }
        return days;
    }

    static List<Double> hours(List<TimeWindow> days) {
        TreeSet<Double> hours = new TreeSet<>();
        for (TimeWindow day : days) {
            for (int k = 0; k * STEP < day.length() - SLACK; k++) {
                hours.add(day.from() + k * STEP);
            }
            hours.add(day.to());
        }
        return List.copyOf(hours);
    }

    /** The courses of those observables that, in some arm, swing by more than half of their largest value anywhere. */
    static List<TimeCourse> swinging(List<TimeCourse> days) {
        Set<String> observables = new LinkedHashSet<>();
        days.forEach(c -> observables.add(c.observable()));
        observables.removeIf(o -> days.stream()
                        .filter(c -> c.observable().equals(o))
                        .mapToDouble(SampledDays::swing)
                        .max()
                        .orElse(0)
                <= SWING
                        * days.stream()
                                .filter(c -> c.observable().equals(o))
                                .flatMapToDouble(c -> Arrays.stream(c.values()))
                                .filter(Double::isFinite)
                                .max()
                                .orElse(0));
        return days.stream().filter(c -> observables.contains(c.observable())).toList();
    }

    /** Largest less smallest value within one day. */
    private static double swing(TimeCourse course) {
        double[] hours = course.hours();
        double[] values = course.values();
        double largest = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < hours.length; k++) {
            if (k > 0 && hours[k] - hours[k - 1] > DAY) {
                low = Double.POSITIVE_INFINITY;
                high = Double.NEGATIVE_INFINITY;
            }
            low = Double.isNaN(values[k]) ? low : Math.min(low, values[k]);
            high = Double.isNaN(values[k]) ? high : Math.max(high, values[k]);
            largest = Math.max(largest, high - low);
        }
        return largest;
    }
}
