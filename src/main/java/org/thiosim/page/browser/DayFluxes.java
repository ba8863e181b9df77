package org.thiosim.page.browser;

import java.util.List;
import org.thiosim.ode.DenseStep;
import org.thiosim.ode.StepObserver;
import org.thiosim.simulation.FluxLedger;
import org.thiosim.simulation.Readings;
import org.thiosim.simulation.StepQuadrature;
import org.thiosim.simulation.TimeWindow;

/** Gathers fluxes in windows of time that ascend and do not overlap. */
final class DayFluxes implements StepObserver {
    private final List<TimeWindow> windows;
    private final StepQuadrature quadrature;
    private final FluxLedger ledger;
    private final int reactions;
    private int next;

    DayFluxes(Readings system, double[] noise, List<TimeWindow> windows) {
        this.windows = windows;
        this.quadrature = new StepQuadrature(system, noise);
        this.ledger = new FluxLedger(windows, system.reactions());
        this.reactions = system.reactions();
    }

    @Override
    public void step(DenseStep step) {
        while (next < windows.size() && windows.get(next).to() <= step.start()) {
            next++;
        }
        for (int w = next; w < windows.size() && windows.get(w).from() < step.end(); w++) {
            if (quadrature.evaluate(step, windows.get(w))) {
                ledger.add(w, quadrature);
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
}
