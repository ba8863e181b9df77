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
        StepController controller = new StepController(Tsitouras5Tableau.ERROR_ORDER);
        return SegmentIntegrator.solve(
                problem, samples, new AdaptiveRun(problem, tolerances, step, controller, stepLimit), observers);
    }
}
