package org.thiosim.ode;

import java.util.List;

/** y₀ → y₁ → … with distinct first-order rates; the last state leaves too. Solved by Bateman (1910). */
record LinearChain(double... rates) implements OdeSystem {

    @Override
    public int dimension() {
        return rates.length;
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        for (int i = 0; i < rates.length; i++) {
            dydt[i] = (i > 0 ? rates[i - 1] * y[i - 1] : 0) - rates[i] * y[i];
        }
    }

    @Override
    public JacobianPattern pattern() {
        int[] rows = new int[2 * rates.length - 1];
        int[] columns = new int[rows.length];
        for (int k = 1; k < rows.length; k++) {
            rows[k] = (k + 1) / 2;
            columns[k] = k / 2;
        }
        return new JacobianPattern(rates.length, rows, columns);
    }

    @Override
    public void jacobian(double t, double[] y, double[] values) {
        values[0] = -rates[0];
        for (int i = 1; i < rates.length; i++) {
            values[2 * i - 1] = rates[i - 1];
            values[2 * i] = -rates[i];
        }
    }

    /** The state a time after one unit entered the first compartment. */
    double[] response(double elapsed) {
        double[] y = new double[rates.length];
        double product = 1;
        for (int m = 0; m < rates.length; m++) {
            for (int i = 0; i <= m; i++) {
                double denominator = 1;
                for (int j = 0; j <= m; j++) {
                    denominator *= j == i ? 1 : rates[j] - rates[i];
                }
                y[m] += product * StrictMath.exp(-rates[i] * elapsed) / denominator;
            }
            product *= rates[m];
        }
        return y;
    }

    /** The superposition of an initial amount and of doses into the first compartment. */
    double[] superposition(double t, double initial, List<Jump> doses) {
        double[] y = scaled(response(t), initial);
        for (Jump dose : doses) {
            if (dose.time() < t) {
                double[] one = scaled(response(t - dose.time()), dose.amount());
                for (int i = 0; i < y.length; i++) {
                    y[i] += one[i];
                }
            }
        }
        return y;
    }

    private static double[] scaled(double[] y, double factor) {
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return y;
    }
}
