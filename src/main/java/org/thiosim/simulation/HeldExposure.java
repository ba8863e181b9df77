package org.thiosim.simulation;

import java.util.Arrays;
import org.thiosim.units.Range;

/** A ratio in one window of time, kept until the end of the run tells from when on it has a value. */
final class HeldExposure {
    private static final int PIECE = 2 + StepQuadrature.NODES;

    private final int observable;
    private double[] pieces = new double[32 * PIECE];
    private int length;

    HeldExposure(int observable) {
        this.observable = observable;
    }

    int observable() {
        return observable;
    }

    void add(StepQuadrature piece) {
        if (length == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * length);
        }
        pieces[length++] = piece.start();
        pieces[length++] = piece.end();
        for (int node = 0; node < StepQuadrature.NODES; node++) {
            pieces[length++] = piece.observed(node)[observable];
        }
    }

    /** The exposure from an hour on; a step across the hour is cut there. */
    WindowExposure since(double hour, Range range) {
        WindowExposure exposure = new WindowExposure(range, hour);
        double reached = Double.NaN;
        for (int at = 0; at < length; at += PIECE) {
            double end = pieces[at + 1];
            double start = Math.max(pieces[at], hour);
            if (start < end) {
                for (int node = 0; node < StepQuadrature.NODES; node++) {
                    double time = node == StepQuadrature.NODES - 1
                            ? end
                            : start + StepQuadrature.fraction(node) * (end - start);
                    double weight = StepQuadrature.weightOf(node) * (end - start);
                    exposure.add(time, value(at, node, time, start), weight, node > 0 || reached == start);
                }
                reached = end;
            }
        }
        return exposure;
    }

    /** The value at a node of a piece, or at a time of a piece that is cut, by the cubic through its nodes. */
    private double value(int at, int node, double time, double start) {
        if (start == pieces[at]) {
            return pieces[at + 2 + node];
        }
        double x = (time - pieces[at]) / (pieces[at + 1] - pieces[at]);
        double value = 0;
        for (int i = 0; i < StepQuadrature.NODES; i++) {
            double share = 1;
            for (int k = 0; k < StepQuadrature.NODES; k++) {
                share *= k == i
                        ? 1
                        : (x - StepQuadrature.fraction(k)) / (StepQuadrature.fraction(i) - StepQuadrature.fraction(k));
            }
            value += share * pieces[at + 2 + i];
        }
        return value;
    }
}
