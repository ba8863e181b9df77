package org.thiosim.ode;

/** One step of a method with its scratch memory: it moves to a point, then tries steps from there. */
interface TrialStep extends DenseStep {

    /** What became of a trial. */
    enum Outcome {
        WITHIN_TOLERANCE,
        TOO_INACCURATE,
        NOT_FINITE,
        SINGULAR
    }

    /**
     * Moves to a point.
     *
     * @return whether the slope there, and whatever else a step needs, is finite
     */
    boolean begin(double t, double[] y);

    /** Tries a step of a size from the point last moved to; it ends at the target. */
    Outcome attempt(double h, double target);

    /** The largest error among the states in units of its tolerance. */
    double error();

    /** The state that decided the last outcome. */
    int worst();

    /** The slope at the point last moved to. */
    double[] slope();

    /** Writes the state after the step. */
    void copyAfter(double[] y);

    /** Whether the method is for stiff systems. */
    boolean isForStiffSystems();

    /** The work so far, with the numbers of steps counted elsewhere. */
    Statistics statistics(long steps, long rejected, long otherEvaluations);

    /** The place of the first value that is infinite or not a number; −1 where all are finite. */
    static int firstNotFinite(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }
}
