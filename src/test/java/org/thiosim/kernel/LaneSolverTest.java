package org.thiosim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.ode.Jump;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneProblem;
import org.thiosim.ode.LaneSolver;
import org.thiosim.ode.ReturnCode;
import org.thiosim.ode.SampleTimes;
import org.thiosim.ode.Solution;
import org.thiosim.ode.Tolerances;

/** What solving many problems side by side keeps. */
class LaneSolverTest {
    private static final long STEPS = 100_000;

    private static List<Solution> solve(
            LaneKernel kernel, double relative, double peakShare, List<LaneProblem> problems) {
        int n = kernel.create().states();
        Tolerances tolerances = new Tolerances(
                relative, Tolerances.uniform(relative, relative * 1e-4, n).absolute(), peakShare);
        return new LaneSolver(kernel.create(), tolerances, STEPS).solve(problems);
    }

    private static LaneKernel lanes(LaneMethod method, LaneEquations equations, int width) {
        return LaneKernel.lanes(StepTape.of(method, equations), width);
    }

    @ParameterizedTest
    @EnumSource(LaneMethod.class)
    void errorFollowsTheToleranceUnderRepeatedDoses(LaneMethod method) {
        double ka = 0.8;
        double k = 0.1;
        List<Jump> jumps = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            jumps.add(new Jump(24.0 * day, 0, 100));
        }
        double[] times = new Random(3).doubles(60, 0, 240).sorted().toArray();
        LaneProblem problem =
                new LaneProblem(new double[] {ka, k}, 0, 240, new double[] {0, 0}, jumps, new SampleTimes(times));
        double before = Double.POSITIVE_INFINITY;
        for (double relative : new double[] {1e-3, 1e-5, 1e-7}) {
            Solution solution = solve(lanes(method, LaneSystems.bateman(), 8), relative, 0, List.of(problem))
                    .get(0);
            double error = 0;
            for (int i = 0; i < times.length; i++) {
                double exact = 0;
                for (int day = 0; day * 24.0 < times[i]; day++) {
                    double t = times[i] - day * 24.0;
                    exact += 100 * ka / (ka - k) * (StrictMath.exp(-k * t) - StrictMath.exp(-ka * t));
                }
                error = Math.max(error, Math.abs(solution.states()[i][1] - exact) / 100);
            }
            assertThat(error).isLessThan(10 * relative).isLessThan(before / 5);
            before = error;
        }
    }

    @ParameterizedTest
    @EnumSource(LaneMethod.class)
    void aSaturableLossKeepsItsInvariant(LaneMethod method) {
        LaneProblem problem = new LaneProblem(
                new double[] {2, 5}, 0, 30, new double[] {40}, List.of(), SampleTimes.of(0, 1.5, 7, 13, 22, 30));
        Solution solution = solve(lanes(method, LaneSystems.saturable(), 32), 1e-8, 0, List.of(problem))
                .get(0);
        for (int i = 0; i < solution.hours().length; i++) {
            double a = solution.states()[i][0];
            double invariant = 5 * StrictMath.log(a / 40) + a - 40 + 2 * solution.hours()[i];
            assertThat(invariant).isCloseTo(0, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(LaneMethod.class)
    void aSolutionDependsOnItsProblemAlone(LaneMethod method) {
        List<LaneProblem> problems = cohort(70);
        StepTape tape = StepTape.of(method, LaneSystems.cells());
        List<Solution> reference = solve(LaneKernel.interpreted(tape), 1e-3, 0.1, problems);
        List<LaneKernel> kernels = List.of(
                LaneKernel.scalar(tape),
                LaneKernel.lanes(tape, 1),
                LaneKernel.lanes(tape, 8),
                LaneKernel.lanes(tape, 32),
                LaneKernel.lanes(tape, 128));
        for (LaneKernel kernel : kernels) {
            assertSame(reference, solve(kernel, 1e-3, 0.1, problems));
        }
        List<LaneProblem> reversed = new ArrayList<>(problems);
        Collections.reverse(reversed);
        List<Solution> backwards = new ArrayList<>(solve(kernels.get(3), 1e-3, 0.1, reversed));
        Collections.reverse(backwards);
        assertSame(reference, backwards);
    }

    private static List<LaneProblem> cohort(int patients) {
        Random random = new Random(11);
        List<LaneProblem> problems = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            double[] constants = {
                random.nextDouble(0.3, 3),
                random.nextDouble(10, 40),
                random.nextDouble(1, 30),
                random.nextDouble(0.01, 0.1),
                random.nextDouble(0.001, 0.05),
                random.nextDouble(0.1, 0.8)
            };
            List<Jump> jumps = new ArrayList<>();
            int every = random.nextInt(12, 72);
            for (int t = 0; t < 336; t += every) {
                jumps.add(new Jump(t, 0, random.nextDouble(10, 200)));
            }
            problems.add(new LaneProblem(
                    constants,
                    0,
                    336,
                    new double[] {0, 0, 0, 4, 4},
                    jumps,
                    SampleTimes.of(0, 5, 24, 100.25, 168, 335)));
        }
        return problems;
    }

    private static void assertSame(List<Solution> expected, List<Solution> found) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i).states()).isDeepEqualTo(expected.get(i).states());
            assertThat(found.get(i).finalState()).isEqualTo(expected.get(i).finalState());
            assertThat(found.get(i).status()).isEqualTo(expected.get(i).status());
            assertThat(found.get(i).statistics().steps())
                    .isEqualTo(expected.get(i).statistics().steps());
        }
    }

    @Test
    void aPatientWhoFailsLeavesTheOthersAlone() {
        LaneKernel kernel = lanes(LaneMethod.RODAS4P, LaneSystems.explosion(), 32);
        List<LaneProblem> problems = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double k = i == 17 ? 1 : 0.001;
            problems.add(
                    new LaneProblem(new double[] {k}, 0, 2, new double[] {1}, List.of(), SampleTimes.of(0.5, 1.9)));
        }
        List<Solution> solutions = solve(kernel, 1e-6, 0, problems);
        for (int i = 0; i < 40; i++) {
            boolean failed = i == 17;
            assertThat(solutions.get(i).status().isSuccess()).isEqualTo(!failed);
            assertThat(solutions.get(i).hours()).hasSize(failed ? 1 : 2);
        }
        assertThat(solutions.get(17).status().code()).isIn(ReturnCode.STEP_TOO_SMALL, ReturnCode.NOT_FINITE);
        assertThat(solutions.get(17).status().time()).isCloseTo(1, within(1e-3));
        assertThat(solutions.get(17).status().message()).contains("growth without bound");
        assertThat(solutions.get(16).finalState()[0]).isCloseTo(1 / (1 - 0.002), within(1e-8));
    }

    @Test
    void theStepLimitIsAStatus() {
        LaneKernel kernel = lanes(LaneMethod.RODAS4P, LaneSystems.bateman(), 4);
        LaneProblem problem =
                new LaneProblem(new double[] {1, 0.1}, 0, 1000, new double[] {1, 0}, List.of(), SampleTimes.of(999));
        Solution solution = new LaneSolver(kernel.create(), Tolerances.uniform(1e-6, 1e-9, 2), 5)
                .solve(List.of(problem))
                .get(0);
        assertThat(solution.status().code()).isEqualTo(ReturnCode.STEP_LIMIT);
        assertThat(solution.hours()).isEmpty();
        assertThat(solution.status().advice()).contains("more than 5 steps");
    }

    @Test
    void anExplicitMethodThatRunsOutOfStepsAdvisesTheStiffOne() {
        LaneProblem problem =
                new LaneProblem(new double[] {1, 0.1}, 0, 1000, new double[] {1, 0}, List.of(), SampleTimes.of(999));
        Solution solution = new LaneSolver(
                        lanes(LaneMethod.TSITOURAS_5, LaneSystems.bateman(), 4).create(),
                        Tolerances.uniform(1e-6, 1e-9, 2),
                        5)
                .solve(List.of(problem))
                .get(0);
        assertThat(solution.status().advice()).contains("the stiff method rodas4p");
        assertThat(solution.statistics().factorizations()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 11})
    void aSampleOutsideTheProblemIsRefused(double hour) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaneProblem(
                        new double[] {1, 0.1}, 0, 10, new double[] {1, 0}, List.of(), SampleTimes.of(hour)))
                .withMessageContaining("sample times lie between the start 0.0 and the end 10.0");
    }

    @Test
    void sampleAtAJumpTimeIsTakenBeforeTheJump() {
        LaneProblem problem = new LaneProblem(
                new double[] {0, 0},
                0,
                3,
                new double[] {1, 0},
                List.of(new Jump(2, 0, 100), new Jump(0, 0, 10), new Jump(3, 0, 7)),
                SampleTimes.of(0, 1e-6, 2, 2.5, 3));
        Solution solution = solve(lanes(LaneMethod.RODAS4P, LaneSystems.bateman(), 2), 1e-6, 0, List.of(problem))
                .get(0);
        assertThat(solution.states()).isDeepEqualTo(new double[][] {{1, 0}, {11, 0}, {11, 0}, {111, 0}, {111, 0}});
    }

    @Test
    void aProblemWithoutLengthHasItsInitialState() {
        LaneProblem problem =
                new LaneProblem(new double[] {1, 1}, 5, 5, new double[] {3, 4}, List.of(), SampleTimes.of(5));
        Solution solution = solve(lanes(LaneMethod.RODAS4P, LaneSystems.bateman(), 2), 1e-6, 0, List.of(problem))
                .get(0);
        assertThat(solution.status().isSuccess()).isTrue();
        assertThat(solution.states()).isDeepEqualTo(new double[][] {{3, 4}});
    }

    @Test
    void noProblemsGiveNoSolutions() {
        assertThat(solve(lanes(LaneMethod.RODAS4P, LaneSystems.bateman(), 2), 1e-6, 0, List.of()))
                .isEmpty();
    }

    @Test
    void aPeakShareSparesStepsAndKeepsTheSlowPool() {
        List<LaneProblem> problems = cohort(8);
        LaneKernel kernel = lanes(LaneMethod.RODAS4P, LaneSystems.cells(), 8);
        List<Solution> exact = solve(kernel, 1e-9, 0, problems);
        List<Solution> strict = solve(kernel, 1e-3, 0, problems);
        List<Solution> spared = solve(kernel, 1e-3, 0.1, problems);
        for (int i = 0; i < problems.size(); i++) {
            assertThat(spared.get(i).statistics().steps())
                    .isLessThan(strict.get(i).statistics().steps());
            double pool = exact.get(i).finalState()[2];
            assertThat(spared.get(i).finalState()[2]).isCloseTo(pool, within(3e-4 * pool));
        }
    }

    @Test
    void badProblemsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaneProblem(
                        new double[1], 0, 1, new double[1], List.of(new Jump(2, 0, 1)), SampleTimes.of()))
                .withMessageContaining("between 0.0 and 1.0");
        LaneKernel kernel = lanes(LaneMethod.RODAS4P, LaneSystems.bateman(), 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LaneSolver(kernel.create(), Tolerances.uniform(1e-3, 1e-6, 3), STEPS))
                .withMessageContaining("2 states");
    }
}
