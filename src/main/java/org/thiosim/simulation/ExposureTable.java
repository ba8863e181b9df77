package org.thiosim.simulation;

import java.util.Arrays;
import java.util.List;
import org.thiosim.units.Range;

/** The exposure to every observable in each of several windows of time. */
final class ExposureTable {
    private final WindowExposure[][] exposures;
    private final double[] ends;

    /** @param ranges the therapeutic window of each observable in its unit */
    ExposureTable(List<TimeWindow> windows, List<Range> ranges) {
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
        for (int node = 0; node < StepQuadrature.NODES; node++) {
            double[] values = piece.observed(node);
            for (int i = 0; i < row.length; i++) {
                row[i].add(piece.time(node), values[i], piece.weight(node), node > 0 || continues);
            }
        }
        ends[window] = piece.end();
    }

    WindowExposure exposure(int window, int observable) {
        return exposures[window][observable];
    }
}
