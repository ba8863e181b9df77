package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Recognizes curves that swing so often that their line would fill the picture as a solid block. */
final class Oscillation {
    private static final int FEWEST_SAMPLES = 100;
    private static final int FEWEST_PEAKS = 30;
    private static final double SMALLEST_SWING = 0.01;
    private static final double SMALLEST_SWING_OF_LARGEST = 1e-3;
    private static final double FEWEST_PERIODS = 10;

    private Oscillation() {}

    /**
     * The period in whole days, h, of a curve with more than 100 samples, 30 peaks and ten periods or more; a week where
     * the peaks are not equally far apart; empty for others.
     *
     * <p>A peak counts when the curve falls after it by 1 % of it, and by a thousandth of the curve's largest value.
     */
    static OptionalDouble period(double[] hours, double[] values) {
        if (hours.length <= FEWEST_SAMPLES) {
            return OptionalDouble.empty();
        }
        List<Double> peaks = peaks(hours, values);
        if (peaks.size() < FEWEST_PEAKS) {
            return OptionalDouble.empty();
        }
        double[] gaps = new double[peaks.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = peaks.get(i + 1) - peaks.get(i);
        }
        Arrays.sort(gaps);
        double median = gaps[gaps.length / 2];
        double even = DAY * Math.max(1, Math.rint(median / DAY));
        boolean uneven = gaps[gaps.length * 9 / 10] - gaps[gaps.length / 10] > DAY / 2;
        double period = uneven ? Math.max(even, WEEK) : even;
        double length = hours[hours.length - 1] - hours[0];
        return length < FEWEST_PERIODS * period ? OptionalDouble.empty() : OptionalDouble.of(period);
    }

    private static List<Double> peaks(double[] hours, double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        List<Double> peaks = new ArrayList<>();
        int top = 0;
        double bottom = values[0];
        boolean rising = true;
        for (int i = 1; i < values.length; i++) {
            double value = values[i];
            if (rising) {
                top = value > values[top] ? i : top;
                if (falls(values[top], value, largest)) {
                    peaks.add(hours[top]);
                    rising = false;
                    bottom = value;
                }
            } else if (falls(value, bottom, largest)) {
                rising = true;
                top = i;
            } else {
                bottom = Math.min(bottom, value);
            }
        }
        return peaks;
    }

    private static boolean falls(double high, double low, double largest) {
        double swing = high - low;
        return swing > SMALLEST_SWING * Math.abs(high) && swing > SMALLEST_SWING_OF_LARGEST * largest;
    }
}
