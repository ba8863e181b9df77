package org.thiosim.kernel;

/** What generated code for lanes implements. */
interface LaneCode {

    /** Computes the output rows of a tape from its input rows. */
    void run(double[] rows);
}
