package org.thiosim.ode;

/** Measures the error of a step in units of the tolerance and remembers the peaks of the states. */
final class ErrorNorm {

    private final double relative;
    private final double[] absolute;
    private final double peakShare;
    private final double[] peak;
    private int worst;

    ErrorNorm(Tolerances tolerances) {
        relative = tolerances.relative();
        absolute = tolerances.absolute();
        peakShare = tolerances.peakShare();
        peak = new double[absolute.length];
    }

    /** Notes a state that was reached. */
    void reach(double[] y) {
        for (int s = 0; s < peak.length; s++) {
            peak[s] = Math.max(peak[s], Math.abs(y[s]));
        }
    }

    /** The largest error among the states in units of its tolerance; not a number where a value is not finite. */
    double of(double[] before, double[] after, double[] estimate) {
        double error = 0;
        worst = 0;
        for (int s = 0; s < peak.length; s++) {
            double magnitude = Math.max(Math.abs(before[s]), Math.abs(after[s]));
            double scale = absolute[s] + relative * Math.max(magnitude, peakShare * peak[s]);
            double ratio = Math.abs(estimate[s]) / scale;
            if (!(ratio <= error)) {
                error = ratio;
                worst = s;
            }
            if (!Double.isFinite(ratio) || !Double.isFinite(after[s])) {
                return Double.NaN;
            }
        }
        return error;
    }

    /** The state with that error. */
    int worst() {
        return worst;
    }
}
