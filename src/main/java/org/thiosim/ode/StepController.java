package org.thiosim.ode;

/**
 * Chooses step sizes from error estimates of order 3: Gustafsson's predictive controller, which extrapolates the error
 * constant from the last two accepted steps, with safety 0.9 and factors within [0.2, 6] (Hairer and Wanner 1996, IV.8).
 */
final class StepController {

    private static final double SAFETY = 0.9;
    private static final double SMALLEST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 6.0;
    private static final double SMALLEST_ERROR = 1e-2;

    private boolean fresh = true;
    private boolean rejected;
    private double lastStep;
    private double lastError;

    /** Forgets the past, as after a jump. */
    void restart() {
        fresh = true;
        rejected = false;
    }

    /** The size after an accepted step; not larger than a step that follows a rejection. */
    double accepted(double h, double error) {
        double factor = elementary(error);
        if (!fresh) {
            double predicted = SAFETY * h / lastStep * fourthRoot(lastError / (error * error));
            factor = Math.min(factor, Math.max(SMALLEST_FACTOR, predicted));
        }
        if (rejected) {
            factor = Math.min(factor, 1.0);
        }
        fresh = false;
        rejected = false;
        lastStep = h;
        lastError = Math.max(SMALLEST_ERROR, error);
        return h * factor;
    }

    /** The size to try again with after an error above the tolerance. */
    double rejected(double h, double error) {
        rejected = true;
        return h * elementary(error);
    }

    /** The size to try again with after a step without an error estimate. */
    double broken(double h) {
        rejected = true;
        return h * SMALLEST_FACTOR;
    }

    /** By how much a step could have differed for an error at the tolerance. */
    static double elementary(double error) {
        return Math.max(SMALLEST_FACTOR, Math.min(LARGEST_FACTOR, SAFETY / fourthRoot(error)));
    }

    private static double fourthRoot(double x) {
        return Math.sqrt(Math.sqrt(x));
    }
}
