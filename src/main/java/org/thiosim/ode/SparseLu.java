package org.thiosim.ode;

import java.util.Arrays;

/**
 * Factorises s·I − J without pivoting for a sparse J and solves with the factors, by an {@link EliminationPlan}.
 *
 * <p>A pivot is refused as singular when elimination has cancelled it to 10⁻¹⁰ of s + |J[i][i]|. The measure does not
 * change with the units of the states, and the shift s = 1/(hγ) dominates it as a step h shrinks, so a shorter step is
 * the remedy.
 */
final class SparseLu {

    private static final double CANCELLED = 1e-10;

    private final EliminationPlan plan;
    /** U, L, and the reciprocals of the pivots. */
    private final double[] values;

    private final double[] reference;
    private int singular = -1;

    SparseLu(EliminationPlan plan) {
        this.plan = plan;
        values = new double[plan.size()];
        reference = new double[plan.dimension];
    }

    /**
     * Factorises s·I − J.
     *
     * @param jacobian the values of J in pattern order
     * @return whether every pivot was usable
     */
    boolean factorize(double shift, double[] jacobian) {
        load(shift, jacobian);
        double[] v = values;
        int[] target = plan.target;
        int next = 0;
        for (int k = 0; k < plan.dimension; k++) {
            int pivot = plan.pivots[k];
            double diagonal = v[pivot];
            if (!(Math.abs(diagonal) > CANCELLED * reference[pivot])) {
                singular = pivot;
                return false;
            }
            double reciprocal = 1.0 / diagonal;
            v[pivot] = reciprocal;
            int upperStart = plan.upperStart[k];
            int upperEnd = plan.upperEnd[k];
            for (int l = plan.lowerStart[k]; l < upperStart; l++) {
                double factor = v[l] * reciprocal;
                v[l] = factor;
                for (int u = upperStart; u < upperEnd; u++) {
                    v[target[next++]] -= factor * v[u];
                }
            }
        }
        return true;
    }

    /** The state of the pivot that was not usable. */
    int singularState() {
        return singular;
    }

    /** Replaces b by the solution x of (s·I − J) x = b. */
    void solve(double[] b) {
        double[] v = values;
        int[] pivots = plan.pivots;
        int[] lowerStart = plan.lowerStart;
        int[] upperStart = plan.upperStart;
        int[] upperEnd = plan.upperEnd;
        int[] state = plan.state;
        for (int k = 0; k < plan.dimension; k++) {
            double known = b[pivots[k]];
            for (int l = lowerStart[k]; l < upperStart[k]; l++) {
                b[state[l]] -= v[l] * known;
            }
        }
        for (int k = plan.dimension - 1; k >= 0; k--) {
            int pivot = pivots[k];
            double sum = b[pivot];
            for (int u = upperStart[k]; u < upperEnd[k]; u++) {
                sum -= v[u] * b[state[u]];
            }
            b[pivot] = sum * v[pivot];
        }
    }

    private void load(double shift, double[] jacobian) {
        Arrays.fill(values, 0.0);
        for (int e = 0; e < jacobian.length; e++) {
            values[plan.position[e]] = -jacobian[e];
        }
        for (int i = 0; i < plan.dimension; i++) {
            reference[i] = shift + Math.abs(values[i]);
            values[i] += shift;
        }
    }
}
