package org.thiosim.chart;

import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.thiosim.simulation.TimeCourse;

/** What is drawn for one curve: a line, or a band from the least to the largest value of each period. */
final class Trace {
    private static final double SLIM = 0.4;
    private static final double SAME = 1e-4;
    private static final double TURN = 0.05;
    private static final int ZIGZAG = 10;
    private static final double SAME_OF_LARGEST = 1e-7;

    private final List<String> arms;
    private final CurveStyle style;
    private final double[] hours;
    private final double[] lows;
    private final double[] highs;
    private final OptionalDouble periodHours;
    private final boolean slim;

    private Trace(
            List<String> arms,
            CurveStyle style,
            double[] hours,
            double[] lows,
            double[] highs,
            OptionalDouble periodHours) {
        this(arms, style, hours, lows, highs, periodHours, periodHours.isPresent() && isSlim(lows, highs));
    }

    private Trace(
            List<String> arms,
            CurveStyle style,
            double[] hours,
            double[] lows,
            double[] highs,
            OptionalDouble periodHours,
            boolean slim) {
        this.arms = List.copyOf(arms);
        this.style = style;
        this.hours = hours;
        this.lows = lows;
        this.highs = highs;
        this.periodHours = periodHours;
        this.slim = slim;
    }

    /**
     * One trace per distinct curve, in the order of the curves. All bands have the shortest period that one of them has, and a
     * middle line where one is slim.
     */
    static List<Trace> of(List<TimeCourse> curves, ChartStyle style) {
        List<Trace> traces = distinct(curves, style, OptionalDouble.empty());
        OptionalDouble shortest = traces.stream()
                .filter(Trace::isBand)
                .mapToDouble(t -> t.periodHours.orElse(0))
                .min();
        if (shortest.isPresent() && !traces.stream().allMatch(t -> t.periodHours.equals(shortest))) {
            traces = distinct(curves, style, shortest);
        }
        return traces.stream().anyMatch(Trace::isSlim)
                ? traces.stream().map(Trace::withMiddle).toList()
                : traces;
    }

    private Trace withMiddle() {
        return new Trace(arms, style, hours, lows, highs, periodHours, isBand());
    }

    private static List<Trace> distinct(List<TimeCourse> curves, ChartStyle style, OptionalDouble period) {
        List<Trace> traces = new ArrayList<>();
        boolean[] taken = new boolean[curves.size()];
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
                continue;
            }
            TimeCourse curve = curves.get(i);
            List<String> arms = new ArrayList<>(List.of(curve.arm()));
            for (int k = i + 1; k < taken.length; k++) {
                if (!taken[k] && same(curve, curves.get(k))) {
                    taken[k] = true;
                    arms.add(curves.get(k).arm());
                }
            }
            traces.add(of(curve, arms, style.curve(i), period));
        }
        return List.copyOf(traces);
    }

    /** The arms whose curves are the same. */
    List<String> arms() {
        return arms;
    }

    CurveStyle style() {
        return style;
    }

    /** Times, h; not to be written to. */
    double[] hours() {
        return hours;
    }

    /** The values of a line, the least values of a band; not to be written to. */
    double[] lows() {
        return lows;
    }

    /** The values of a line, the largest values of a band; not to be written to. */
    double[] highs() {
        return highs;
    }

    /** The period of a band, h; empty for a line. */
    OptionalDouble periodHours() {
        return periodHours;
    }

    /** The name written at the trace. */
    String label() {
        return String.join(" = ", arms);
    }

    boolean isBand() {
        return periodHours.isPresent();
    }

    /** Whether it is a band drawn with a line through its middle, as it, or another one beside it, is narrow. */
    boolean isSlim() {
        return slim;
    }

    private static boolean isSlim(double[] lows, double[] highs) {
        double width = 0;
        double largest = 0;
        for (int i = 0; i < lows.length; i++) {
            width = Math.max(width, highs[i] - lows[i]);
            largest = Math.max(largest, Math.abs(highs[i]));
        }
        return width < SLIM * largest;
    }

    /** Half-way between the edges. */
    double[] middles() {
        double[] middles = new double[lows.length];
        for (int i = 0; i < middles.length; i++) {
            middles[i] = (lows[i] + highs[i]) / 2;
        }
        return middles;
    }

    /** Where its name points to: the line, the middle of a slim band, the upper edge of a wide one. */
    double[] named() {
        return isSlim() ? middles() : highs;
    }

    /** Where its name points to at a time, by linear interpolation. */
    double namedAt(double hour) {
        return at(named(), hour);
    }

    double lastHour() {
        return hours[hours.length - 1];
    }

    /** Lower edge at a time, by linear interpolation. */
    double lowAt(double hour) {
        return at(lows, hour);
    }

    /** Upper edge at a time, by linear interpolation. */
    double highAt(double hour) {
        return at(highs, hour);
    }

    private double at(double[] values, double hour) {
        int right = Arrays.binarySearch(hours, hour);
        if (right >= 0) {
            return values[right];
        }
        right = -right - 1;
        if (right == 0 || right == hours.length) {
            return Double.NaN;
        }
        double share = (hour - hours[right - 1]) / (hours[right] - hours[right - 1]);
        return values[right - 1] + share * (values[right] - values[right - 1]);
    }

    private static Trace of(TimeCourse curve, List<String> arms, CurveStyle style, OptionalDouble wanted) {
        double[] hours = curve.hours();
        double[] values = curve.values();
        OptionalDouble own = Oscillation.period(hours, values);
        if (own.isEmpty()) {
            return new Trace(arms, style, hours, values, values, own).inFullLine();
        }
        OptionalDouble period = wanted.isPresent() ? wanted : own;
        double length = period.getAsDouble();
        int count = (int) Math.ceil((hours[hours.length - 1] - hours[0]) / length - 1e-9);
        double[] middles = new double[count];
        double[] lows = new double[count];
        double[] highs = new double[count];
        Arrays.fill(lows, Double.POSITIVE_INFINITY);
        Arrays.fill(highs, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < hours.length; i++) {
            int window = Math.min((int) Math.floor((hours[i] - hours[0]) / length), count - 1);
            middles[window] = hours[0] + (window + 0.5) * length;
            lows[window] = Math.min(lows[window], values[i]);
            highs[window] = Math.max(highs[window], values[i]);
        }
        Trace band = bridged(arms, style, middles, lows, highs, hours[0], hours[hours.length - 1], period);
        boolean coarse = length >= WEEK && !band.isSlim();
        return (coarse ? new Trace(arms, style, hours, values, values, OptionalDouble.empty()) : band).inFullLine();
    }

    /** Without dashes where it turns so often that they would swallow peaks. */
    private Trace inFullLine() {
        double[] values = middles();
        double swing = TURN * Arrays.stream(values).max().orElse(0);
        int turns = 0;
        double extreme = values[0];
        boolean rising = true;
        for (double value : values) {
            boolean onward = rising ? value >= extreme : value <= extreme;
            if (onward) {
                extreme = value;
            } else if (Math.abs(value - extreme) > swing) {
                turns++;
                rising = !rising;
                extreme = value;
            }
        }
        return turns < ZIGZAG ? this : new Trace(arms, style.zigzag(), hours, lows, highs, periodHours, slim);
    }

    /** The band without empty windows, its first and last window stretched to the ends of the curve. */
    private static Trace bridged(
            List<String> arms,
            CurveStyle style,
            double[] middles,
            double[] lows,
            double[] highs,
            double from,
            double until,
            OptionalDouble period) {
        int[] full =
                IntStream.range(0, lows.length).filter(i -> lows[i] <= highs[i]).toArray();
        double[] hours = Arrays.stream(full).mapToDouble(i -> middles[i]).toArray();
        hours[0] = from;
        hours[hours.length - 1] = until;
        return new Trace(
                arms,
                style,
                hours,
                Arrays.stream(full).mapToDouble(i -> lows[i]).toArray(),
                Arrays.stream(full).mapToDouble(i -> highs[i]).toArray(),
                period);
    }

    private static boolean same(TimeCourse one, TimeCourse other) {
        double[] values = one.values();
        double[] others = other.values();
        if (!Arrays.equals(one.hours(), other.hours())) {
            return false;
        }
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        for (int i = 0; i < values.length; i++) {
            double size = Math.max(Math.abs(values[i]), Math.abs(others[i]));
            if (Math.abs(values[i] - others[i]) > SAME * size + SAME_OF_LARGEST * largest) {
                return false;
            }
        }
        return true;
    }
}
