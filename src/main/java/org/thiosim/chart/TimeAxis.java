package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
    private static final double LEAD = 0.25;
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

    /** The axis of curves; counted from the first of some times that lies late on it, where it has hours only. */
    static TimeAxis of(List<TimeCourse> curves, List<Double> doses) {
        TimeAxis plain = of(curves);
        return plain.since(doses, MOST_TICKS);
    }

    /**
     * The same axis with hours since the first dose on it, if that is on a later day than the first and the axis begins within
     * the quarter of its length before the dose.
     */
    TimeAxis since(List<Double> doses, int mostTicks) {
        double length = untilHour - fromHour;
        OptionalDouble first = doses.stream()
                .mapToDouble(Double::doubleValue)
                .filter(d -> d >= DAY && d >= fromHour && d <= fromHour + LEAD * length)
                .min();
        if (first.isEmpty() || length >= 2 * DAY) {
            return this;
        }
        double dose = first.getAsDouble();
        List<Tick> ticks = ticks(fromHour - dose, untilHour - dose, 1, HOUR_STEPS, mostTicks).stream()
                .filter(t -> t.hour >= 0)
                .map(t -> new Tick(t.hour + dose, t.label))
                .toList();
        String day = PlainNumber.of(Math.floor(dose / DAY) + 1);
        return new TimeAxis(fromHour, untilHour, "hours after the dose on day " + day, ticks);
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
