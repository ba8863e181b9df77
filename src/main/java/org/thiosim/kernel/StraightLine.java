package org.thiosim.kernel;

/** What generated code implements. */
interface StraightLine {

    /**
     * Computes the outputs of a tape.
     *
     * @param registers the registers after binding; values that pass between the parts of long code go through them
     * @param varying the varying inputs
     * @param results receives the outputs
     */
    void run(double[] registers, double[] varying, double[] results);
}
