package org.thiosim.simulation;

import java.util.Set;
import org.thiosim.expression.Kernel;
import org.thiosim.ode.JacobianPattern;
import org.thiosim.ode.OdeSystem;

/** The equations of one patient, with the rates of every reaction and the values of every observable. */
final class BoundModel implements OdeSystem, Readings {
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
        this.factors = compiled.observableFactors();
        this.settled = new double[compiled.states().size()];
        this.validity = ValidityMask.of(compiled.observables(), individual.parameterSet(), hidden);
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
    public int observables() {
        return factors.length;
    }

    @Override
    public int reactions() {
        return compiled.reactions().size();
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

    @Override
    public void rates(double[] y, double[] values) {
        rates.run(y, values);
    }

    @Override
    public void observe(double[] y, double[] noise, double[] values) {
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
