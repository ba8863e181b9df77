package org.thiosim.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thiosim.expression.Expression;

/**
 * Finds formulas that use what is not known yet where they are evaluated, or that go round in circles: a covariate's
 * default knows covariates alone; what is computed once for a patient knows covariates, parameters and individual
 * quantities, but no species.
 */
final class ScopeCheck {
    private static final String CIRCLE = " uses itself through ";

    private final Model model;
    private final List<Flaw> flaws = new ArrayList<>();

    private ScopeCheck(Model model) {
        this.model = model;
    }

    static List<Flaw> flaws(Model model) {
        ScopeCheck check = new ScopeCheck(model);
        check.all();
        return check.flaws;
    }

    private void all() {
        Map<String, Expression> defaults = new LinkedHashMap<>();
        model.inputs().covariates().values().forEach(c -> c.fallback().ifPresent(f -> defaults.put(c.id(), f)));
        Set<String> covariates = new LinkedHashSet<>(model.inputs().covariates().keySet());
        defaults.forEach((id, f) -> within("covariates", id, "default", f, covariates, "other covariates"));
        circles("covariates", "default", defaults);

        Set<String> fixed = new LinkedHashSet<>(covariates);
        fixed.add(Model.RBC_PACKING);
        fixed.addAll(model.numbers().parameters().keySet());
        fixed.addAll(model.numbers().individual().keySet());
        String words = "covariates, parameters and individual quantities";
        model.numbers().individual().forEach((id, f) -> within("individual", id, "", f, fixed, words));
        model.numbers().scales().forEach((id, s) -> within("scale", id, "by", s.by(), fixed, words));
        model.network().initial().forEach((id, f) -> within("initial", id, "", f, fixed, words));
        model.network()
                .species()
                .forEach((id, s) ->
                        s.volume().ifPresent(v -> within("species", id, "volume", Expression.symbol(v), fixed, words)));
        scaledCircles();
    }

    private void within(
            String section, String id, String field, Expression formula, Set<String> allowed, String words) {
        for (String symbol : formula.symbols()) {
            if (!allowed.contains(symbol) && Names.of(model).contains(symbol)) {
                flaws.add(new Flaw(section, id, field, "'" + symbol + "' is not known here; only " + words + " are"));
            }
        }
    }

    private void circles(String section, String field, Map<String, Expression> formulas) {
        Set<String> circular = EvaluationOrder.of(formulas).circular();
        circular.forEach(id -> flaws.add(new Flaw(section, id, field, id + CIRCLE + String.join(", ", circular))));
    }

    /** A scale that depends on what it scales; the individual formulas alone are checked elsewhere. */
    private void scaledCircles() {
        Map<String, Expression> formulas = new LinkedHashMap<>(model.numbers().individual());
        Set<String> before = EvaluationOrder.of(formulas).circular();
        for (Scale scale : model.numbers().scales().values()) {
            formulas.merge(scale.target(), scale.by(), Expression::product);
        }
        Set<String> circular = EvaluationOrder.of(formulas).circular();
        if (before.isEmpty() && !circular.isEmpty()) {
            model.numbers().scales().forEach((id, scale) -> {
                if (circular.contains(scale.target())) {
                    flaws.add(new Flaw("scale", id, "by", scale.target() + CIRCLE + String.join(", ", circular)));
                }
            });
        }
    }
}
