package org.thiosim.ode;

/**
 * A method that solves initial-value problems with dated discontinuities.
 *
 * <p>A solver may be used by many threads at once, each with an {@link OdeSystem} of its own. Equal arguments give equal
 * bits.
 */
public interface Solver {

    /** The identifier of the method, as in {@link SolverMethod#id()}. */
    String name();

    /**
     * Solves a problem.
     *
     * <p>Every jump time is the end of a step. A sample at a jump time is the value before the jump, also at the start;
     * the final state is the one before any jump at the end.
     *
     * @param observers are shown every accepted step
     * @return what was reached: everything, or with a status that says why not, the part before the failure
     * @throws IllegalArgumentException if tolerances or samples do not fit the problem
     */
    Solution solve(OdeProblem problem, Tolerances tolerances, SampleTimes samples, StepObserver... observers);
}
