package org.thiosim.ode;

/** The explicit solver of our own: the pair of Tsitouras, see {@link org.thiosim.ode}. */
final class Tsitouras5 implements Solver {

    private final long stepLimit;

    Tsitouras5(long stepLimit) {
        this.stepLimit = stepLimit;
    }

    @Override
    public String name() {
        return SolverMethod.TSITOURAS_5.id();
    }

    @Override
    public Solution solve(OdeProblem problem, Tolerances tolerances, SampleTimes samples, StepObserver... observers) {
        SegmentIntegrator.check(problem, tolerances);
        TrialStep step = new TsitourasStep(problem.system(), tolerances);
        return AdaptiveRun.solve(
                problem, tolerances, samples, step, Tsitouras5Tableau.ERROR_ORDER, stepLimit, observers);
    }
}
