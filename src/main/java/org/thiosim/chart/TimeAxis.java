package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.simulation.TimeCourse;

/**
 * The time axis: weeks for more than 14 days, days for 2 to 14 days, hours below.
 *
 * @param fromHour left end, h
 * @param untilHour right end, h
 * @param title axis label
 * @param ticks labelled times
 */
record TimeAxis(double fromHour, double untilHour, String title, List<Tick> ticks) {
    private static final int MOST_TICKS = 10;
    private static final List<Double> WEEK_STEPS = List.of(1.0, 2.0, 4.0, 8.0, 13.0, 26.0, 52.0);
    private static final List<Double> DAY_STEPS = List.of(1.0, 2.0);
    private static final List<Double> HOUR_STEPS = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 12.0);

    /**
     * One labelled time.
     *
     * @param hour h
     * @param label the time in the axis unit
     */
    record Tick(double hour, String label) {}

    static TimeAxis of(List<TimeCourse> curves) {
        double from = Double.POSITIVE_INFINITY;
        double until = Double.NEGATIVE_INFINITY;
        for (TimeCourse curve : curves) {
            double[] hours = curve.hours();
            from = Math.min(from, hours[0]);
            until = Math.max(until, hours[hours.length - 1]);
        }
        return between(from, until);
    }

    static TimeAxis between(double from, double until) {
        return between(from, until, MOST_TICKS);
    }

    static TimeAxis between(double from, double until, int mostTicks) {
        double days = (until - from) / DAY;
        if (days > 14) {
            return new TimeAxis(from, until, "weeks", ticks(from, until, WEEK, WEEK_STEPS, mostTicks));
        }
        if (days >= 2) {
            return new TimeAxis(from, until, "days", ticks(from, until, DAY, DAY_STEPS, mostTicks));
        }
        return new TimeAxis(from, until, "hours", ticks(from, until, 1, HOUR_STEPS, mostTicks));
    }

    /** Share of the axis length at a time, 0 left to 1 right. */
    double share(double hour) {
        return (hour - fromHour) / (untilHour - fromHour);
    }

    private static List<Tick> ticks(double from, double until, double unit, List<Double> steps, int mostTicks) {
        double step = step((until - from) / unit, steps, mostTicks);
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(from / unit / step - 1e-9);
        long last = (long) Math.floor(until / unit / step + 1e-9);
        for (long k = first; k <= last; k++) {
            double value = k * step;
            ticks.add(new Tick(value * unit, PlainNumber.of(value)));
        }
        return List.copyOf(ticks);
    }

    private static double step(double length, List<Double> steps, int mostTicks) {
        for (double step : steps) {
            if (length / step <= mostTicks) {
                return step;
            }
        }
        double largest = steps.get(steps.size() - 1);
        return largest * Math.ceil(length / mostTicks / largest);
    }
}
