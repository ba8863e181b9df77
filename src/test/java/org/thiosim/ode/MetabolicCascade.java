package org.thiosim.ode;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A closed system of n states as stiff as a drug's metabolism: absorbed from state 0 at 60 per hour, passed on at rates
 * that fall geometrically to 5·10⁻⁴ per hour, every third by a saturable law, every tenth with a way back, and
 * collected in the last state. What is dosed is conserved.
 */
record MetabolicCascade(int dimension, JacobianPattern pattern, double[] rates) implements OdeSystem {

    private static final double KM = 5;

    static MetabolicCascade of(int n) {
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            places.add(i * n + i);
            if (i > 0) {
                places.add(i * n + i - 1);
            }
            if (returns(i)) {
                places.add((i - 1) * n + i);
            }
        }
        return new MetabolicCascade(
                n,
                new JacobianPattern(
                        n,
                        places.stream().mapToInt(place -> place / n).toArray(),
                        places.stream().mapToInt(place -> place % n).toArray()),
                rates(n));
    }

    private static double[] rates(int n) {
        double[] rates = new double[n];
        for (int i = 0; i < n - 1; i++) {
            rates[i] = 60 * StrictMath.pow(5e-4 / 60, i / (n - 2.0));
        }
        return rates;
    }

    static OdeProblem dosed(int n, double every, double end) {
        List<Jump> doses = IntStream.range(0, (int) Math.round(end / every))
                .mapToObj(i -> new Jump(i * every, 0, 100))
                .toList();
        return new OdeProblem(of(n), 0, end, new double[n], doses);
    }

    private static boolean returns(int i) {
        return i % 10 == 5;
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        java.util.Arrays.fill(dydt, 0);
        for (int i = 0; i < dimension - 1; i++) {
            double flux = rates[i] * y[i] / (i % 3 == 1 ? 1 + y[i] / KM : 1);
            double back = returns(i + 1) ? 0.3 * rates[i + 1] * y[i + 1] : 0;
            dydt[i] += back - flux;
            dydt[i + 1] += flux - back;
        }
    }

    @Override
    public void jacobian(double t, double[] y, double[] values) {
        for (int k = 0; k < values.length; k++) {
            int i = pattern.row(k);
            int j = pattern.column(k);
            double back = returns(j) ? 0.3 * rates[j] : 0;
            values[k] = i > j ? forward(j, y) : i < j ? back : -forward(j, y) - back;
        }
    }

    private double forward(int i, double[] y) {
        double saturation = 1 + y[i] / KM;
        return rates[i] / (i % 3 == 1 ? saturation * saturation : 1);
    }
}
