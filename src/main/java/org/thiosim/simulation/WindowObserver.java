package org.thiosim.simulation;

import java.util.List;
import org.thiosim.ode.DenseStep;
import org.thiosim.ode.StepObserver;

/** Feeds every step to the exposure and the fluxes of the windows of time that it lies in. */
final class WindowObserver implements StepObserver {
    private final List<TimeWindow> windows;
    private final StepQuadrature quadrature;
    private final RatioStarts starts;
    private final ExposureTable exposure;
    private final FluxLedger ledger;

    WindowObserver(BoundModel model, double[] noise, List<TimeWindow> windows) {
        this.windows = List.copyOf(windows);
        this.quadrature = new StepQuadrature(model, noise);
        this.starts = RatioStarts.of(model);
        this.exposure = new ExposureTable(
                windows,
                model.compiled().observables().stream().map(ReferenceRanges::of).toList(),
                starts);
        this.ledger = new FluxLedger(windows, model.compiled().reactions().size());
    }

    @Override
    public void step(DenseStep step) {
        starts.step(step);
        for (int w = 0; w < windows.size(); w++) {
            if (quadrature.evaluate(step, windows.get(w))) {
                exposure.add(w, quadrature);
                ledger.add(w, quadrature);
            }
        }
    }

    ExposureTable exposure() {
        return exposure;
    }

    /** From when on ratios have a value. */
    RatioStarts starts() {
        return starts;
    }

    FluxLedger ledger() {
        return ledger;
    }
}
