package org.thiosim.ode;

/**
 * The work of one solve.
 *
 * @param steps accepted steps
 * @param rejected steps tried and given up
 * @param evaluations calls of {@link OdeSystem#derivatives} by the solver, without those of a differenced Jacobian
 * @param jacobians calls of {@link OdeSystem#jacobian}
 * @param factorizations matrices factorised
 */
public record Statistics(long steps, long rejected, long evaluations, long jacobians, long factorizations) {}
