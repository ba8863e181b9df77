package org.thiosim.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference values of the Test Set for IVP Solvers (Mazzia and Magherini 2008, release 2.4). */
class StiffReferencesTest {

    private static double[] end(OdeSystem system, double end, double[] initial, double absolute) {
        OdeProblem problem = new OdeProblem(system, 0, end, initial, List.of());
        Solution solution = SolverMethod.RODAS4P
                .create()
                .solve(problem, Tolerances.uniform(1e-8, absolute, initial.length), SampleTimes.of());
        assertThat(solution.status().isSuccess()).isTrue();
        return solution.finalState();
    }

    @Test
    void robertsonAtTenToTheEleven() {
        double[] y = end(new Robertson(), 1e11, new double[] {1, 0, 0}, 1e-20);
        assertThat(y[0]).isCloseTo(0.2083340149701255e-07, within(1e-12));
        assertThat(y[1]).isCloseTo(0.8333360770334713e-13, within(1e-18));
        assertThat(y[2]).isCloseTo(0.9999999791665050, within(1e-9));
    }

    @Test
    void vanDerPolWithMuOneThousand() {
        OdeSystem vanDerPol = PlainSystem.of(2, (t, y, dydt) -> {
            dydt[0] = y[1];
            dydt[1] = 1000 * (1 - y[0] * y[0]) * y[1] - y[0];
        });
        double[] y = end(vanDerPol, 2000, new double[] {2, 0}, 1e-10);
        assertThat(y[0]).isCloseTo(0.1706167732170483e1, within(1e-6));
        assertThat(y[1]).isCloseTo(-0.8928097010247975e-3, within(1e-9));
    }

    /** Three reactions of an autocatalysis, with rates 0.04, 3·10⁷ and 10⁴ (Robertson 1966). */
    private static final class Robertson implements OdeSystem {

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public void derivatives(double t, double[] y, double[] dydt) {
            dydt[0] = -0.04 * y[0] + 1e4 * y[1] * y[2];
            dydt[2] = 3e7 * y[1] * y[1];
            dydt[1] = -dydt[0] - dydt[2];
        }

        @Override
        public JacobianPattern pattern() {
            return new JacobianPattern(3, new int[] {0, 0, 0, 1, 1, 1, 2, 2}, new int[] {0, 1, 2, 0, 1, 2, 1, 2});
        }

        @Override
        public void jacobian(double t, double[] y, double[] values) {
            values[0] = -0.04;
            values[1] = 1e4 * y[2];
            values[2] = 1e4 * y[1];
            values[3] = 0.04;
            values[4] = -1e4 * y[2] - 6e7 * y[1];
            values[5] = -1e4 * y[1];
            values[6] = 6e7 * y[1];
            values[7] = 0;
        }
    }
}
