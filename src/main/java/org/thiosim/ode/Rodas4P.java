package org.thiosim.ode;

import java.util.OptionalInt;
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
        return SegmentIntegrator.solve(problem, samples, new Run(problem, tolerances), observers);
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

    /** One solve. */
    private final class Run implements SegmentIntegrator {

        private static final double STRETCH = 1.01;
        private static final double SMALLEST_PART = 1e-24;
        private static final double SMALLEST_ULPS = 16;

        private final OdeSystem system;
        private final Tolerances tolerances;
        private final double span;
        private final RosenbrockStep step;
        private final StepController controller = new StepController();
        /** The size a first step after a jump could have had; zero before the first. */
        private double memory;

        private long steps;
        private long rejected;
        private long otherEvaluations;

        Run(OdeProblem problem, Tolerances tolerances) {
            system = problem.system();
            this.tolerances = tolerances;
            span = problem.end() - problem.start();
            step = new RosenbrockStep(system, tolerances, plan(system.pattern()));
        }

        @Override
        public Status advance(double from, double to, double[] y, StepObserver observer) {
            double t = from;
            double wanted = memory;
            boolean first = true;
            controller.restart();
            while (t < to) {
                if (!step.begin(t, y)) {
                    return failure(ReturnCode.NOT_FINITE, t);
                }
                if (wanted == 0) {
                    wanted = InitialStep.estimate(system, t, y, step.slope(), tolerances, span);
                    otherEvaluations++;
                }
                Trial trial = accept(t, to, wanted);
                if (trial.failure != null) {
                    return trial.failure;
                }
                step.copyAfter(y);
                observer.step(step);
                t = step.end();
                wanted = controller.accepted(trial.size, step.error());
                if (first) {
                    double ideal = trial.size * StepController.elementary(step.error());
                    memory = trial.size < trial.wanted ? Math.max(trial.wanted, ideal) : ideal;
                    first = false;
                }
            }
            return Status.success(to);
        }

        /** Shrinks the trial step until it is accepted or hopeless. */
        private Trial accept(double t, double to, double first) {
            double wanted = first;
            while (true) {
                double rest = to - t;
                boolean last = rest <= STRETCH * wanted;
                double h = last ? rest : rest < 2 * wanted ? rest / 2 : wanted;
                if (steps + rejected >= stepLimit) {
                    return new Trial(wanted, h, failure(ReturnCode.STEP_LIMIT, t));
                }
                RosenbrockStep.Outcome outcome = step.attempt(h, last ? to : t + h);
                if (outcome == RosenbrockStep.Outcome.WITHIN_TOLERANCE) {
                    steps++;
                    return new Trial(wanted, h, null);
                }
                rejected++;
                wanted = outcome == RosenbrockStep.Outcome.TOO_INACCURATE
                        ? controller.rejected(h, step.error())
                        : controller.broken(h);
                if (wanted < Math.max(SMALLEST_ULPS * Math.ulp(t), SMALLEST_PART * span)) {
                    return new Trial(wanted, h, failure(code(outcome), t));
                }
            }
        }

        private ReturnCode code(RosenbrockStep.Outcome outcome) {
            return switch (outcome) {
                case NOT_FINITE -> ReturnCode.NOT_FINITE;
                case SINGULAR -> ReturnCode.SINGULAR_MATRIX;
                case TOO_INACCURATE, WITHIN_TOLERANCE -> ReturnCode.STEP_TOO_SMALL;
            };
        }

        private Status failure(ReturnCode code, double t) {
            return new Status(code, t, OptionalInt.of(step.worst()), Advice.of(code, stepLimit, true));
        }

        @Override
        public Statistics statistics() {
            return step.statistics(steps, rejected, otherEvaluations);
        }
    }

    /** A step size asked for, the one tried within the segment, and why it failed for good. */
    private record Trial(
            double wanted, double size, @Nullable Status failure) {}
}
