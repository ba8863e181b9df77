package org.thiosim.simulation;

import org.thiosim.units.Range;

/**
 * Exposure to one observable in one window of time, gathered from the continuous solution.
 *
 * <p>Values are added in order of time; a maximum or minimum between two nodes is sought by the parabola through three
 * neighbouring nodes that are about evenly apart (at a dose they are not), and is not below zero where these three are not. The time of the maximum is that of the first value that no
 * later one exceeds by more than a hundred-thousandth.
 */
final class WindowExposure {
    private static final double UNEVEN = 10;
    private static final double NEAR = 1e-5;

    private final Range range;
    private final double since;
    private double auc;
    private double max = Double.NEGATIVE_INFINITY;
    private double min = Double.POSITIVE_INFINITY;
    private double timeOfMax = Double.NaN;
    private double heightOfMax = Double.NaN;
    private double inRange;
    private double last = Double.NaN;
    private double lastTime = Double.NaN;
    private double beforeLast = Double.NaN;
    private double beforeLastTime = Double.NaN;
    private boolean valid = true;

    /** @param range the therapeutic window in the observable's unit */
    WindowExposure(Range range) {
        this(range, Double.NEGATIVE_INFINITY);
    }

    /** @param since hour before which nothing is added */
    WindowExposure(Range range, double since) {
        this.range = range;
        this.since = since;
    }

    /** The hour from which values count. */
    double since() {
        return since;
    }

    void add(double time, double value, double weight, boolean continues) {
        valid &= !Double.isNaN(value);
        auc += weight * value;
        if (continues && time == lastTime) {
            sameInstant(time, value);
            return;
        }
        if (continues) {
            inRange += fractionInRange(last, value) * (time - lastTime);
            vertex(time, value);
        }
        extreme(time, value);
        beforeLast = continues ? last : Double.NaN;
        beforeLastTime = lastTime;
        last = value;
        lastTime = time;
    }

    /** The same instant seen from the next step; the value differs where a dose jumped between. */
    private void sameInstant(double time, double value) {
        if (value != last) {
            extreme(time, value);
            beforeLast = Double.NaN;
            last = value;
        }
    }

    private void extreme(double time, double value) {
        if (isHigher(value)) {
            heightOfMax = value;
            timeOfMax = time;
        }
        max = Math.max(max, value);
        min = Math.min(min, value);
    }

    /** Whether a value is above the one whose time was noted by more than the solver's noise: of equal peaks the first counts. */
    private boolean isHigher(double value) {
        return Double.isNaN(timeOfMax) || value > heightOfMax + NEAR * Math.abs(heightOfMax);
    }

    /** The extremum of the parabola through the last three nodes, where the middle one is the largest or smallest. */
    private void vertex(double time, double value) {
        boolean peak = last > beforeLast && last > value;
        boolean dip = last < beforeLast && last < value;
        if (!peak && !dip) {
            return;
        }
        double left = lastTime - beforeLastTime;
        double right = time - lastTime;
        if (left > UNEVEN * right || right > UNEVEN * left) {
            return;
        }
        double slopeLeft = (last - beforeLast) / left;
        double slopeRight = (value - last) / right;
        double curvature = (slopeRight - slopeLeft) / (left + right);
        double slope = slopeLeft + curvature * left;
        double shift = -slope / (2 * curvature);
        if (shift > -left && shift < right) {
            double turn = last + shift * (slope + curvature * shift);
            boolean positive = Math.min(last, Math.min(beforeLast, value)) >= 0;
            if (peak && timeOfMax == lastTime) {
                heightOfMax = turn;
                timeOfMax = lastTime + shift;
            }
            extreme(lastTime + shift, positive ? Math.max(0, turn) : turn);
        }
    }

    private double fractionInRange(double a, double b) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        if (high == low) {
            return range.contains(low) ? 1 : 0;
        }
        double inside = Math.min(high, range.high()) - Math.max(low, range.low());
        return Math.max(0, inside) / (high - low);
    }

    /** Whether the observable had a value throughout. */
    boolean isValid() {
        return valid && !Double.isNaN(last);
    }

    double auc() {
        return auc;
    }

    double max() {
        return max;
    }

    double min() {
        return min;
    }

    double timeOfMax() {
        return timeOfMax;
    }

    double timeInRange() {
        return inRange;
    }

    /** The value at the end of the window, before a dose there. */
    double end() {
        return last;
    }
}
