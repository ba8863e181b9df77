package org.thiosim.ode;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Problems with exact solutions. */
final class Catalogue {

    private Catalogue() {}

    static Stream<ExactProblem> all() {
        return Stream.of(
                chain(),
                repeatedDosing(),
                stiffLinear(),
                michaelisMenten(),
                oscillator(),
                logistic(),
                forced(),
                stiffForced());
    }

    static ExactProblem chain() {
        LinearChain chain = new LinearChain(1.5, 0.7, 0.3, 0.1);
        OdeProblem problem = new OdeProblem(chain, 0, 24, new double[] {2, 0, 0, 0}, List.of());
        return new ExactProblem("linear chain", problem, t -> chain.superposition(t, 2, List.of()));
    }

    /** Fourteen daily doses, the first at the start, and a second one at 30.25 h. */
    static ExactProblem repeatedDosing() {
        LinearChain chain = new LinearChain(0.85, 0.4, 0.02);
        List<Jump> doses = Stream.concat(
                        IntStream.range(0, 14).mapToObj(day -> new Jump(24.0 * day, 0, 10)),
                        Stream.of(new Jump(30.25, 0, 3)))
                .toList();
        OdeProblem problem = new OdeProblem(chain, 0, 24 * 14, new double[3], doses);
        return new ExactProblem("repeated dosing", problem, t -> chain.superposition(t, 0, doses));
    }

    /** Eigenvalues −10⁻³, −1 and −10³ seen through the reflection I − 2vvᵀ with v = (1, 1, 1)/√3. */
    static ExactProblem stiffLinear() {
        double[] rates = {1e-3, 1, 1e3};
        OdeSystem system = PlainSystem.of(3, (t, y, dydt) -> {
            double[] z = reflected(y);
            for (int i = 0; i < 3; i++) {
                z[i] *= -rates[i];
            }
            System.arraycopy(reflected(z), 0, dydt, 0, 3);
        });
        double[] initial = reflected(new double[] {1, 1, 1});
        return new ExactProblem("stiff linear", new OdeProblem(system, 0, 10, initial, List.of()), t -> {
            double[] z = new double[3];
            for (int i = 0; i < 3; i++) {
                z[i] = StrictMath.exp(-rates[i] * t);
            }
            return reflected(z);
        });
    }

    private static double[] reflected(double[] y) {
        double mean = 2.0 / 3.0 * (y[0] + y[1] + y[2]);
        return new double[] {y[0] - mean, y[1] - mean, y[2] - mean};
    }

    /** S' = −Vmax S/(Km + S), S = Km W((S₀/Km) exp((S₀ − Vmax t)/Km)) (Schnell and Mendoza 1997). */
    static ExactProblem michaelisMenten() {
        double vmax = 2;
        double km = 0.5;
        OdeSystem system = PlainSystem.of(1, (t, y, dydt) -> dydt[0] = -vmax * y[0] / (km + y[0]));
        OdeProblem problem = new OdeProblem(system, 0, 4, new double[] {5}, List.of());
        return new ExactProblem("Michaelis-Menten", problem, t ->
                new double[] {km * lambertW(5 / km * StrictMath.exp((5 - vmax * t) / km))});
    }

    /** The principal branch for x ≥ 0, by Newton's method on w + ln w = ln x. */
    static double lambertW(double x) {
        double logarithm = StrictMath.log(x);
        double w = logarithm > 1 ? logarithm : x / (1 + x);
        for (int i = 0; i < 60; i++) {
            w = w * (1 + logarithm - StrictMath.log(w)) / (1 + w);
        }
        return w;
    }

    static ExactProblem oscillator() {
        OdeSystem system = PlainSystem.of(2, (t, y, dydt) -> {
            dydt[0] = y[1];
            dydt[1] = -y[0];
        });
        OdeProblem problem = new OdeProblem(system, 0, 20, new double[] {1, 0}, List.of());
        return new ExactProblem(
                "harmonic oscillator", problem, t -> new double[] {StrictMath.cos(t), -StrictMath.sin(t)});
    }

    static ExactProblem logistic() {
        OdeSystem system = PlainSystem.of(1, (t, y, dydt) -> dydt[0] = y[0] * (1 - y[0]));
        OdeProblem problem = new OdeProblem(system, -5, 15, new double[] {0.01}, List.of());
        return new ExactProblem("logistic growth", problem, t ->
                new double[] {1 / (1 + 99 * StrictMath.exp(-(t + 5)))});
    }

    static ExactProblem forced() {
        OdeSystem system = new PlainSystem(
                1, (t, y, dydt) -> dydt[0] = StrictMath.cos(t), (t, y, dfdt) -> dfdt[0] = -StrictMath.sin(t));
        OdeProblem problem = new OdeProblem(system, 1, 13, new double[] {StrictMath.sin(1)}, List.of());
        return new ExactProblem("cosine", problem, t -> new double[] {StrictMath.sin(t)});
    }

    /** The problem of Prothero and Robinson (1974): y' = −λ(y − sin t) + cos t with λ = 200. */
    static ExactProblem stiffForced() {
        double lambda = 200;
        OdeSystem system = new PlainSystem(
                1,
                (t, y, dydt) -> dydt[0] = -lambda * (y[0] - StrictMath.sin(t)) + StrictMath.cos(t),
                (t, y, dfdt) -> dfdt[0] = lambda * StrictMath.cos(t) - StrictMath.sin(t));
        OdeProblem problem = new OdeProblem(system, 0, 5, new double[] {0}, List.of());
        return new ExactProblem("Prothero-Robinson", problem, t -> new double[] {StrictMath.sin(t)});
    }
}
