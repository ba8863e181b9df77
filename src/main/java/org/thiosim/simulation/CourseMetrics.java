package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Metrics of the course of an observable through a phase, from its values at the dose times (before the dose) or, where
 * nothing is dosed, once a day.
 *
 * @param hours times, ascending
 * @param values value at each time
 */
record CourseMetrics(double[] hours, double[] values) {
    private static final double PLATEAU_DRIFT = 0.02;
    private static final double NEAR_PLATEAU = 0.9;
    private static final double SMALLEST_CHANGE = 0.05;
    private static final double NOISE = 1e-6;
    private static final double LINEAR_ENOUGH = 0.02;

    /**
     * Time from the first dose of the phase until nine tenths of the change to the plateau are done. Empty where the value
     * changes by less than 5 % or still drifts by more than 2 % of the change in the last tenth of the phase, and where a
     * value is missing.
     */
    OptionalDouble timeTo90PercentOfPlateau() {
        if (lacksValues()) {
            return OptionalDouble.empty();
        }
        int last = values.length - 1;
        double change = values[last] - values[0];
        double scale = Math.max(Math.abs(values[last]), Math.abs(values[0]));
        double drift = Math.abs(values[last] - values[last - last / 10]);
        if (last < 10 || !(Math.abs(change) > SMALLEST_CHANGE * scale) || drift > PLATEAU_DRIFT * Math.abs(change)) {
            return OptionalDouble.empty();
        }
        double target = values[0] + NEAR_PLATEAU * change;
        for (int i = 1; i <= last; i++) {
            double done = (values[i] - target) * Math.signum(change);
            if (done >= 0) {
                double before = (target - values[i - 1]) / (values[i] - values[i - 1]);
                return OptionalDouble.of(hours[i - 1] + before * (hours[i] - hours[i - 1]) - hours[0]);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * Terminal half-life in h: ln 2 over the slope of the logarithm in the last quarter of the fall from the largest value
     * to a millionth of it. Empty where the slope of the quarter before differs by more than 2 %, and where a value is
     * missing.
     */
    OptionalDouble halfLife() {
        if (lacksValues()) {
            return OptionalDouble.empty();
        }
        List<Integer> falling = new ArrayList<>();
        int highest = 0;
        for (int i = 1; i < values.length; i++) {
            highest = values[i] > values[highest] ? i : highest;
        }
        for (int i = highest; i < values.length && values[i] > NOISE * values[highest]; i++) {
            falling.add(i);
        }
        int n = falling.size();
        if (n < 5) {
            return OptionalDouble.empty();
        }
        int middle = falling.get(n / 2);
        int quarter = falling.get(3 * n / 4);
        int end = falling.get(n - 1);
        double late = slope(quarter, end);
        double early = slope(middle, quarter);
        boolean straight = Math.abs(late - early) <= LINEAR_ENOUGH * Math.abs(late) + NOISE;
        return late < 0 && straight ? OptionalDouble.of(-StrictMath.log(2) / late) : OptionalDouble.empty();
    }

    private boolean lacksValues() {
        return values.length == 0 || Arrays.stream(values).anyMatch(Double::isNaN);
    }

    /** Whether the course begins at zero, as drug and metabolites do before the first dose. */
    boolean startsAtZero() {
        return values.length > 0 && values[0] == 0;
    }

    private double slope(int from, int to) {
        return to == from ? 0 : StrictMath.log(values[to] / values[from]) / (hours[to] - hours[from]);
    }
}
