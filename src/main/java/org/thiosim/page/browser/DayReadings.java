package org.thiosim.page.browser;

import java.util.List;
import org.thiosim.ode.DenseStep;
import org.thiosim.ode.StepObserver;
import org.thiosim.simulation.FluxLedger;
import org.thiosim.simulation.Readings;
import org.thiosim.simulation.StepQuadrature;
import org.thiosim.simulation.TimeWindow;

/** Gathers fluxes and areas under curves in windows of time that ascend and do not overlap. */
final class DayReadings implements StepObserver {
    private final List<TimeWindow> windows;
    private final StepQuadrature quadrature;
    private final FluxLedger ledger;
    private final double[] areas;
    private final int observables;
    private final int reactions;
    private int next;

    DayReadings(Readings system, double[] noise, List<TimeWindow> windows) {
        this.windows = windows;
        this.quadrature = new StepQuadrature(system, noise);
        this.ledger = new FluxLedger(windows, system.reactions());
        this.observables = system.observables();
        this.reactions = system.reactions();
        this.areas = new double[windows.size() * observables];
    }

    @Override
    public void step(DenseStep step) {
        while (next < windows.size() && windows.get(next).to() <= step.start()) {
            next++;
        }
        for (int w = next; w < windows.size() && windows.get(w).from() < step.end(); w++) {
            if (quadrature.evaluate(step, windows.get(w))) {
                ledger.add(w, quadrature);
                area(w);
            }
        }
    }

    private void area(int window) {
        for (int node = 0; node < StepQuadrature.NODES; node++) {
            double[] observed = quadrature.observed(node);
            double weight = quadrature.weight(node);
            for (int o = 0; o < observables; o++) {
                areas[window * observables + o] += weight * observed[o];
            }
        }
    }

    double[] fluxes() {
        double[] fluxes = new double[windows.size() * reactions];
        for (int k = 0; k < fluxes.length; k++) {
            fluxes[k] = ledger.amount(k / reactions, k % reactions);
        }
        return fluxes;
    }

    double[] areas() {
        return areas.clone();
    }
}
