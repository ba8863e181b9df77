package org.thiosim.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Rodas4PTest extends SolverContract {

    Rodas4PTest() {
        super(SolverMethod.RODAS4P, 40);
    }

    private static Solution rest(double end, double... jacobian) {
        int n = jacobian.length == 1 ? 1 : 2;
        OdeSystem system = new OdeSystem() {
            @Override
            public int dimension() {
                return n;
            }

            @Override
            public void derivatives(double t, double[] y, double[] dydt) {
                Arrays.fill(dydt, 0);
            }

            @Override
            public void jacobian(double t, double[] y, double[] values) {
                System.arraycopy(jacobian, 0, values, 0, values.length);
            }
        };
        return SolverMethod.RODAS4P
                .create()
                .solve(
                        new OdeProblem(system, 0, end, new double[n], List.of(new Jump(end / 2, 0, 1))),
                        Tolerances.uniform(1e-6, 1e-6, n),
                        SampleTimes.of(0, end));
    }

    @Test
    void singularMatrixIsCuredByAShorterStep() {
        double firstStep = 1e-6;
        Solution solution = rest(2 * firstStep, 1 / (firstStep * 0.25));
        assertThat(solution.status().isSuccess()).isTrue();
        assertThat(solution.statistics().rejected()).isPositive();
        assertThat(solution.finalState()).containsExactly(1);
    }

    @Test
    void matrixThatStaysSingularFails() {
        Solution solution = rest(2, 1e40, 1e40, 1e40, 1e40);
        assertThat(solution.status().code()).isEqualTo(ReturnCode.SINGULAR_MATRIX);
        assertThat(solution.status().state()).hasValue(1);
        assertThat(solution.hours()).containsExactly(0);
    }

    @Test
    void jacobianThatIsNotFiniteFails() {
        Solution solution = rest(2, 0, 0, Double.NaN, 0);
        assertThat(solution.status().code()).isEqualTo(ReturnCode.NOT_FINITE);
        assertThat(solution.status().state()).hasValue(1);
    }

    @Test
    void slopeThatIsNotFiniteInsideATrialStepShortensIt() {
        OdeSystem system =
                PlainSystem.of(1, (t, y, dydt) -> dydt[0] = y[0] < 0 ? Double.NaN : -50 * y[0] / (1e-3 + y[0]));
        OdeProblem problem = new OdeProblem(system, 0, 1, new double[] {1}, List.of());
        Solution solution =
                SolverMethod.RODAS4P.create().solve(problem, Tolerances.uniform(1e-4, 1e-6, 1), SampleTimes.of(1));
        assertThat(solution.status().isSuccess()).isTrue();
        assertThat(solution.statistics().rejected()).isPositive();
    }

    @Test
    void stiffDecayTakesStepsFarBeyondTheFastestRate() {
        ExactProblem problem = Catalogue.stiffLinear();
        Solution solution =
                SolverMethod.RODAS4P.create().solve(problem.problem(), problem.tolerances(1e-4), SampleTimes.of());
        assertThat(solution.statistics().steps()).isLessThan(100);
    }
}
