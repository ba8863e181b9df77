package org.thiosim.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thiosim.expression.Expression;
import org.thiosim.expression.Symbol;
import org.thiosim.expression.Tape;
import org.thiosim.model.Drug;
import org.thiosim.model.Model;
import org.thiosim.model.ParameterSet;
import org.thiosim.ode.JacobianPattern;
import org.thiosim.page.browser.LoweredModel;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.Ratio;
import org.thiosim.simulation.TypicalFormulas;
import org.thiosim.simulation.ValidityMask;

/**
 * A model brought down to tapes and plain numbers: all that a browser needs to solve it for a typical patient.
 *
 * @param compiled the model, with tapes for kernels
 * @param set the parameter set that its numbers come from
 * @param individual from the {@link #INPUTS} to the covariates, the fixed symbols and the initial values
 * @param initial the states that do not start at zero, in the order of the initial values
 */
record Lowered(CompiledModel compiled, Optional<ParameterSet> set, Tape individual, List<String> initial) {
    /** The covariates that the page sets; the others keep their defaults. */
    static final List<String> INPUTS = List.of(
            "weight",
            "tpmt",
            "nudt15",
            "creatinine-clearance",
            "xo-activity",
            "methylation-factor",
            "mmpr-efflux-factor");

    /** The absolute tolerance of a scenario that names none, in units of each state. */
    private static final double ABSOLUTE = 1e-7;

    static Lowered of(Model model) {
        CompiledModel compiled = CompiledModel.of(model);
        Optional<ParameterSet> set = model.defaultSet();
        Map<String, Expression> initial = model.network().initial();
        List<String> symbols = Stream.concat(model.inputs().covariates().keySet().stream(), compiled.fixed().stream())
                .toList();
        Tape individual = TypicalFormulas.of(model, set, INPUTS).tape(symbols, List.copyOf(initial.values()));
        return new Lowered(compiled, set, individual, List.copyOf(initial.keySet()));
    }

    Model model() {
        return compiled.model();
    }

    List<String> covariates() {
        return List.copyOf(model().inputs().covariates().keySet());
    }

    /** Drugs by mouth, which are all that the page doses. */
    List<Drug> drugs() {
        return model().inputs().drugs().values().stream()
                .filter(d -> d.routes().containsKey("oral"))
                .toList();
    }

    Tape derivatives() {
        return (Tape) compiled.derivatives();
    }

    Tape jacobian() {
        return (Tape) compiled.jacobian();
    }

    Tape rates() {
        return (Tape) compiled.rates();
    }

    Tape observed() {
        return (Tape) compiled.observed();
    }

    double[] unitFactors() {
        return compiled.observables().stream().mapToDouble(compiled::unitFactor).toArray();
    }

    /** Absolute tolerances, in canonical units. */
    double[] absolute() {
        double[] absolute = compiled.stateUnits();
        for (int i = 0; i < absolute.length; i++) {
            absolute[i] *= ABSOLUTE;
        }
        return absolute;
    }

    /** State and molar mass of each drug. */
    double[] drugNumbers() {
        return drugs().stream()
                .flatMap(d -> Stream.of(
                        (double) compiled.indexOf(
                                Optional.ofNullable(d.routes().get("oral")).orElseThrow()),
                        d.molarMass().canonical()))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** The components of each rule of validity, one after the other. */
    double[] maskNumbers() {
        return ValidityMask.of(compiled.observables(), set.map(ParameterSet::id), Set.of()).rules().stream()
                .flatMapToDouble(r -> DoubleStream.of(r.masked(), r.tested(), r.low(), r.high()))
                .toArray();
    }

    int[] counts() {
        return new int[] {compiled.observables().size(), compiled.reactions().size()};
    }

    /** Observable and state below it of each ratio. */
    int[] ratioNumbers() {
        return Ratio.of(compiled).stream()
                .flatMapToInt(r -> IntStream.of(r.observable(), denominator(r)))
                .toArray();
    }

    private int denominator(Ratio ratio) {
        if (ratio.denominator() instanceof Symbol symbol && compiled.states().contains(symbol.name())) {
            return compiled.indexOf(symbol.name());
        }
        throw new IllegalArgumentException("the page can show the ratio "
                + compiled.observables().get(ratio.observable()).id()
                + " only if what stands below it is the amount of one species");
    }

    /** The model as the browser's program holds it. */
    LoweredModel plain() {
        JacobianPattern pattern = compiled.pattern();
        return LoweredModel.of(
                pattern.rows(),
                pattern.columns(),
                absolute(),
                counts(),
                ratioNumbers(),
                drugNumbers(),
                maskNumbers(),
                LoweredNotices.of(this).numbers());
    }

    /** The place of each initial value in the state vector. */
    int[] initialStates() {
        return IntStream.range(0, initial.size())
                .map(k -> compiled.indexOf(initial.get(k)))
                .toArray();
    }
}
