package org.thiosim.simulation;

import org.thiosim.ode.DenseStep;

/** Gauss–Lobatto nodes and weights of four points, for quadrature over one step: exact to degree five. */
final class StepNodes {
    static final int COUNT = 4;

    private static final double INNER = 0.5 - Math.sqrt(5) / 10;
    private static final double[] FRACTIONS = {0, INNER, 1 - INNER, 1};
    private static final double[] WEIGHTS = {1.0 / 12, 5.0 / 12, 5.0 / 12, 1.0 / 12};

    private StepNodes() {}

    static double time(double from, double to, int node) {
        return node == COUNT - 1 ? to : from + FRACTIONS[node] * (to - from);
    }

    static double weight(double from, double to, int node) {
        return WEIGHTS[node] * (to - from);
    }

    /** Whether a step shares more than an instant with a window. */
    static boolean overlaps(DenseStep step, double from, double to) {
        return step.start() < to && step.end() > from;
    }
}
