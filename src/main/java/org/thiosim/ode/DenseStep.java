package org.thiosim.ode;

/** One accepted step with the continuous solution over it. */
public interface DenseStep {

    /** Where the step starts; a jump there has been applied. */
    double start();

    /** Where the step ends, later than its start; a jump there has not been applied. */
    double end();

    /**
     * Writes the solution at a time of the step: at its start and end exactly the values stepped from and to, between
     * them the method's interpolant.
     *
     * @param t from start to end
     * @param y receives the state
     */
    void state(double t, double[] y);
}
