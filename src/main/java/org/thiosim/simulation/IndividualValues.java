package org.thiosim.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thiosim.expression.Expression;
import org.thiosim.model.Covariate;
import org.thiosim.model.EvaluationOrder;
import org.thiosim.model.Model;
import org.thiosim.model.Parameter;
import org.thiosim.model.ParameterSet;
import org.thiosim.model.Scale;
import org.thiosim.patient.Patient;
import org.thiosim.units.Conversions;

/**
 * Every quantity of one patient that does not change while solving: covariates, parameters with their random effects,
 * and the individual formulas, in canonical units.
 *
 * @param values value by symbol
 * @param parameterSet id of the parameter set they were made with
 */
public record IndividualValues(Map<String, Double> values, Optional<String> parameterSet) {
    public IndividualValues {
        values = Map.copyOf(values);
    }

    /**
     * Evaluates the individual quantities of a patient.
     *
     * @param set the parameter set, which replaces the parameters it names
     */
    public static IndividualValues of(Model model, Patient patient, Optional<ParameterSet> set) {
        Map<String, Double> values = new HashMap<>();
        values.put(Model.RBC_PACKING, Conversions.STANDARD.redCellsPerLitre());
        covariates(model, patient, values);
        Map<String, Expression> formulas = new LinkedHashMap<>(model.numbers().individual());
        Map<String, Scale> scales = scales(model);
        parameters(model, patient, set).forEach((id, value) -> {
            Scale scale = scales.get(id);
            if (scale == null) {
                values.put(id, value);
            } else {
                formulas.put(id, Expression.product(Expression.constant(value), scale.by()));
            }
        });
        formulas.replaceAll((id, formula) -> scaled(id, formula, model, scales));
        for (String id : EvaluationOrder.of(formulas).order()) {
            Expression formula = Optional.ofNullable(formulas.get(id)).orElseThrow();
            values.put(id, formula.evaluate(s -> value(values, s)));
        }
        return new IndividualValues(values, set.map(ParameterSet::id));
    }

    /** The factor on each scaled parameter or individual quantity. */
    static Map<String, Scale> scales(Model model) {
        Map<String, Scale> scales = new HashMap<>();
        model.numbers().scales().values().forEach(s -> scales.merge(s.target(), s, IndividualValues::product));
        return scales;
    }

    private static Scale product(Scale first, Scale second) {
        return new Scale(first.target(), Expression.product(first.by(), second.by()), first.provenance());
    }

    static Expression scaled(String id, Expression formula, Model model, Map<String, Scale> scales) {
        Scale scale = scales.get(id);
        boolean individual = model.numbers().individual().containsKey(id);
        return scale == null || !individual ? formula : Expression.product(formula, scale.by());
    }

    private static void covariates(Model model, Patient patient, Map<String, Double> values) {
        Map<String, Expression> fallbacks = new LinkedHashMap<>();
        for (Covariate covariate : model.inputs().covariates().values()) {
            patient.covariate(covariate.id())
                    .ifPresentOrElse(
                            v -> values.put(covariate.id(), v),
                            () -> fallbacks.put(
                                    covariate.id(),
                                    covariate
                                            .fallback()
                                            .orElseThrow(() -> new IllegalArgumentException(
                                                    "the patient needs '" + covariate.id() + "'"))));
        }
        for (String id : EvaluationOrder.of(fallbacks).order()) {
            values.put(id, Optional.ofNullable(fallbacks.get(id)).orElseThrow().evaluate(s -> value(values, s)));
        }
    }

    private static Map<String, Double> parameters(Model model, Patient patient, Optional<ParameterSet> set) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Parameter base : model.numbers().parameters().values()) {
            Parameter used = set.map(s -> s.parameters().get(base.id())).orElse(base);
            double effect = patient.randomEffects().getOrDefault(base.id(), 0.0);
            values.put(base.id(), used.typical().canonical() * (effect == 0 ? 1 : StrictMath.exp(effect)));
        }
        return values;
    }

    private static double value(Map<String, Double> values, String symbol) {
        return Optional.ofNullable(values.get(symbol))
                .orElseThrow(() -> new IllegalStateException("no value for '" + symbol + "'"));
    }

    public double value(String symbol) {
        return value(values, symbol);
    }

    double[] vector(List<String> symbols) {
        return symbols.stream().mapToDouble(this::value).toArray();
    }
}
