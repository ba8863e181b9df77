package org.thiosim.ode;

/**
 * One trial step of a method for several patients side by side, each in a lane with its own state and step size.
 *
 * <p>Everything lies in {@link #rows()}, row after row, a row holding one number for each lane: the states y, for each
 * state the largest magnitude it has had, the step size, the states after the step, the magnitudes after it, the error
 * in units of the tolerance, and the stages, state after state. A lane's results depend on that lane alone.
 */
public interface LaneStep {

    LaneMethod method();

    /** The number of lanes. */
    int width();

    /** The number of states. */
    int states();

    /** All rows. */
    double[] rows();

    /**
     * Puts a patient's constants in a lane.
     *
     * @param constants the constants of the equations, in their order
     * @param tolerances the error allowed
     */
    void bind(int lane, double[] constants, Tolerances tolerances);

    /** Computes what follows the step size from what precedes it, in every lane. */
    void attempt();

    /** The number of rows up to the last stage. */
    static int rowCount(int states, LaneMethod method) {
        return (4 + method.stages()) * states + 2;
    }
}
