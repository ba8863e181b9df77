package org.thiosim.ode;

/**
 * One step of Rodas4P (Steinebach 1995) with its scratch memory.
 *
 * <p>With E = I/(hγ) − J the stages solve E kᵢ = f(t + cᵢh, y + Σ aᵢⱼkⱼ) + Σ Cᵢⱼkⱼ/h + h dᵢ ∂f/∂t, the new state is
 * y + Σ a₆ⱼkⱼ + k₆, and k₆ estimates its error.
 */
final class RosenbrockStep implements TrialStep {

    private static final double GAMMA = Rodas4PTableau.GAMMA;
    private static final int STAGES = Rodas4PTableau.STAGES;
    private static final double[][] A = Rodas4PTableau.a();
    private static final double[][] C = Rodas4PTableau.c();
    private static final double[] NODES = Rodas4PTableau.nodes();
    private static final double[] D = Rodas4PTableau.d();
    private static final double[] H1 = Rodas4PTableau.denseThird();
    private static final double[] H2 = Rodas4PTableau.denseFourth();

    private final OdeSystem system;
    private final ErrorNorm norm;
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
        norm = new ErrorNorm(tolerances);
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

    @Override
    public boolean begin(double t, double[] y) {
        start = t;
        System.arraycopy(y, 0, before, 0, n);
        norm.reach(y);
        system.derivatives(t, before, slope);
        evaluations++;
        worst = TrialStep.firstNotFinite(slope);
        if (worst >= 0) {
            return false;
        }
        system.jacobian(t, before, jacobian);
        jacobians++;
        system.timeDerivative(t, before, timeDerivative);
        int entry = TrialStep.firstNotFinite(jacobian);
        worst = entry >= 0 ? system.pattern().row(entry) : 0;
        return entry < 0;
    }

    @Override
    public Outcome attempt(double h, double target) {
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
            int bad = TrialStep.firstNotFinite(stageSlope);
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
        for (int s = 0; s < n; s++) {
            after[s] = stage[s] + estimate[s];
        }
        error = norm.of(before, after, estimate);
        worst = norm.worst();
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
        return slope;
    }

    @Override
    public void copyAfter(double[] y) {
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

    @Override
    public boolean isForStiffSystems() {
        return true;
    }

    @Override
    public Statistics statistics(long steps, long rejected, long otherEvaluations) {
        return new Statistics(steps, rejected, evaluations + otherEvaluations, jacobians, factorizations);
    }
}
