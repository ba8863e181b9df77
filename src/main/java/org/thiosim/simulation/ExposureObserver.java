package org.thiosim.simulation;

import java.util.List;
import org.thiosim.ode.DenseStep;
import org.thiosim.ode.StepObserver;
import org.thiosim.units.Range;

/** Gathers the exposure to every observable in each of several windows of time. */
final class ExposureObserver implements StepObserver {
    private final BoundModel model;
    private final List<TimeWindow> windows;
    private final WindowExposure[][] exposures;
    private final double[] ends;
    private final double[] state;
    private final double[] values;

    /** @param ranges the therapeutic window of each observable in its unit */
    ExposureObserver(BoundModel model, List<TimeWindow> windows, List<Range> ranges) {
        this.model = model;
        this.windows = List.copyOf(windows);
        this.exposures = new WindowExposure[windows.size()][ranges.size()];
        for (WindowExposure[] row : exposures) {
            for (int i = 0; i < row.length; i++) {
                row[i] = new WindowExposure(ranges.get(i));
            }
        }
        this.ends = new double[windows.size()];
        java.util.Arrays.fill(ends, Double.NaN);
        this.state = new double[model.dimension()];
        this.values = new double[ranges.size()];
    }

    @Override
    public void step(DenseStep step) {
        for (int w = 0; w < windows.size(); w++) {
            TimeWindow window = windows.get(w);
            if (StepNodes.overlaps(step, window.from(), window.to())) {
                add(step, w, Math.max(step.start(), window.from()), Math.min(step.end(), window.to()));
            }
        }
    }

    private void add(DenseStep step, int window, double from, double to) {
        boolean continues = ends[window] == from;
        for (int node = 0; node < StepNodes.COUNT; node++) {
            double time = StepNodes.time(from, to, node);
            step.state(time, state);
            model.observe(state, values);
            double weight = StepNodes.weight(from, to, node);
            for (int i = 0; i < values.length; i++) {
                exposures[window][i].add(time, values[i], weight, node > 0 || continues);
            }
        }
        ends[window] = to;
    }

    WindowExposure exposure(int window, int observable) {
        return exposures[window][observable];
    }
}
