package org.thiosim.ode;

import java.util.Arrays;

/**
 * The right-hand side of a system of ordinary differential equations, y' = f(t, y).
 *
 * <p>One instance serves one thread at a time, so it may own scratch memory. Its methods are functions of their
 * arguments alone and change no array but the one they fill. A slope that is not finite inside a trial step rejects that
 * step; one at a state already accepted ends the solve.
 */
public interface OdeSystem {

    /** The number of states, at least one. */
    int dimension();

    /**
     * Writes f(t, y).
     *
     * @param dydt receives every component
     */
    void derivatives(double t, double[] y, double[] dydt);

    /**
     * The structural non-zeros of ∂f/∂y, always with the diagonal; dense unless overridden. Returning the same
     * instance every time spares a solver its symbolic work.
     */
    default JacobianPattern pattern() {
        return JacobianPattern.dense(dimension());
    }

    /**
     * Writes ∂f/∂y in the order of {@link #pattern()}; forward differences unless overridden, which cost one
     * evaluation per state and leave about half the digits.
     *
     * @param values receives one value for each entry of the pattern
     */
    default void jacobian(double t, double[] y, double[] values) {
        ForwardDifferences.jacobian(this, t, y, values);
    }

    /**
     * Writes ∂f/∂t; zero unless overridden, which is right for an autonomous system only: a system that reads t and
     * leaves this out loses the order of a Rosenbrock method.
     *
     * @param dfdt receives every component
     */
    default void timeDerivative(double t, double[] y, double[] dfdt) {
        Arrays.fill(dfdt, 0.0);
    }
}
