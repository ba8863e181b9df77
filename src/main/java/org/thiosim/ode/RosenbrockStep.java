package org.thiosim.ode;

/**
 * One step of Rodas4P (Steinebach 1995) with its scratch memory.
 *
 * <p>With E = I/(hγ) − J the stages solve E kᵢ = f(t + cᵢh, y + Σ aᵢⱼkⱼ) + Σ Cᵢⱼkⱼ/h + h dᵢ ∂f/∂t, the new state is
 * y + Σ a₆ⱼkⱼ + k₆, and k₆ estimates its error.
 */
final class RosenbrockStep implements DenseStep {

    /** What became of a trial. */
    enum Outcome {
        WITHIN_TOLERANCE,
        TOO_INACCURATE,
        NOT_FINITE,
        SINGULAR
    }

    private static final double GAMMA = 0.25;
    private static final int STAGES = 6;

    private static final double[][] A = {
        {},
        {3.0},
        {1.831036793486759, 0.4955183967433795},
        {2.304376582692669, -0.05249275245743001, -1.176798761832782},
        {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401},
        {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401, 1.0}
    };
    private static final double[][] C = {
        {},
        {-12.0},
        {-8.791795173947035, -2.207865586973518},
        {10.81793056857153, 6.780270611428266, 19.5348594464241},
        {34.19095006749676, 15.49671153725963, 54.7476087596413, 14.16005392148534},
        {34.62605830930532, 15.30084976114473, 56.99955578662667, 18.40807009793095, -5.714285714285717}
    };
    private static final double[] NODES = {0.0, 0.75, 0.21, 0.63, 1.0, 1.0};
    private static final double[] D = {0.25, -0.5, -0.023504, -0.0362, 0.0, 0.0};
    private static final double[] H1 = {
        25.09876703708589, 11.62013104361867, 28.49148307714626, -5.664021568594133, 0.0, 0.0
    };
    private static final double[] H2 = {
        1.638054557396973, -0.7373619806678748, 8.47791821923899, 15.9925314877952, -1.882352941176471, 0.0
    };

    private final OdeSystem system;
    private final double relative;
    private final double[] absolute;
    private final int n;
    private final SparseLu lu;
    private final double[] jacobian;
    private final double[] timeDerivative;
    private final double[] slope;
    private final double[][] k;
    private final double[] stage;
    private final double[] stageSlope;
    private final double[] before;
    private final double[] after;
    private final double[] k3;
    private final double[] k4;
    private double start;
    private double end;
    private boolean dense;
    private double error;
    private int worst;
    private long evaluations;
    private long jacobians;
    private long factorizations;

    RosenbrockStep(OdeSystem system, Tolerances tolerances, EliminationPlan plan) {
        this.system = system;
        relative = tolerances.relative();
        absolute = tolerances.absolute();
        n = plan.dimension;
        lu = new SparseLu(plan);
        jacobian = new double[plan.position.length];
        timeDerivative = new double[n];
        slope = new double[n];
        k = new double[STAGES][n];
        stage = new double[n];
        stageSlope = new double[n];
        before = new double[n];
        after = new double[n];
        k3 = new double[n];
        k4 = new double[n];
    }

    /**
     * Moves to a point and linearises there.
     *
     * @return whether slope and Jacobian are finite
     */
    boolean begin(double t, double[] y) {
        start = t;
        System.arraycopy(y, 0, before, 0, n);
        system.derivatives(t, before, slope);
        evaluations++;
        worst = firstNotFinite(slope);
        if (worst >= 0) {
            return false;
        }
        system.jacobian(t, before, jacobian);
        jacobians++;
        system.timeDerivative(t, before, timeDerivative);
        int entry = firstNotFinite(jacobian);
        worst = entry >= 0 ? system.pattern().row(entry) : 0;
        return entry < 0;
    }

    /** Tries a step from the point last moved to. */
    Outcome attempt(double h, double target) {
        end = target;
        dense = false;
        factorizations++;
        if (!lu.factorize(1.0 / (h * GAMMA), jacobian)) {
            worst = lu.singularState();
            return Outcome.SINGULAR;
        }
        for (int i = 0; i < STAGES; i++) {
            if (!stage(i, h)) {
                return Outcome.NOT_FINITE;
            }
        }
        measure();
        if (Double.isNaN(error)) {
            return Outcome.NOT_FINITE;
        }
        return error <= 1 ? Outcome.WITHIN_TOLERANCE : Outcome.TOO_INACCURATE;
    }

    private boolean stage(int i, double h) {
        double[] rhs = k[i];
        if (i == 0) {
            System.arraycopy(slope, 0, rhs, 0, n);
        } else {
            combine(i, h, rhs);
            system.derivatives(start + NODES[i] * h, stage, stageSlope);
            evaluations++;
            int bad = firstNotFinite(stageSlope);
            if (bad >= 0) {
                worst = bad;
                return false;
            }
            for (int s = 0; s < n; s++) {
                rhs[s] += stageSlope[s];
            }
        }
        double factor = h * D[i];
        if (factor != 0) {
            for (int s = 0; s < n; s++) {
                rhs[s] += factor * timeDerivative[s];
            }
        }
        lu.solve(rhs);
        return true;
    }

    private void combine(int i, double h, double[] rhs) {
        double first = C[i][0] / h;
        double a = A[i][0];
        double[] k0 = k[0];
        for (int s = 0; s < n; s++) {
            stage[s] = before[s] + a * k0[s];
            rhs[s] = first * k0[s];
        }
        for (int j = 1; j < i; j++) {
            double aj = A[i][j];
            double cj = C[i][j] / h;
            double[] kj = k[j];
            for (int s = 0; s < n; s++) {
                stage[s] += aj * kj[s];
                rhs[s] += cj * kj[s];
            }
        }
    }

    private void measure() {
        double[] estimate = k[STAGES - 1];
        error = 0;
        worst = 0;
        for (int s = 0; s < n; s++) {
            after[s] = stage[s] + estimate[s];
            double scale = absolute[s] + relative * Math.max(Math.abs(before[s]), Math.abs(after[s]));
            double ratio = Math.abs(estimate[s]) / scale;
            if (!(ratio <= error)) {
                error = ratio;
                worst = s;
            }
            if (!Double.isFinite(ratio) || !Double.isFinite(after[s])) {
                error = Double.NaN;
                return;
            }
        }
    }

    /** The largest error among the states in units of its tolerance. */
    double error() {
        return error;
    }

    /** The state that decided the last outcome. */
    int worst() {
        return worst;
    }

    double[] slope() {
        return slope;
    }

    void copyAfter(double[] y) {
        System.arraycopy(after, 0, y, 0, n);
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
            interpolate((t - start) / (end - start), y);
        }
    }

    private void interpolate(double theta, double[] y) {
        if (!dense) {
            prepareDense();
        }
        double rest = 1 - theta;
        for (int s = 0; s < n; s++) {
            y[s] = before[s] + theta * (after[s] - before[s] + rest * (k3[s] + theta * k4[s]));
        }
    }

    private void prepareDense() {
        for (int s = 0; s < n; s++) {
            double third = 0;
            double fourth = 0;
            for (int j = 0; j < STAGES - 1; j++) {
                third += H1[j] * k[j][s];
                fourth += H2[j] * k[j][s];
            }
            k3[s] = third;
            k4[s] = fourth;
        }
        dense = true;
    }

    /** The work so far, with the numbers of steps counted elsewhere. */
    Statistics statistics(long steps, long rejected, long otherEvaluations) {
        return new Statistics(steps, rejected, evaluations + otherEvaluations, jacobians, factorizations);
    }

    private static int firstNotFinite(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }
}
