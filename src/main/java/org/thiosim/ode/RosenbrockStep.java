package org.thiosim.ode;

/**
 * One step of Rodas4P (Steinebach 1995) with its scratch memory.
 *
 * <p>With E = I/(hγ) − J the stages solve E kᵢ = f(t + cᵢh, y + Σ aᵢⱼkⱼ) + Σ Cᵢⱼkⱼ/h + h dᵢ ∂f/∂t, the new state is
 * y + Σ a₆ⱼkⱼ + k₆, and k₆ estimates its error.
 */
final class RosenbrockStep extends StepFrame {

    private static final double GAMMA = Rodas4PTableau.GAMMA;
    private static final int STAGES = Rodas4PTableau.STAGES;
    private static final double[][] A = Rodas4PTableau.a();
    private static final double[][] C = Rodas4PTableau.c();
    private static final double[] NODES = Rodas4PTableau.nodes();
    private static final double[] D = Rodas4PTableau.d();
    private static final double[] H1 = Rodas4PTableau.denseThird();
    private static final double[] H2 = Rodas4PTableau.denseFourth();

    private final SparseLu lu;
    private final double[] jacobian;
    private final double[] timeDerivative;
    private final double[] slope;
    private final double[][] k;
    private final double[] stage;
    private final double[] stageSlope;
    private final double[] k3;
    private final double[] k4;
    private boolean dense;
    private long jacobians;
    private long factorizations;

    RosenbrockStep(OdeSystem system, Tolerances tolerances, EliminationPlan plan) {
        super(system, tolerances);
        lu = new SparseLu(plan);
        jacobian = new double[plan.position.length];
        timeDerivative = new double[n];
        slope = new double[n];
        k = new double[STAGES][n];
        stage = new double[n];
        stageSlope = new double[n];
        k3 = new double[n];
        k4 = new double[n];
    }

    @Override
    public boolean begin(double t, double[] y) {
        moveTo(t, y);
        if (!slope(t, before, slope)) {
            return false;
        }
        system.jacobian(t, before, jacobian);
        jacobians++;
        system.timeDerivative(t, before, timeDerivative);
        int entry = TrialStep.firstNotFinite(jacobian);
        blame(entry >= 0 ? system.pattern().row(entry) : 0);
        return entry < 0;
    }

    @Override
    public Outcome attempt(double h, double target) {
        aimAt(target);
        dense = false;
        factorizations++;
        if (!lu.factorize(1.0 / (h * GAMMA), jacobian)) {
            blame(lu.singularState());
            return Outcome.SINGULAR;
        }
        for (int i = 0; i < STAGES; i++) {
            if (!stage(i, h)) {
                return Outcome.NOT_FINITE;
            }
        }
        double[] estimate = k[STAGES - 1];
        for (int s = 0; s < n; s++) {
            after[s] = stage[s] + estimate[s];
        }
        return judge(estimate);
    }

    private boolean stage(int i, double h) {
        double[] rhs = k[i];
        if (i == 0) {
            System.arraycopy(slope, 0, rhs, 0, n);
        } else {
            combine(i, h, rhs);
            if (!slope(start() + NODES[i] * h, stage, stageSlope)) {
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

    @Override
    public double[] slope() {
        return slope;
    }

    @Override
    public boolean isForStiffSystems() {
        return true;
    }

    @Override
    void interpolate(double theta, double[] y) {
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
    public Statistics statistics(long steps, long rejected, long otherEvaluations) {
        return new Statistics(steps, rejected, evaluations() + otherEvaluations, jacobians, factorizations);
    }
}
