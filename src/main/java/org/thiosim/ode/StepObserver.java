package org.thiosim.ode;

/** Sees every accepted step, in order and without gaps. */
@FunctionalInterface
public interface StepObserver {

    /** Looks at one step, which is valid until this call returns. */
    void step(DenseStep step);
}
