package org.thiosim.ode;

import java.util.Arrays;

/**
 * How much local error a step may make: in state i at most absolute[i] + relative·max(|y[i]|, peakShare·pᵢ), where pᵢ is
 * the largest magnitude that the state has had; {@link LaneStep} adds the two parts in place of taking the larger.
 *
 * <p>A peak share of 0.1 spares the steps that would follow a state through its last traces after every dose; the methods
 * {@link SolverMethod#RODAS4P} and {@link SolverMethod#TSITOURAS_5} know it, the others take it as 0.
 *
 * @param relative the part of the state's magnitude, from 10⁻¹⁴ to below 1
 * @param absolute one for each state, in its unit; positive and finite
 * @param peakShare the part of its peak below which a state is not followed relatively, from 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tolerances(double relative, double[] absolute, double peakShare) {

    /** The smallest relative tolerance that double numbers can keep. */
    public static final double SMALLEST_RELATIVE = 1e-14;

    public Tolerances {
        if (!(relative >= SMALLEST_RELATIVE && relative < 1)) {
            throw new IllegalArgumentException(
                    "a relative tolerance is at least " + SMALLEST_RELATIVE + " and below 1, not " + relative);
        }
        if (!(peakShare >= 0 && peakShare <= 1)) {
            throw new IllegalArgumentException("a peak share is from 0 to 1, not " + peakShare);
        }
        absolute = absolute.clone();
        for (int i = 0; i < absolute.length; i++) {
            if (!(absolute[i] > 0 && absolute[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the absolute tolerance of state " + i + " is positive and finite, not " + absolute[i]);
            }
        }
    }

    /** Tolerances that follow every state relatively to its end. */
    public Tolerances(double relative, double[] absolute) {
        this(relative, absolute, 0);
    }

    /** The same absolute tolerance for each of n states. */
    public static Tolerances uniform(double relative, double absolute, int n) {
        double[] each = new double[n];
        Arrays.fill(each, absolute);
        return new Tolerances(relative, each);
    }

    /** A copy of the absolute tolerances. */
    @Override
    public double[] absolute() {
        return absolute.clone();
    }

    /** The number of states. */
    public int dimension() {
        return absolute.length;
    }
}
