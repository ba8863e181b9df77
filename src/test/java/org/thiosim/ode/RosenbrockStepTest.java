package org.thiosim.ode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RosenbrockStepTest {

    /** y' = −y³ + cos t, which is neither linear nor autonomous. */
    private static final OdeSystem FORCED = new OdeSystem() {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void derivatives(double t, double[] y, double[] dydt) {
            dydt[0] = y[1] * StrictMath.cos(t) - y[0] * y[0] * y[0];
            dydt[1] = -y[0] * y[1] + StrictMath.sin(2 * t);
        }

        @Override
        public void jacobian(double t, double[] y, double[] values) {
            values[0] = -3 * y[0] * y[0];
            values[1] = StrictMath.cos(t);
            values[2] = -y[1];
            values[3] = -y[0];
        }

        @Override
        public void timeDerivative(double t, double[] y, double[] dfdt) {
            dfdt[0] = -y[1] * StrictMath.sin(t);
            dfdt[1] = 2 * StrictMath.cos(2 * t);
        }
    };

    private static double[] fixedSteps(int count) {
        Tolerances loose = Tolerances.uniform(0.9, 1e9, 2);
        RosenbrockStep step = new RosenbrockStep(FORCED, loose, EliminationPlan.of(FORCED.pattern()));
        double[] y = {0.5, 1.0};
        double h = 2.0 / count;
        for (int i = 0; i < count; i++) {
            step.begin(i * h, y);
            assertThat(step.attempt(h, (i + 1) * h)).isEqualTo(RosenbrockStep.Outcome.WITHIN_TOLERANCE);
            step.copyAfter(y);
        }
        return y;
    }

    private static double distance(double[] a, double[] b) {
        return Math.max(Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1]));
    }

    @Test
    void halvingAFixedStepDividesTheErrorBySixteen() {
        double[] exact = fixedSteps(4096);
        double coarse = distance(fixedSteps(64), exact);
        double fine = distance(fixedSteps(128), exact);
        double order = StrictMath.log(coarse / fine) / StrictMath.log(2);
        assertThat(order).isBetween(3.8, 4.3);
    }

    @Test
    void interpolantHasAtLeastOrderThree() {
        double coarse = interpolationError(0.2);
        double fine = interpolationError(0.1);
        assertThat(StrictMath.log(coarse / fine) / StrictMath.log(2)).isGreaterThan(3.7);
    }

    private static double interpolationError(double h) {
        Tolerances loose = Tolerances.uniform(0.9, 1e9, 2);
        Tolerances tight = Tolerances.uniform(1e-13, 1e-13, 2);
        RosenbrockStep step = new RosenbrockStep(FORCED, loose, EliminationPlan.of(FORCED.pattern()));
        step.begin(0.3, new double[] {0.5, 1.0});
        step.attempt(h, 0.3 + h);
        double worst = 0;
        for (double theta : new double[] {0.25, 0.5, 0.75}) {
            OdeProblem problem =
                    new OdeProblem(FORCED, 0.3, 0.3 + theta * h, new double[] {0.5, 1.0}, java.util.List.of());
            double[] exact = SolverMethod.DORMAND_PRINCE_853
                    .create()
                    .solve(problem, tight, SampleTimes.of())
                    .finalState();
            double[] y = new double[2];
            step.state(0.3 + theta * h, y);
            worst = Math.max(worst, distance(y, exact));
        }
        return worst;
    }
}
