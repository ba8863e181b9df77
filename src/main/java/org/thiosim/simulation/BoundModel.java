package org.thiosim.simulation;

import java.util.OptionalDouble;
import java.util.Set;
import org.thiosim.expression.Kernel;
import org.thiosim.model.Observable;
import org.thiosim.ode.JacobianPattern;
import org.thiosim.ode.OdeSystem;
import org.thiosim.units.Conversions;

/** The equations of one patient, with the rates of every reaction and the values of every observable. */
final class BoundModel implements OdeSystem {
    private final CompiledModel compiled;
    private final IndividualValues individual;
    private final Kernel.Program derivatives;
    private final Kernel.Program jacobian;
    private final Kernel.Program rates;
    private final Kernel.Program observed;
    private final double[] factors;
    private final ValidityMask validity;
    private final double[] settled;

    BoundModel(CompiledModel compiled, IndividualValues individual, Set<String> hidden) {
        double[] fixed = individual.vector(compiled.fixed());
        this.compiled = compiled;
        this.individual = individual;
        this.derivatives = compiled.derivatives().bind(fixed);
        this.jacobian = compiled.jacobian().bind(fixed);
        this.rates = compiled.rates().bind(fixed);
        this.observed = compiled.observed().bind(fixed);
        this.factors = compiled.observables().stream()
                .mapToDouble(o -> unitFactor(compiled, o))
                .toArray();
        this.settled = new double[compiled.states().size()];
        this.validity = ValidityMask.of(compiled.observables(), individual.parameterSet(), hidden);
    }

    /** From the canonical value of an observable's formula to its unit. */
    private static double unitFactor(CompiledModel compiled, Observable observable) {
        OptionalDouble molarMass = observable
                .molarMass()
                .map(m -> OptionalDouble.of(m.canonical()))
                .orElse(OptionalDouble.empty());
        double bridge = Conversions.STANDARD
                .factor(compiled.dimensionOf(observable), observable.unit().dimension(), molarMass)
                .orElseThrow();
        return observable.unit().fromCanonical(bridge);
    }

    CompiledModel compiled() {
        return compiled;
    }

    IndividualValues individual() {
        return individual;
    }

    @Override
    public int dimension() {
        return compiled.states().size();
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        derivatives.run(y, dydt);
    }

    @Override
    public JacobianPattern pattern() {
        return compiled.pattern();
    }

    @Override
    public void jacobian(double t, double[] y, double[] values) {
        jacobian.run(y, values);
    }

    /** Rates of the reactions in canonical unit per h. */
    void rates(double[] y, double[] values) {
        rates.run(y, values);
    }

    /**
     * Values of the observables in their units; not a number where the observable is not to be shown. An amount that the
     * solver leaves below zero by no more than {@code noise} counts as zero.
     *
     * @param noise what the solver may err by in each state, in its canonical unit
     */
    void observe(double[] y, double[] noise, double[] values) {
        for (int i = 0; i < settled.length; i++) {
            settled[i] = y[i] < 0 && y[i] >= -noise[i] ? 0 : y[i];
        }
        observed.run(settled, values);
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
        validity.mask(values);
    }

    /** The state before the first dose. */
    double[] initial() {
        double[] y = new double[dimension()];
        compiled.model()
                .network()
                .initial()
                .forEach((species, formula) -> y[compiled.indexOf(species)] = formula.evaluate(individual::value));
        return y;
    }
}
