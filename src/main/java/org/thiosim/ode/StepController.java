package org.thiosim.ode;

/**
 * Chooses step sizes from error estimates of order 3 or 4: Gustafsson's predictive controller, which extrapolates the
 * error constant from the last two accepted steps, with safety 0.9 and factors within [0.2, 6] (Hairer and Wanner 1996,
 * IV.8).
 */
final class StepController {

    private static final double SAFETY = 0.9;
    private static final double SMALLEST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 6.0;
    private static final double SMALLEST_ERROR = 1e-2;

    private static final int NEWTON_STEPS = 4;

    private final int order;
    private final double smallestRoot;
    private boolean fresh = true;
    private boolean rejected;
    private double lastStep;
    private double lastRoot;

    /** @param order the order of the error estimates, 3 or 4 */
    StepController(int order) {
        if (order != 3 && order != 4) {
            throw new IllegalArgumentException("error estimates are of order 3 or 4, not " + order);
        }
        this.order = order;
        smallestRoot = root(SMALLEST_ERROR);
    }

    /** Forgets the past, as after a jump. */
    void restart() {
        fresh = true;
        rejected = false;
    }

    /** The size after an accepted step; not larger than a step that follows a rejection. */
    double accepted(double h, double error) {
        double root = root(error);
        double factor = limited(SAFETY / root);
        if (!fresh) {
            double predicted = SAFETY * h / lastStep * (lastRoot / (root * root));
            factor = Math.min(factor, Math.max(SMALLEST_FACTOR, predicted));
        }
        if (rejected) {
            factor = Math.min(factor, 1.0);
        }
        fresh = false;
        rejected = false;
        lastStep = h;
        lastRoot = Math.max(smallestRoot, root);
        return h * factor;
    }

    /** The size to try again with after an error above the tolerance. */
    double rejected(double h, double error) {
        rejected = true;
        return h * factor(error);
    }

    /** The size to try again with after a step without an error estimate. */
    double broken(double h) {
        rejected = true;
        return h * SMALLEST_FACTOR;
    }

    /** By how much a step could have differed for an error at the tolerance. */
    double factor(double error) {
        return limited(SAFETY / root(error));
    }

    private static double limited(double factor) {
        return Math.max(SMALLEST_FACTOR, Math.min(LARGEST_FACTOR, factor));
    }

    /** The root of the order plus one: step sizes that go with errors. */
    private double root(double x) {
        double fourth = Math.sqrt(Math.sqrt(x));
        return order == 3 ? fourth : fifthRoot(x, fourth);
    }

    /** By Newton's method from x^(3/16): a power would cost more than a step's error is worth. */
    private static double fifthRoot(double x, double fourth) {
        if (!(x > 0) || Double.isInfinite(x)) {
            return x;
        }
        double eighth = Math.sqrt(fourth);
        double root = eighth * Math.sqrt(eighth);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double square = root * root;
            root = 0.8 * root + 0.2 * x / (square * square);
        }
        return root;
    }
}
