package org.thiosim.simulation;

import java.util.List;

/** How much passed through every reaction in each of several windows of time: ∫ rate dt over the continuous solution. */
public final class FluxLedger {
    private final double[][] amounts;

    public FluxLedger(List<TimeWindow> windows, int reactions) {
        this.amounts = new double[windows.size()][reactions];
    }

    public void add(int window, StepQuadrature piece) {
        double[] amount = amounts[window];
        for (int node = 0; node < StepQuadrature.NODES; node++) {
            double[] rates = piece.rates(node);
            double weight = piece.weight(node);
            for (int r = 0; r < amount.length; r++) {
                amount[r] += weight * rates[r];
            }
        }
    }

    /** Amount through a reaction in a window, in canonical units. */
    public double amount(int window, int reaction) {
        return amounts[window][reaction];
    }
}
