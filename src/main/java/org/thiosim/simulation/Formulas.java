package org.thiosim.simulation;

/** The formulas of one patient's model, as something else computes them; an instance serves one thread at a time. */
public interface Formulas {

    /** Writes the slope of each state. */
    void derivatives(double[] y, double[] dydt);

    /** Writes the entries of the Jacobian in the order of the model's pattern. */
    void jacobian(double[] y, double[] values);

    /** Writes the rate of each reaction in canonical unit per h. */
    void rates(double[] y, double[] values);

    /** Writes each observable in its unit. */
    void observed(double[] y, double[] values);
}
