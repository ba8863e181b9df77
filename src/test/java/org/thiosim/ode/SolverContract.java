package org.thiosim.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link SolverMethod} keeps. */
abstract class SolverContract {

    private static final double[] RELATIVE = {1e-4, 1e-6, 1e-8};

    private final SolverMethod method;
    private final double errorFactor;

    /** @param errorFactor how many relative tolerances the global error may reach on any catalogue problem */
    SolverContract(SolverMethod method, double errorFactor) {
        this.method = method;
        this.errorFactor = errorFactor;
    }

    private Solution solve(ExactProblem problem, double relative, SampleTimes samples, StepObserver... observers) {
        return method.create().solve(problem.problem(), problem.tolerances(relative), samples, observers);
    }

    private Solution solve(OdeProblem problem, SampleTimes samples, StepObserver... observers) {
        return method.create().solve(problem, Tolerances.uniform(1e-6, 1e-9, problem.dimension()), samples, observers);
    }

    @ParameterizedTest
    @MethodSource("org.thiosim.ode.Catalogue#all")
    void errorFollowsTheTolerance(ExactProblem problem) {
        List<Double> errors = new ArrayList<>();
        for (double relative : RELATIVE) {
            Solution solution = solve(problem, relative, problem.samples(397));
            assertThat(solution.status().isSuccess()).isTrue();
            assertThat(solution.hours()).hasSize(398);
            double error = problem.error(solution);
            assertThat(error).as("error at %s", relative).isLessThan(errorFactor * relative);
            errors.add(error);
        }
        assertThat(errors.get(2)).isLessThan(errors.get(1)).isLessThan(errors.get(0) / 20);
    }

    @ParameterizedTest
    @MethodSource("org.thiosim.ode.Catalogue#all")
    void samplesDoNotChangeThePath(ExactProblem problem) {
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        Solution sparse = solve(problem, 1e-6, SampleTimes.of(), step -> few.add(step.end()));
        Solution fine = solve(problem, 1e-6, problem.samples(1000), step -> many.add(step.end()));
        assertThat(many).isEqualTo(few);
        assertThat(fine.finalState()).isEqualTo(sparse.finalState());
        assertThat(fine.statistics()).isEqualTo(sparse.statistics());
    }

    @ParameterizedTest
    @MethodSource("org.thiosim.ode.Catalogue#all")
    void equalSolvesGiveEqualBits(ExactProblem problem) {
        Solver solver = method.create();
        Tolerances tolerances = problem.tolerances(1e-6);
        Solution first = solver.solve(problem.problem(), tolerances, problem.samples(50));
        Solution again = solver.solve(problem.problem(), tolerances, problem.samples(50));
        Solution elsewhere = solve(problem, 1e-6, problem.samples(50));
        assertThat(again.states()).isDeepEqualTo(first.states());
        assertThat(elsewhere.states()).isDeepEqualTo(first.states());
        assertThat(again.finalState()).isEqualTo(first.finalState());
    }

    @ParameterizedTest
    @MethodSource("org.thiosim.ode.Catalogue#all")
    void observersSeeStepsWithoutGaps(ExactProblem problem) {
        List<double[]> steps = new ArrayList<>();
        Solution solution =
                solve(problem, 1e-6, SampleTimes.of(), step -> steps.add(new double[] {step.start(), step.end()}));
        assertThat(steps).hasSize((int) solution.statistics().steps());
        double reached = problem.problem().start();
        for (double[] step : steps) {
            assertThat(step[0]).isEqualTo(reached);
            assertThat(step[1]).isGreaterThan(step[0]);
            reached = step[1];
        }
        assertThat(reached).isEqualTo(problem.problem().end());
    }

    @ParameterizedTest
    @MethodSource("org.thiosim.ode.Catalogue#all")
    void denseOutputMeetsTheEndsOfItsStep(ExactProblem problem) {
        int n = problem.problem().dimension();
        double[] atEnd = new double[n];
        double[] near = new double[n];
        double[] last = new double[n];
        Solution solution = solve(problem, 1e-6, SampleTimes.of(), step -> {
            double h = step.end() - step.start();
            for (double t : new double[] {step.start(), step.end()}) {
                step.state(t, atEnd);
                step.state(t == step.end() ? t - 1e-9 * h : t + 1e-9 * h, near);
                for (int i = 0; i < n; i++) {
                    assertThat(near[i]).isCloseTo(atEnd[i], within(1e-7 * (1 + Math.abs(atEnd[i]))));
                }
            }
            step.state(step.end(), last);
        });
        assertThat(last).isEqualTo(solution.finalState());
    }

    @Test
    void everyJumpTimeEndsAStep() {
        ExactProblem problem = Catalogue.repeatedDosing();
        List<Double> ends = new ArrayList<>();
        solve(problem, 1e-6, SampleTimes.of(), step -> ends.add(step.end()));
        for (Jump jump : problem.problem().jumps()) {
            if (jump.time() > 0) {
                assertThat(ends).contains(jump.time());
            }
        }
    }

    @Test
    void sampleAtAJumpTimeIsTakenBeforeTheJump() {
        OdeProblem problem = new OdeProblem(
                still(), 0, 3, new double[] {1}, List.of(new Jump(0, 0, 10), new Jump(2, 0, 100), new Jump(3, 0, 7)));
        Solution solution = solve(problem, SampleTimes.of(0, 1e-6, 2, 2.5, 3));
        assertThat(solution.states()).isDeepEqualTo(new double[][] {{1}, {11}, {11}, {111}, {111}});
        assertThat(solution.finalState()).containsExactly(111);
    }

    @Test
    void everyJumpOfOneInstantApplies() {
        List<Jump> jumps = List.of(new Jump(2, 0, 1), new Jump(1, 0, 4), new Jump(2, 0, 2), new Jump(2 + 1e-10, 0, 8));
        List<Double> ends = new ArrayList<>();
        Solution solution = solve(
                new OdeProblem(still(), 0, 3, new double[] {0}, jumps),
                SampleTimes.of(1, 2, 2 + 1e-10, 2.1),
                step -> ends.add(step.end()));
        assertThat(solution.states()).isDeepEqualTo(new double[][] {{0}, {4}, {4}, {15}});
        assertThat(ends).contains(2.0).doesNotContain(2 + 1e-10);
    }

    @Test
    void jumpsAsCloseAsTimesCanBeToldApartAreBothMet() {
        List<Jump> jumps = List.of(new Jump(100, 0, 1), new Jump(100.000001, 0, 2));
        Solution solution =
                solve(new OdeProblem(still(), 0, 200, new double[] {0}, jumps), SampleTimes.of(100, 100.000001, 150));
        assertThat(solution.states()).isDeepEqualTo(new double[][] {{0}, {1}, {3}});
    }

    @Test
    void problemOfNoLengthGivesTheInitialState() {
        OdeProblem problem = new OdeProblem(still(), 2, 2, new double[] {5}, List.of(new Jump(2, 0, 1)));
        Solution solution = solve(problem, SampleTimes.of(2));
        assertThat(solution.status().isSuccess()).isTrue();
        assertThat(solution.states()).isDeepEqualTo(new double[][] {{5}});
        assertThat(solution.finalState()).containsExactly(5);
        assertThat(solution.statistics().steps()).isZero();
    }

    @Test
    void samplesOutsideTheProblemAreRefused() {
        OdeProblem problem = Catalogue.chain().problem();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solve(problem, SampleTimes.of(0, 25)))
                .withMessageContaining("24.0")
                .withMessageContaining("25.0");
        assertThatIllegalArgumentException().isThrownBy(() -> solve(problem, SampleTimes.of(-1, 5)));
    }

    @Test
    void tolerancesForOtherStatesAreRefused() {
        OdeProblem problem = Catalogue.chain().problem();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.create().solve(problem, Tolerances.uniform(1e-6, 1e-9, 3), SampleTimes.of()))
                .withMessageContaining("4 states");
    }

    @Test
    void stepLimitEndsTheSolveWithWhatWasReached() {
        ExactProblem problem = Catalogue.repeatedDosing();
        Solution solution =
                method.create(60).solve(problem.problem(), problem.tolerances(1e-6), problem.samples(14 * 24));
        Status status = solution.status();
        assertThat(status.code()).isEqualTo(ReturnCode.STEP_LIMIT);
        assertThat(status.time()).isStrictlyBetween(0.0, 24.0 * 14);
        assertThat(status.state()).isPresent();
        assertThat(status.advice()).contains("60 steps");
        assertThat(status.message()).contains("t = " + status.time()).contains(ReturnCode.STEP_LIMIT.text());
        assertThat(solution.hours()[solution.hours().length - 1])
                .isStrictlyBetween(0.0, status.time() + 1e-9)
                .isGreaterThan(status.time() - 1);
        assertThat(problem.error(solution)).isLessThan(errorFactor * 1e-6);
    }

    @Test
    void solutionThatBlowsUpFailsAtItsPole() {
        OdeSystem system = PlainSystem.of(1, (t, y, dydt) -> dydt[0] = y[0] * y[0]);
        OdeProblem problem = new OdeProblem(system, 0, 2, new double[] {1}, List.of());
        Solution solution = solve(problem, SampleTimes.of(0, 0.5, 0.9, 1.5));
        assertThat(solution.status().isSuccess()).isFalse();
        assertThat(solution.status().time()).isCloseTo(1, within(1e-4));
        assertThat(solution.hours()).containsExactly(0, 0.5, 0.9);
        assertThat(solution.states()[2][0]).isCloseTo(10, within(1e-2));
    }

    @Test
    void slopeThatIsNotANumberFailsWithTimeAndState() {
        OdeSystem system = PlainSystem.of(3, (t, y, dydt) -> {
            dydt[0] = 1;
            dydt[1] = t > 1.5 ? Double.NaN : -y[1];
            dydt[2] = -y[2];
        });
        OdeProblem problem = new OdeProblem(system, 0, 3, new double[] {1, 1, 1}, List.of(new Jump(1, 0, 1)));
        Solution solution = solve(problem, SampleTimes.of(0, 1, 2, 3));
        assertThat(solution.status().code()).isEqualTo(ReturnCode.NOT_FINITE);
        assertThat(solution.status().time()).isBetween(1.0, 1.5);
        assertThat(solution.status().state()).hasValue(1);
        assertThat(solution.hours()).containsExactly(0, 1);
        assertThat(solution.finalState()).doesNotContain(Double.NaN);
    }

    @Test
    void slopeThatIsInfiniteFromTheStartFails() {
        OdeSystem system = PlainSystem.of(1, (t, y, dydt) -> dydt[0] = 1 / y[0]);
        OdeProblem problem = new OdeProblem(system, 0, 3, new double[] {0}, List.of());
        Solution solution = solve(problem, SampleTimes.of(0, 1));
        assertThat(solution.status().code()).isEqualTo(ReturnCode.NOT_FINITE);
        assertThat(solution.status().time()).isZero();
        assertThat(solution.hours()).containsExactly(0);
    }

    @Test
    void isRegisteredUnderItsName() {
        assertThat(SolverMethod.named(method.create().name())).contains(method);
    }

    private static OdeSystem still() {
        return PlainSystem.of(1, (t, y, dydt) -> dydt[0] = 0);
    }
}
