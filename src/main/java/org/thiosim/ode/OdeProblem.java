package org.thiosim.ode;

import java.util.Comparator;
import java.util.List;

/**
 * An initial-value problem with dated discontinuities: y' = f(t, y) from start to end, y(start) = initial, with
 * additive jumps between.
 *
 * <p>Jumps at one time all apply, and times that agree to 10⁻⁹ of their magnitude are one time. A jump at the start
 * acts on the initial state; a jump at the end acts on nothing.
 *
 * @param system the equations
 * @param start the time of the initial state; finite
 * @param end the last time, not before the start; finite
 * @param initial the state at the start, before any jump there; finite, one value for each state
 * @param jumps the discontinuities, each within start and end; kept sorted by time
 */
@SuppressWarnings("ArrayRecordComponent")
public record OdeProblem(OdeSystem system, double start, double end, double[] initial, List<Jump> jumps) {

    public OdeProblem {
        if (!Double.isFinite(start) || !Double.isFinite(end) || start > end) {
            throw new IllegalArgumentException(
                    "a problem runs from a finite start to a finite end not before it, not from " + start + " to "
                            + end);
        }
        int n = system.dimension();
        if (n < 1 || initial.length != n) {
            throw new IllegalArgumentException(
                    "a system of dimension " + n + " needs as many initial values, not " + initial.length);
        }
        initial = initial.clone();
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(initial[i])) {
                throw new IllegalArgumentException("the initial value of state " + i + " is finite, not " + initial[i]);
            }
        }
        jumps = jumps.stream().sorted(Comparator.comparingDouble(Jump::time)).toList();
        for (Jump jump : jumps) {
            checkJump(jump, start, end, n);
        }
    }

    /** A copy of the initial state. */
    @Override
    public double[] initial() {
        return initial.clone();
    }

    /** The number of states. */
    public int dimension() {
        return initial.length;
    }

    private static void checkJump(Jump jump, double start, double end, int n) {
        if (jump.time() < start || jump.time() > end) {
            throw new IllegalArgumentException(
                    "a jump lies between the start " + start + " and the end " + end + ", not at t = " + jump.time());
        }
        if (jump.index() >= n) {
            throw new IllegalArgumentException(
                    "the jump at t = " + jump.time() + " is of a state from 0 to " + (n - 1) + ", not " + jump.index());
        }
    }
}
