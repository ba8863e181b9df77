package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The value axis: linear from zero, or logarithmic when the values of a short run span more than two decades or
 * the peaks of the curves lie more than 25-fold apart; logarithmic also for ratios that span more than one decade.
 *
 * <p>Bands count with their upper edge. A logarithmic axis leaves out zeros and what lies far below every curve's peak,
 * and shows five decades at most. Ends of reference ranges widen the axis only when
 * they lie within 1.5 times of the data, on a logarithmic axis within 3 times.
 *
 * @param logarithmic whether equal ratios are equally far apart
 * @param low value at the lower end
 * @param high value at the upper end
 * @param ticks labelled values, ascending
 */
record ValueScale(boolean logarithmic, double low, double high, List<Double> ticks) {
    private static final double LOGARITHMIC_FROM = 100;
    private static final double RATIO_LOGARITHMIC_FROM = 10;
    private static final double PEAKS_APART = 25;
    private static final double SHORT_RUN = 14 * 24;
    private static final double BELOW_EACH_PEAK = 30;
    private static final double BELOW_LARGEST = 1000;
    private static final double START_LEFT_OUT = 0.05;
    private static final double MOST_DECADES = 1e5;
    private static final double NEAR = 1.5;
    private static final double NEAR_IN_RATIO = 3;
    private static final double HEADROOM = 1.02;
    private static final int MOST_TICKS = 11;
    private static final double UNLABELLED = 2.5;
    private static final double EDGE = 1e-9;

    /**
     * What a panel asks of its axis.
     *
     * @param kind what the values are
     * @param mostTicks the most labelled values; a linear axis has three steps for every four of them at most
     * @param leftOut share of a curve's length at its start that a logarithmic axis need not reach down to
     */
    record Wish(Kind kind, int mostTicks, double leftOut) {
        static Wish of(String unit) {
            Kind kind = isRatio(unit) ? Kind.RATIO : isShareOrCount(unit) ? Kind.LINEAR : Kind.LEVEL;
            return new Wish(kind, MOST_TICKS, START_LEFT_OUT);
        }

        Wish withTicks(int most) {
            return new Wish(kind, most, leftOut);
        }

        Wish linear() {
            return new Wish(Kind.LINEAR, mostTicks, leftOut);
        }

        Wish fromStart() {
            return new Wish(kind, mostTicks, 0);
        }
    }

    /** Ratios need one decade for a logarithmic axis, levels two; shares and counts of cells have a linear one. */
    enum Kind {
        LEVEL,
        RATIO,
        LINEAR
    }

    /** Whether values of a unit are ratios of two levels. */
    static boolean isRatio(String unit) {
        return unit.equals("1");
    }

    /** Whether a unit is that of shares or of cells in blood, of which next to none is as good as none. */
    private static boolean isShareOrCount(String unit) {
        return unit.equals("%") || unit.startsWith("1e") && unit.endsWith("/L");
    }

    static ValueScale of(List<Trace> traces, List<ReferenceRange> ranges, Wish wish) {
        Extremes all = Extremes.of(traces, 0);
        Extremes late = Extremes.of(traces, wish.leftOut);
        boolean wide = wish.kind != Kind.LINEAR && isWide(traces, late, wish.kind);
        return wide && all.least >= 0
                ? logarithmic(all, late, peaks(traces), ranges, wish.mostTicks)
                : linear(all, ranges, wish.mostTicks * 3 / 4);
    }

    private static boolean isWide(List<Trace> traces, Extremes late, Kind kind) {
        if (kind == Kind.RATIO) {
            return late.largest > RATIO_LOGARITHMIC_FROM * late.leastPositive;
        }
        return peaks(traces).spread() > PEAKS_APART
                || late.largest > LOGARITHMIC_FROM * late.leastPositive && isShort(traces);
    }

    private static boolean isShort(List<Trace> traces) {
        return traces.stream().allMatch(t -> t.lastHour() - t.hours()[0] <= SHORT_RUN);
    }

    private static Peaks peaks(List<Trace> traces) {
        double least = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (Trace trace : traces) {
            double peak = Arrays.stream(trace.highs()).max().orElse(0);
            least = peak > 0 ? Math.min(least, peak) : least;
            largest = Math.max(largest, peak);
        }
        return new Peaks(least, largest);
    }

    /** The smallest and the largest of the curves' highest values; curves that are zero throughout do not count. */
    private record Peaks(double least, double largest) {
        double spread() {
            return largest / least;
        }
    }

    /** Share of the axis length at a value, 0 at the lower end to 1 at the upper; values outside are put at the ends. */
    double share(double value) {
        double share = logarithmic
                ? (value <= 0 ? 0 : StrictMath.log(value / low) / StrictMath.log(high / low))
                : (value - low) / (high - low);
        return Math.min(Math.max(share, 0), 1);
    }

    /** Whether a value lies on the axis. */
    boolean shows(double value) {
        return value >= low && value <= high;
    }

    private static ValueScale linear(Extremes all, List<ReferenceRange> ranges, int mostSteps) {
        double top = Math.max(all.largest * HEADROOM, 0);
        for (OptionalDouble end : ends(ranges)) {
            if (end.isPresent() && end.getAsDouble() <= NEAR * all.largest) {
                top = Math.max(top, end.getAsDouble());
            }
        }
        double bottom = Math.min(all.least, 0);
        if (top == bottom) {
            return new ValueScale(false, 0, 1, List.of(0.0));
        }
        double step = niceStep((top - bottom) / mostSteps);
        long first = (long) Math.floor(bottom / step + EDGE);
        long last = (long) Math.ceil(top / step - EDGE);
        List<Double> ticks = new ArrayList<>();
        for (long k = first; k <= last; k++) {
            ticks.add(k * step);
        }
        return new ValueScale(false, first * step, last * step, List.copyOf(ticks));
    }

    private static ValueScale logarithmic(
            Extremes all, Extremes late, Peaks peaks, List<ReferenceRange> ranges, int mostTicks) {
        double top = all.largest;
        double floor = Math.min(peaks.least / BELOW_EACH_PEAK, all.largest / BELOW_LARGEST);
        double bottom = Math.max(late.leastPositive, Math.max(floor, all.largest / MOST_DECADES));
        for (OptionalDouble end : ends(ranges)) {
            double value = end.orElse(0);
            if (value > 0 && value <= NEAR_IN_RATIO * all.largest && value >= bottom / NEAR_IN_RATIO) {
                top = Math.max(top, value);
                bottom = Math.min(bottom, value);
            }
        }
        double low = niceBelow(bottom);
        double high = niceAbove(top * HEADROOM);
        List<Double> ticks = logTicks(low, high, mostTicks);
        double last = ticks.get(ticks.size() - 1);
        return last * UNLABELLED < high
                ? new ValueScale(true, low, 10 * last, logTicks(low, 10 * last, mostTicks))
                : new ValueScale(true, low, high, ticks);
    }

    /** Values 1-2-5 per decade, or whole decades when those would be too many. */
    private static List<Double> logTicks(double low, double high, int most) {
        List<Double> fine = new ArrayList<>();
        List<Double> decades = new ArrayList<>();
        for (int exponent = exponent(low); power(exponent) <= high * (1 + EDGE); exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                double value = scaled(digit, exponent);
                if (value >= low * (1 - EDGE) && value <= high * (1 + EDGE)) {
                    fine.add(value);
                    if (digit == 1) {
                        decades.add(value);
                    }
                }
            }
        }
        return List.copyOf(fine.size() <= most ? fine : decades);
    }

    private static double niceBelow(double value) {
        int exponent = exponent(value);
        return scaled(value >= scaled(5, exponent) ? 5 : value >= scaled(2, exponent) ? 2 : 1, exponent);
    }

    private static double niceAbove(double value) {
        int exponent = exponent(value);
        if (value <= scaled(2, exponent)) {
            return scaled(2, exponent);
        }
        return value <= scaled(5, exponent) ? scaled(5, exponent) : power(exponent + 1);
    }

    private static double niceStep(double atLeast) {
        int exponent = exponent(atLeast);
        for (double digit : new double[] {1, 2, 2.5, 5}) {
            if (scaled(digit, exponent) >= atLeast * (1 - EDGE)) {
                return scaled(digit, exponent);
            }
        }
        return power(exponent + 1);
    }

    private static int exponent(double value) {
        int exponent = (int) Math.floor(StrictMath.log10(value));
        return power(exponent + 1) <= value ? exponent + 1 : exponent;
    }

    private static double power(int exponent) {
        return scaled(1, exponent);
    }

    private static double scaled(double digit, int exponent) {
        return Double.parseDouble(digit + "e" + exponent);
    }

    private static List<OptionalDouble> ends(List<ReferenceRange> ranges) {
        List<OptionalDouble> ends = new ArrayList<>();
        for (ReferenceRange range : ranges) {
            ends.add(range.low());
            ends.add(range.high());
        }
        return ends;
    }

    /** Least and largest value, and the least positive one of lines and of the upper edges of bands. */
    private record Extremes(double least, double largest, double leastPositive) {
        static Extremes of(List<Trace> traces, double startLeftOut) {
            double least = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            double leastPositive = Double.POSITIVE_INFINITY;
            for (Trace trace : traces) {
                double[] hours = trace.hours();
                double from = hours[0] + startLeftOut * (trace.lastHour() - hours[0]);
                for (int i = 0; i < hours.length; i++) {
                    if (hours[i] >= from) {
                        double high = trace.highs()[i];
                        least = Math.min(least, trace.lows()[i]);
                        largest = Math.max(largest, high);
                        leastPositive = high > 0 ? Math.min(leastPositive, high) : leastPositive;
                    }
                }
            }
            return new Extremes(least, largest, leastPositive);
        }
    }
}
