package org.thiosim.ode;

import org.jspecify.annotations.Nullable;

/** The stiff solver: Rodas4P with sparse elimination, see {@link org.thiosim.ode}. */
final class Rodas4P implements Solver {

    private final long stepLimit;
    /** The last pattern met and its plan, so that a cohort plans once; a plan is a function of its pattern alone. */
    private volatile @Nullable Planned planned;

    Rodas4P(long stepLimit) {
        this.stepLimit = stepLimit;
    }

    @Override
    public String name() {
        return SolverMethod.RODAS4P.id();
    }

    @Override
    public Solution solve(OdeProblem problem, Tolerances tolerances, SampleTimes samples, StepObserver... observers) {
        SegmentIntegrator.check(problem, tolerances);
        EliminationPlan plan = plan(problem.system().pattern());
        TrialStep step = new RosenbrockStep(problem.system(), tolerances, plan);
        return AdaptiveRun.solve(problem, tolerances, samples, step, Rodas4PTableau.ERROR_ORDER, stepLimit, observers);
    }

    private EliminationPlan plan(JacobianPattern pattern) {
        Planned last = planned;
        if (last == null || !last.pattern.equals(pattern)) {
            last = new Planned(pattern, EliminationPlan.of(pattern));
            planned = last;
        }
        return last.plan;
    }

    private record Planned(JacobianPattern pattern, EliminationPlan plan) {}
}
