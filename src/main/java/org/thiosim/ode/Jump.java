package org.thiosim.ode;

/**
 * An additive change of one state at one instant: y[index] += amount.
 *
 * @param time when, in the unit of time of the problem; finite
 * @param index the state, from zero
 * @param amount what is added, in the unit of the state; finite
 */
public record Jump(double time, int index, double amount) {

    public Jump {
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("the time of a jump is finite, not " + time);
        }
        if (index < 0) {
            throw new IllegalArgumentException("the state of a jump is counted from 0, not " + index);
        }
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("the amount of a jump at t = " + time + " is finite, not " + amount);
        }
    }
}
