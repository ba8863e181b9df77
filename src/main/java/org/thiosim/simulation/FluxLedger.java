package org.thiosim.simulation;

import org.thiosim.ode.DenseStep;
import org.thiosim.ode.StepObserver;

/** How much passed through every reaction in each of several windows of time: ∫ rate dt over the continuous solution. */
final class FluxLedger implements StepObserver {
    private final BoundModel model;
    private final TimeWindow[] windows;
    private final double[][] amounts;
    private final double[] state;
    private final double[] rates;

    FluxLedger(BoundModel model, TimeWindow[] windows) {
        this.model = model;
        this.windows = windows.clone();
        this.amounts = new double[windows.length][model.compiled().reactions().size()];
        this.state = new double[model.dimension()];
        this.rates = new double[model.compiled().reactions().size()];
    }

    @Override
    public void step(DenseStep step) {
        for (int w = 0; w < windows.length; w++) {
            if (StepNodes.overlaps(step, windows[w].from(), windows[w].to())) {
                add(step, windows[w], amounts[w]);
            }
        }
    }

    private void add(DenseStep step, TimeWindow window, double[] amount) {
        double from = Math.max(step.start(), window.from());
        double to = Math.min(step.end(), window.to());
        for (int node = 0; node < StepNodes.COUNT; node++) {
            step.state(StepNodes.time(from, to, node), state);
            model.rates(state, rates);
            double weight = StepNodes.weight(from, to, node);
            for (int r = 0; r < rates.length; r++) {
                amount[r] += weight * rates[r];
            }
        }
    }

    /** Amount through a reaction in a window, in canonical units. */
    double amount(int window, int reaction) {
        return amounts[window][reaction];
    }
}
