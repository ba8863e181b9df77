package org.thiosim.simulation;

/** What can be read from a state of one patient's model; an instance serves one thread at a time. */
public interface Readings {

    /** The number of states. */
    int dimension();

    /** The number of observables. */
    int observables();

    /** The number of reactions. */
    int reactions();

    /**
     * Writes the observables in their units; not a number where one is not to be shown. An amount that the solver leaves
     * below zero by no more than {@code noise} counts as zero.
     *
     * @param noise what the solver may err by in each state, in its canonical unit
     */
    void observe(double[] y, double[] noise, double[] values);

    /** Writes the rates of the reactions in canonical unit per h. */
    void rates(double[] y, double[] values);
}
