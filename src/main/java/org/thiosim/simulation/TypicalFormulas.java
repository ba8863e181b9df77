package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thiosim.expression.Expression;
import org.thiosim.expression.Tape;
import org.thiosim.model.EvaluationOrder;
import org.thiosim.model.Model;
import org.thiosim.model.ParameterSet;
import org.thiosim.model.Scale;
import org.thiosim.units.Conversions;

/**
 * The individual quantities of a typical patient as formulas of a few covariates alone, so that they can be evaluated
 * where the model itself is not at hand. Their values are those of {@link IndividualValues}, bit for bit.
 */
public final class TypicalFormulas {
    private final List<String> inputs;
    private final Map<String, Expression> formulas;

    private TypicalFormulas(List<String> inputs, Map<String, Expression> formulas) {
        this.inputs = inputs;
        this.formulas = formulas;
    }

    /**
     * Writes the formulas of a model.
     *
     * @param inputs covariates that are given; the others follow from their defaults
     * @param set the parameter set, which replaces the parameters it names
     */
    public static TypicalFormulas of(Model model, Optional<ParameterSet> set, List<String> inputs) {
        Map<String, Expression> written = new LinkedHashMap<>();
        written.put(Model.RBC_PACKING, Expression.constant(Conversions.STANDARD.redCellsPerLitre()));
        model.inputs().covariates().values().stream()
                .filter(c -> !inputs.contains(c.id()))
                .forEach(c -> c.fallback().ifPresent(f -> written.put(c.id(), f)));
        Map<String, Scale> scales = IndividualValues.scales(model);
        model.numbers().parameters().values().forEach(base -> {
            var used = set.map(s -> s.parameters().get(base.id())).orElse(base);
            Expression value = Expression.constant(used.typical().canonical());
            Scale scale = scales.get(base.id());
            written.put(base.id(), scale == null ? value : Expression.product(value, scale.by()));
        });
        model.numbers()
                .individual()
                .forEach((id, formula) -> written.put(id, IndividualValues.scaled(id, formula, model, scales)));
        Map<String, Expression> substituted = new HashMap<>();
        for (String id : EvaluationOrder.of(written).order()) {
            Expression formula = Optional.ofNullable(written.get(id)).orElseThrow();
            substituted.put(id, formula.substitute(s -> Optional.ofNullable(substituted.get(s))));
        }
        return new TypicalFormulas(List.copyOf(inputs), substituted);
    }

    /** A tape that computes symbols and then further formulas from the inputs. */
    public Tape tape(List<String> symbols, List<Expression> further) {
        List<Expression> all = new ArrayList<>();
        symbols.forEach(s -> all.add(formula(Expression.symbol(s))));
        further.forEach(f -> all.add(formula(f)));
        return Tape.of(List.of(), inputs, all);
    }

    private Expression formula(Expression formula) {
        return formula.substitute(s -> Optional.ofNullable(formulas.get(s)));
    }
}
