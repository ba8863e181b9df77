package org.thiosim.simulation;

import java.util.Set;

/** A compiled model with the numbers of one patient. */
final class BoundModel extends PatientEquations {
    private final CompiledModel compiled;
    private final IndividualValues individual;

    BoundModel(CompiledModel compiled, IndividualValues individual, Set<String> hidden) {
        super(
                compiled.pattern(),
                compiled.observables().size(),
                compiled.reactions().size(),
                compiled.formulas(individual.vector(compiled.fixed())),
                ValidityMask.of(compiled.observables(), individual.parameterSet(), hidden));
        this.compiled = compiled;
        this.individual = individual;
    }

    CompiledModel compiled() {
        return compiled;
    }

    IndividualValues individual() {
        return individual;
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
