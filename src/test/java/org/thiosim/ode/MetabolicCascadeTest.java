package org.thiosim.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetabolicCascadeTest {

    private static final int STATES = 56;
    private static final double WEEK = 168;

    private static Solution solve(OdeProblem problem, double relative, SampleTimes samples, StepObserver... observers) {
        return SolverMethod.RODAS4P
                .create()
                .solve(problem, Tolerances.uniform(relative, relative, STATES), samples, observers);
    }

    @Test
    void whatIsDosedOverTwentyFourWeeksIsConserved() {
        OdeProblem problem = MetabolicCascade.dosed(STATES, 24, 24 * WEEK);
        Solution solution = solve(problem, 1e-6, SampleTimes.of(24 * WEEK));
        assertThat(solution.status().isSuccess()).isTrue();
        assertThat(Arrays.stream(solution.finalState()).sum()).isCloseTo(16_800, within(1e-8));
        assertThat(Arrays.stream(solution.finalState()).min().orElseThrow()).isGreaterThan(-1e-6);
    }

    @Test
    void tightTolerancesAgreeWithLooseOnes() {
        OdeProblem problem = MetabolicCascade.dosed(STATES, 8, WEEK);
        double[] loose = solve(problem, 1e-6, SampleTimes.of()).finalState();
        double[] tight = solve(problem, 1e-9, SampleTimes.of()).finalState();
        for (int i = 0; i < STATES; i++) {
            assertThat(loose[i]).isCloseTo(tight[i], within(1e-5 * (1 + tight[i])));
        }
    }

    @Test
    void solvingByAnExplicitMethodGivesTheSame() {
        OdeProblem problem = MetabolicCascade.dosed(STATES, 24, 72);
        Tolerances tolerances = Tolerances.uniform(1e-9, 1e-9, STATES);
        double[] explicit = SolverMethod.DORMAND_PRINCE_54
                .create()
                .solve(problem, tolerances, SampleTimes.of())
                .finalState();
        assertThat(solve(problem, 1e-9, SampleTimes.of()).finalState()).containsExactly(explicit, within(1e-6));
    }

    @Test
    void dosesAfterTheFirstStartWithTheStepThatServedTheOneBefore() {
        OdeProblem problem = MetabolicCascade.dosed(STATES, 24, 2 * WEEK);
        List<Double> first = new ArrayList<>();
        Solution solution = solve(problem, 1e-6, SampleTimes.of(), step -> {
            if (step.start() % 24 == 0) {
                first.add(step.end() - step.start());
            }
        });
        assertThat(first).hasSize(14);
        assertThat(first.subList(3, 14)).allSatisfy(h -> assertThat(h).isBetween(first.get(3) / 2, first.get(3) * 2));
        assertThat(solution.statistics().rejected())
                .isLessThan(solution.statistics().steps() / 10);
    }

    @Test
    void differencedJacobianMatchesTheAnalyticOne() {
        OdeSystem cascade = MetabolicCascade.of(STATES);
        double[] y = new double[STATES];
        Arrays.setAll(y, i -> 0.1 + i % 7);
        double[] analytic = new double[cascade.pattern().size()];
        double[] differenced = new double[analytic.length];
        cascade.jacobian(0, y, analytic);
        ForwardDifferences.jacobian(cascade, 0, y, differenced);
        assertThat(differenced).containsExactly(analytic, within(1e-5));
    }

    @Test
    void oneSolverServesManyThreads() throws InterruptedException {
        OdeProblem serial = MetabolicCascade.dosed(STATES, 24, WEEK);
        double[] expected = solve(serial, 1e-6, SampleTimes.of()).finalState();
        Solver shared = SolverMethod.RODAS4P.create();
        double[][] results = new double[8][];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            int place = i;
            threads.add(new Thread(() -> {
                OdeProblem own = MetabolicCascade.dosed(STATES, 24, WEEK);
                shared.solve(Catalogue.chain().problem(), Tolerances.uniform(1e-6, 1e-9, 4), SampleTimes.of());
                results[place] = shared.solve(own, Tolerances.uniform(1e-6, 1e-6, STATES), SampleTimes.of())
                        .finalState();
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        for (double[] result : results) {
            assertThat(result).isEqualTo(expected);
        }
    }
}
