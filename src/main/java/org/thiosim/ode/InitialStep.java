package org.thiosim.ode;

/** The first trial step of Hairer, Nørsett and Wanner (1993, II.4), from the sizes of y, y' and y'' in tolerances. */
final class InitialStep {

    private static final double SMALL = 1e-5;

    private InitialStep() {}

    /** An estimate for a method of error order 3, at one evaluation. */
    static double estimate(OdeSystem system, double t, double[] y, double[] slope, Tolerances tolerances, double span) {
        int n = y.length;
        double[] scale = tolerances.absolute();
        for (int i = 0; i < n; i++) {
            scale[i] += tolerances.relative() * Math.abs(y[i]);
        }
        double size = norm(y, scale);
        double speed = norm(slope, scale);
        double h = size < SMALL || speed < SMALL ? 1e-6 : 0.01 * size / speed;
        h = Math.min(h, span);
        double[] moved = new double[n];
        double[] change = new double[n];
        for (int i = 0; i < n; i++) {
            moved[i] = y[i] + h * slope[i];
        }
        system.derivatives(t + h, moved, change);
        for (int i = 0; i < n; i++) {
            change[i] -= slope[i];
        }
        double curvature = norm(change, scale) / h;
        double fastest = Math.max(speed, curvature);
        if (!Double.isFinite(fastest)) {
            return h;
        }
        double fromCurvature = fastest <= 1e-15 ? Math.max(1e-6, h * 1e-3) : Math.sqrt(Math.sqrt(0.01 / fastest));
        return Math.min(Math.min(100 * h, fromCurvature), span);
    }

    private static double norm(double[] values, double[] scale) {
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i]) / scale[i]);
        }
        return largest;
    }
}
