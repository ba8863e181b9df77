package org.thiosim.ode;

import java.util.Arrays;
import java.util.OptionalInt;
import org.hipparchus.exception.Localizable;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.AdaptiveStepsizeIntegrator;
import org.hipparchus.ode.nonstiff.DormandPrince54Integrator;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;

/** The explicit solvers: the Dormand-Prince pairs of Hipparchus, see {@link org.thiosim.ode}. */
final class DormandPrince implements Solver {

    /** Makes an integrator from its smallest and largest step and its absolute and relative tolerances. */
    @FunctionalInterface
    private interface Factory {
        AdaptiveStepsizeIntegrator create(double smallest, double largest, double[] absolute, double[] relative);
    }

    private final SolverMethod method;
    private final long stepLimit;
    /** Evaluations of a rejected step, and of an accepted one with its dense output. */
    private final int trialCost;

    private final int stepCost;
    private final Factory factory;

    private DormandPrince(SolverMethod method, long stepLimit, int trialCost, int stepCost, Factory factory) {
        this.method = method;
        this.stepLimit = stepLimit;
        this.trialCost = trialCost;
        this.stepCost = stepCost;
        this.factory = factory;
    }

    static Solver order5(long stepLimit) {
        return new DormandPrince(SolverMethod.DORMAND_PRINCE_54, stepLimit, 6, 6, DormandPrince54Integrator::new);
    }

    static Solver order8(long stepLimit) {
        return new DormandPrince(SolverMethod.DORMAND_PRINCE_853, stepLimit, 12, 15, DormandPrince853Integrator::new);
    }

    @Override
    public String name() {
        return method.id();
    }

    @Override
    public Solution solve(OdeProblem problem, Tolerances tolerances, SampleTimes samples, StepObserver... observers) {
        SegmentIntegrator.check(problem, tolerances);
        return SegmentIntegrator.solve(problem, samples, new Run(problem, tolerances), observers);
    }

    /** One solve. */
    private final class Run implements SegmentIntegrator {

        private static final double SMALLEST_ULPS = 16;

        private final CountedEquations equations;
        private final double[] absolute;
        private final double[] relative;
        private final double span;
        private final long evaluationLimit;
        private double memory;
        private long segments;
        private long steps;

        Run(OdeProblem problem, Tolerances tolerances) {
            equations = new CountedEquations(problem.system());
            absolute = tolerances.absolute();
            relative = new double[absolute.length];
            Arrays.fill(relative, tolerances.relative());
            span = problem.end() - problem.start();
            evaluationLimit = Math.multiplyExact(stepLimit, stepCost);
        }

        @Override
        public Status advance(double from, double to, double[] y, StepObserver observer) {
            double smallest = SMALLEST_ULPS * Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
            AdaptiveStepsizeIntegrator integrator = factory.create(smallest, span, absolute, relative);
            if (memory > 0) {
                integrator.setInitialStepSize(memory);
            }
            long left = evaluationLimit - equations.evaluations;
            if (left <= 0) {
                return failure(ReturnCode.STEP_LIMIT, from, y);
            }
            integrator.setMaxEvaluations((int) Math.min(left, Integer.MAX_VALUE));
            segments++;
            Follower follower = new Follower(from, y, observer);
            integrator.addStepHandler(follower);
            try {
                integrator.integrate(equations, new ODEState(from, y.clone()), to);
            } catch (MathRuntimeException e) {
                return failure(code(e), follower.reached, y);
            } finally {
                steps += follower.steps;
                memory = follower.largestOfFirstTwo > 0 ? follower.memory(memory, to) : memory;
            }
            return Status.success(to);
        }

        private ReturnCode code(MathRuntimeException e) {
            Localizable specifier = e.getSpecifier();
            if (specifier == LocalizedCoreFormats.MAX_COUNT_EXCEEDED) {
                return ReturnCode.STEP_LIMIT;
            }
            if (specifier == LocalizedODEFormats.NAN_APPEARING_DURING_INTEGRATION) {
                return ReturnCode.NOT_FINITE;
            }
            if (specifier == LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION
                    || specifier == LocalizedODEFormats.TOO_SMALL_INTEGRATION_INTERVAL) {
                return equations.notFinite >= 0 ? ReturnCode.NOT_FINITE : ReturnCode.STEP_TOO_SMALL;
            }
            throw e;
        }

        private Status failure(ReturnCode code, double t, double[] y) {
            OptionalInt state = code == ReturnCode.NOT_FINITE && equations.notFinite >= 0
                    ? OptionalInt.of(equations.notFinite)
                    : fastest(t, y);
            return new Status(code, t, state, Advice.of(code, stepLimit, false));
        }

        /** The state that changes fastest in units of its tolerance. */
        private OptionalInt fastest(double t, double[] y) {
            double[] slope = equations.computeDerivatives(t, y);
            double most = 0;
            OptionalInt fastest = OptionalInt.empty();
            for (int i = 0; i < y.length; i++) {
                double speed = Math.abs(slope[i]) / (absolute[i] + relative[i] * Math.abs(y[i]));
                if (speed > most) {
                    most = speed;
                    fastest = OptionalInt.of(i);
                }
            }
            return fastest;
        }

        @Override
        public Statistics statistics() {
            long rejected = Math.max(0, (equations.evaluations - segments - stepCost * steps) / trialCost);
            return new Statistics(steps, rejected, equations.evaluations, 0, 0);
        }
    }

    /** The equations as Hipparchus wants them, with a fresh array for each slope. */
    private static final class CountedEquations implements OrdinaryDifferentialEquation {

        private final OdeSystem system;
        private long evaluations;
        private int notFinite = -1;

        CountedEquations(OdeSystem system) {
            this.system = system;
        }

        @Override
        public int getDimension() {
            return system.dimension();
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            double[] slope = new double[y.length];
            system.derivatives(t, y, slope);
            evaluations++;
            for (int i = 0; i < slope.length && notFinite < 0; i++) {
                if (!Double.isFinite(slope[i])) {
                    notFinite = i;
                }
            }
            return slope;
        }
    }

    /** Shows the accepted steps of one segment to an observer and keeps the state reached. */
    private static final class Follower implements ODEStepHandler {

        private final double[] y;
        private final StepObserver observer;
        private double reached;
        private long steps;
        private double largestOfFirstTwo;

        Follower(double from, double[] y, StepObserver observer) {
            reached = from;
            this.y = y;
            this.observer = observer;
        }

        @Override
        public void handleStep(ODEStateInterpolator interpolator) {
            InterpolatedStep step = new InterpolatedStep(interpolator);
            step.state(step.end(), y);
            reached = step.end();
            if (steps < 2) {
                largestOfFirstTwo = Math.max(largestOfFirstTwo, step.end() - step.start());
            }
            steps++;
            observer.step(step);
        }

        /** A first step for the next segment; steps cut by the end of this one say nothing against a longer one. */
        double memory(double before, double to) {
            boolean cut = steps <= 2 && reached == to;
            return cut ? Math.max(before, largestOfFirstTwo) : largestOfFirstTwo;
        }
    }

    /** A step of Hipparchus. */
    private record InterpolatedStep(ODEStateInterpolator interpolator) implements DenseStep {

        @Override
        public double start() {
            return interpolator.getPreviousState().getTime();
        }

        @Override
        public double end() {
            return interpolator.getCurrentState().getTime();
        }

        @Override
        public void state(double t, double[] y) {
            double[] state = (t == start()
                            ? interpolator.getPreviousState()
                            : t == end() ? interpolator.getCurrentState() : interpolator.getInterpolatedState(t))
                    .getPrimaryState();
            System.arraycopy(state, 0, y, 0, y.length);
        }
    }
}
