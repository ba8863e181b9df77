package org.thiosim.simulation;

import java.util.Arrays;
import java.util.List;
import org.thiosim.units.Range;

/** The exposure to every observable in each of several windows of time. */
final class ExposureTable {
    private final WindowExposure[][] exposures;
    private final List<List<HeldExposure>> held;
    private final double[] ends;
    private final List<Range> ranges;
    private final RatioStarts starts;

    /**
     * A table without values.
     *
     * @param ranges the therapeutic window of each observable in its unit
     * @param starts tells, once the run is over, from when on ratios count
     */
    ExposureTable(List<TimeWindow> windows, List<Range> ranges, RatioStarts starts) {
        this.ranges = List.copyOf(ranges);
        this.starts = starts;
        this.held = windows.stream().map(w -> starts.held()).toList();
        this.exposures = new WindowExposure[windows.size()][ranges.size()];
        for (WindowExposure[] row : exposures) {
            for (int i = 0; i < row.length; i++) {
                row[i] = new WindowExposure(ranges.get(i));
            }
        }
        this.ends = new double[windows.size()];
        Arrays.fill(ends, Double.NaN);
    }

    void add(int window, StepQuadrature piece) {
        boolean continues = ends[window] == piece.start();
        WindowExposure[] row = exposures[window];
        held.get(window).forEach(h -> h.add(piece));
        for (int node = 0; node < StepQuadrature.NODES; node++) {
            double[] values = piece.observed(node);
            for (int i = 0; i < row.length; i++) {
                row[i].add(piece.time(node), values[i], piece.weight(node), node > 0 || continues);
            }
        }
        ends[window] = piece.end();
    }

    WindowExposure exposure(int window, int observable) {
        return held.get(window).stream()
                .filter(h -> h.observable() == observable)
                .findFirst()
                .map(h -> h.since(starts.hour(observable), ranges.get(observable)))
                .orElse(exposures[window][observable]);
    }
}
