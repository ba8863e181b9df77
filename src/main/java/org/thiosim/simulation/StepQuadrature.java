package org.thiosim.simulation;

import org.thiosim.ode.DenseStep;

/**
 * Observables and reaction rates at the four Gauss–Lobatto nodes of a piece of a step: exact to degree five.
 *
 * <p>The last piece is kept, so that several windows of time that hold the same step cost one evaluation.
 */
public final class StepQuadrature {
    public static final int NODES = 4;

    private static final double INNER = 0.5 - Math.sqrt(5) / 10;
    private static final double[] FRACTIONS = {0, INNER, 1 - INNER, 1};
    private static final double[] WEIGHTS = {1.0 / 12, 5.0 / 12, 5.0 / 12, 1.0 / 12};

    private final Readings model;
    private final double[] noise;
    private final double[] state;
    private final double[][] observed;
    private final double[][] rates;
    private double from = Double.NaN;
    private double to = Double.NaN;

    /** @param noise what the solver may err by in each state, in its canonical unit */
    public StepQuadrature(Readings model, double[] noise) {
        this.model = model;
        this.noise = noise;
        this.state = new double[model.dimension()];
        this.observed = new double[NODES][model.observables()];
        this.rates = new double[NODES][model.reactions()];
    }

    /** Evaluates the part of a step that lies in a window; false where they share no more than an instant. */
    public boolean evaluate(DenseStep step, TimeWindow window) {
        double start = Math.max(step.start(), window.from());
        double end = Math.min(step.end(), window.to());
        if (!(start < end)) {
            return false;
        }
        if (start != from || end != to) {
            from = start;
            to = end;
            for (int node = 0; node < NODES; node++) {
                step.state(time(node), state);
                model.observe(state, noise, observed[node]);
                model.rates(state, rates[node]);
            }
        }
        return true;
    }

    /** Where a node lies in its piece, from 0 to 1. */
    static double fraction(int node) {
        return FRACTIONS[node];
    }

    /** The weight of a node in a piece of length 1. */
    static double weightOf(int node) {
        return WEIGHTS[node];
    }

    public double start() {
        return from;
    }

    public double end() {
        return to;
    }

    public double time(int node) {
        return node == NODES - 1 ? to : from + FRACTIONS[node] * (to - from);
    }

    public double weight(int node) {
        return WEIGHTS[node] * (to - from);
    }

    /** Values of the observables at a node, in their units; not to be changed. */
    public double[] observed(int node) {
        return observed[node];
    }

    /** Rates of the reactions at a node, in canonical unit per h; not to be changed. */
    public double[] rates(int node) {
        return rates[node];
    }
}
