package org.thiosim.ode;

/** What the steps of our own methods have in common: the states before and after, the error, and the work done. */
abstract class StepFrame implements TrialStep {

    final OdeSystem system;
    final int n;
    final double[] before;
    final double[] after;
    private final ErrorNorm norm;
    private double start;
    private double end;
    private double error;
    private int worst;
    private long evaluations;

    StepFrame(OdeSystem system, Tolerances tolerances) {
        this.system = system;
        n = system.dimension();
        norm = new ErrorNorm(tolerances);
        before = new double[n];
        after = new double[n];
    }

    /** Writes the slope at a point; whether it is finite. */
    final boolean slope(double t, double[] y, double[] slope) {
        system.derivatives(t, y, slope);
        evaluations++;
        return isFinite(slope);
    }

    /** Whether the values of all states are finite. */
    final boolean isFinite(double[] values) {
        int bad = TrialStep.firstNotFinite(values);
        worst = Math.max(0, bad);
        return bad < 0;
    }

    final void moveTo(double t, double[] y) {
        start = t;
        System.arraycopy(y, 0, before, 0, n);
        norm.reach(y);
    }

    final void aimAt(double target) {
        end = target;
    }

    final void blame(int state) {
        worst = state;
    }

    /** The outcome of a step with an estimate of its error. */
    final Outcome judge(double[] estimate) {
        error = norm.of(before, after, estimate);
        worst = norm.worst();
        if (Double.isNaN(error)) {
            return Outcome.NOT_FINITE;
        }
        return error <= 1 ? Outcome.WITHIN_TOLERANCE : Outcome.TOO_INACCURATE;
    }

    final long evaluations() {
        return evaluations;
    }

    @Override
    public final double error() {
        return error;
    }

    @Override
    public final int worst() {
        return worst;
    }

    @Override
    public final void copyAfter(double[] y) {
        System.arraycopy(after, 0, y, 0, n);
    }

    @Override
    public final double start() {
        return start;
    }

    @Override
    public final double end() {
        return end;
    }

    @Override
    public final void state(double t, double[] y) {
        if (t == start) {
            System.arraycopy(before, 0, y, 0, n);
        } else if (t == end) {
            System.arraycopy(after, 0, y, 0, n);
        } else {
            interpolate((t - start) / (end - start), y);
        }
    }

    /** Writes the continuous solution at a part of the step. */
    abstract void interpolate(double theta, double[] y);
}
