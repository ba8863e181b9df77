package org.thiosim.ode;

import org.jspecify.annotations.Nullable;

/** One step of {@link Tsitouras5Tableau} with its scratch memory. */
final class TsitourasStep implements TrialStep {

    private static final int STAGES = Tsitouras5Tableau.STAGES;
    private static final double[] NODES = Tsitouras5Tableau.nodes();
    private static final double[][] A = Tsitouras5Tableau.a();
    private static final double[] ERROR = Tsitouras5Tableau.error();

    private final OdeSystem system;
    private final int n;
    private final ErrorNorm norm;
    private final double[][] k;
    private final double[] before;
    private final double[] after;
    private final double[] estimate;
    private final double[] weights = new double[STAGES];
    private double start;
    private double end;
    private double error;
    private int worst;
    private long evaluations;

    TsitourasStep(OdeSystem system, Tolerances tolerances) {
        this.system = system;
        n = system.dimension();
        norm = new ErrorNorm(tolerances);
        k = new double[STAGES][n];
        before = new double[n];
        after = new double[n];
        estimate = new double[n];
    }

    @Override
    public boolean begin(double t, double[] y) {
        start = t;
        System.arraycopy(y, 0, before, 0, n);
        norm.reach(y);
        return slope(0, t, before);
    }

    @Override
    public Outcome attempt(double h, double target) {
        end = target;
        for (int i = 1; i < STAGES; i++) {
            add(h, A[i], i, before, after);
            if (!slope(i, start + NODES[i] * h, after)) {
                return Outcome.NOT_FINITE;
            }
        }
        add(h, ERROR, STAGES, null, estimate);
        error = norm.of(before, after, estimate);
        worst = norm.worst();
        if (Double.isNaN(error)) {
            return Outcome.NOT_FINITE;
        }
        return error <= 1 ? Outcome.WITHIN_TOLERANCE : Outcome.TOO_INACCURATE;
    }

    private boolean slope(int stage, double t, double[] y) {
        system.derivatives(t, y, k[stage]);
        evaluations++;
        int bad = TrialStep.firstNotFinite(k[stage]);
        worst = Math.max(0, bad);
        return bad < 0;
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
    public double error() {
        return error;
    }

    @Override
    public int worst() {
        return worst;
    }

    @Override
    public double[] slope() {
        return k[0];
    }

    @Override
    public void copyAfter(double[] y) {
        System.arraycopy(after, 0, y, 0, n);
    }

    @Override
    public boolean isForStiffSystems() {
        return false;
    }

    @Override
    public double start() {
        return start;
    }

    @Override
    public double end() {
        return end;
    }

    @Override
    public void state(double t, double[] y) {
        if (t == start) {
            System.arraycopy(before, 0, y, 0, n);
        } else if (t == end) {
            System.arraycopy(after, 0, y, 0, n);
        } else {
            Tsitouras5Tableau.weights((t - start) / (end - start), weights);
            add(end - start, weights, STAGES, before, y);
        }
    }

    @Override
    public Statistics statistics(long steps, long rejected, long otherEvaluations) {
        return new Statistics(steps, rejected, evaluations + otherEvaluations, 0, 0);
    }
}
