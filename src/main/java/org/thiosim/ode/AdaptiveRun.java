package org.thiosim.ode;

import java.util.Optional;
import java.util.OptionalInt;

/** One solve with a method whose steps are tried until their error fits. */
final class AdaptiveRun implements SegmentIntegrator {

    private final OdeSystem system;
    private final Tolerances tolerances;
    private final double span;
    private final TrialStep step;
    private final long stepLimit;
    private final StepWalk walk;
    private long steps;
    private long rejected;
    private long otherEvaluations;

    /**
     * Solves a problem by the steps of a method.
     *
     * @param errorOrder the order of its error estimates
     */
    static Solution solve(
            OdeProblem problem,
            Tolerances tolerances,
            SampleTimes samples,
            TrialStep step,
            int errorOrder,
            long stepLimit,
            StepObserver... observers) {
        StepController controller = new StepController(errorOrder);
        SegmentIntegrator run = new AdaptiveRun(problem, tolerances, step, controller, stepLimit);
        return SegmentIntegrator.solve(problem, samples, run, observers);
    }

    private AdaptiveRun(
            OdeProblem problem, Tolerances tolerances, TrialStep step, StepController controller, long stepLimit) {
        system = problem.system();
        this.tolerances = tolerances;
        this.step = step;
        this.stepLimit = stepLimit;
        span = problem.end() - problem.start();
        walk = new StepWalk(span, controller);
    }

    @Override
    public Status advance(double from, double to, double[] y, StepObserver observer) {
        walk.enter(from, to);
        while (!walk.isAtEnd()) {
            double t = walk.time();
            if (!step.begin(t, y)) {
                return failure(ReturnCode.NOT_FINITE, t);
            }
            if (walk.isBlind()) {
                walk.propose(InitialStep.estimate(system, t, y, step.slope(), tolerances, span));
                otherEvaluations++;
            }
            Optional<Status> failure = accept(t);
            if (failure.isPresent()) {
                return failure.get();
            }
            step.copyAfter(y);
            observer.step(step);
        }
        return Status.success(to);
    }

    /** Shrinks the trial step until it is accepted or hopeless. */
    private Optional<Status> accept(double t) {
        while (true) {
            if (steps + rejected >= stepLimit) {
                return Optional.of(failure(ReturnCode.STEP_LIMIT, t));
            }
            double h = walk.next();
            TrialStep.Outcome outcome = step.attempt(h, walk.target());
            if (outcome == TrialStep.Outcome.WITHIN_TOLERANCE) {
                steps++;
                walk.accept(step.error());
                return Optional.empty();
            }
            rejected++;
            boolean again = outcome == TrialStep.Outcome.TOO_INACCURATE ? walk.reject(step.error()) : walk.breakOff();
            if (!again) {
                return Optional.of(failure(code(outcome), t));
            }
        }
    }

    private static ReturnCode code(TrialStep.Outcome outcome) {
        return switch (outcome) {
            case NOT_FINITE -> ReturnCode.NOT_FINITE;
            case SINGULAR -> ReturnCode.SINGULAR_MATRIX;
            case TOO_INACCURATE, WITHIN_TOLERANCE -> ReturnCode.STEP_TOO_SMALL;
        };
    }

    private Status failure(ReturnCode code, double t) {
        String advice = Advice.of(code, stepLimit, step.isForStiffSystems());
        return new Status(code, t, OptionalInt.of(step.worst()), advice);
    }

    @Override
    public Statistics statistics() {
        return step.statistics(steps, rejected, otherEvaluations);
    }
}
