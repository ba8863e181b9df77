package org.thiosim.ode;

/** One-sided difference quotients for ∂f/∂y, with the increment √(ε·max(10⁻⁵, |y|)) of Hairer and Wanner (1996). */
final class ForwardDifferences {

    private static final double EPSILON = Math.ulp(1.0);
    private static final double SMALLEST_MAGNITUDE = 1e-5;

    private ForwardDifferences() {}

    static void jacobian(OdeSystem system, double t, double[] y, double[] values) {
        JacobianPattern pattern = system.pattern();
        int n = pattern.dimension();
        double[] base = new double[n];
        double[] moved = new double[n];
        double[] point = y.clone();
        int[] next = pattern.entriesByColumn();
        int[] starts = pattern.columnStarts();
        system.derivatives(t, y, base);
        for (int column = 0; column < n; column++) {
            point[column] = y[column] + Math.sqrt(EPSILON * Math.max(SMALLEST_MAGNITUDE, Math.abs(y[column])));
            double increment = point[column] - y[column];
            system.derivatives(t, point, moved);
            for (int k = starts[column]; k < starts[column + 1]; k++) {
                int row = pattern.row(next[k]);
                values[next[k]] = (moved[row] - base[row]) / increment;
            }
            point[column] = y[column];
        }
    }
}
