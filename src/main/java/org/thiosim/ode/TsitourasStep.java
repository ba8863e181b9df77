package org.thiosim.ode;

import org.jspecify.annotations.Nullable;

/** One step of {@link Tsitouras5Tableau} with its scratch memory. */
final class TsitourasStep extends StepFrame {

    private static final int STAGES = Tsitouras5Tableau.STAGES;
    private static final double[] NODES = Tsitouras5Tableau.nodes();
    private static final double[][] A = Tsitouras5Tableau.a();
    private static final double[] ERROR = Tsitouras5Tableau.error();

    private final double[][] k;
    private final double[] estimate;
    private final double[] weights = new double[STAGES];

    TsitourasStep(OdeSystem system, Tolerances tolerances) {
        super(system, tolerances);
        k = new double[STAGES][n];
        estimate = new double[n];
    }

    @Override
    public boolean begin(double t, double[] y) {
        moveTo(t, y);
        return slope(t, before, k[0]);
    }

    @Override
    public Outcome attempt(double h, double target) {
        aimAt(target);
        for (int i = 1; i < STAGES; i++) {
            add(h, A[i], i, before, after);
            if (!slope(start() + NODES[i] * h, after, k[i])) {
                return Outcome.NOT_FINITE;
            }
        }
        add(h, ERROR, STAGES, null, estimate);
        return judge(estimate);
    }

    /** Writes y + h Σ aⱼkⱼ over the first stages, or the sum alone. */
    private void add(double h, double[] a, int count, double @Nullable [] y, double[] sum) {
        for (int s = 0; s < n; s++) {
            double slope = 0;
            for (int j = 0; j < count; j++) {
                slope += a[j] * k[j][s];
            }
            sum[s] = (y == null ? 0 : y[s]) + h * slope;
        }
    }

    @Override
    public double[] slope() {
        return k[0];
    }

    @Override
    public boolean isForStiffSystems() {
        return false;
    }

    @Override
    void interpolate(double theta, double[] y) {
        Tsitouras5Tableau.weights(theta, weights);
        add(end() - start(), weights, STAGES, before, y);
    }

    @Override
    public Statistics statistics(long steps, long rejected, long otherEvaluations) {
        return new Statistics(steps, rejected, evaluations() + otherEvaluations, 0, 0);
    }
}
