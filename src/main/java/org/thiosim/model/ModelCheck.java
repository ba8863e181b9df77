package org.thiosim.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.thiosim.expression.DimensionCheck;
import org.thiosim.expression.Expression;
import org.thiosim.expression.FormulaException;
import org.thiosim.units.Conversions;
import org.thiosim.units.Dimension;
import org.thiosim.units.Suggestion;
import org.thiosim.units.Unit;

/**
 * Finds what is wrong with a model: unknown names, formulas that go round in circles, and dimensions that do not fit.
 *
 * <p>All flaws are found in one pass; a name with a flaw of its own causes no further ones.
 */
public final class ModelCheck {
    private static final Dimension TIME = Unit.parse("h").dimension();
    private static final int SHORTEST_SLIP = 3;

    private final Model model;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, Dimension> known = new HashMap<>();
    private final Set<String> names;

    private ModelCheck(Model model) {
        this.model = model;
        this.names = Names.of(model);
    }

    public static List<Flaw> flaws(Model model) {
        ModelCheck check = new ModelCheck(model);
        check.all();
        return List.copyOf(check.flaws);
    }

    /** The dimension of every symbol of a model without flaws. */
    public static Map<String, Dimension> dimensions(Model model) {
        ModelCheck check = new ModelCheck(model);
        check.all();
        return Map.copyOf(check.known);
    }

    private void all() {
        flaws.addAll(Names.clashes(model));
        known.put(Model.RBC_PACKING, Unit.parse("RBC/L").dimension());
        covariates();
        model.numbers()
                .parameters()
                .forEach((id, p) -> known.put(id, p.typical().dimension()));
        flaws.addAll(NumbersCheck.flaws(model));
        model.network()
                .species()
                .forEach((id, s) -> known.put(id, s.kind().unit().dimension()));
        windows();
        formulas("individual", model.numbers().individual());
        formulas("quantities", model.network().quantities());
        network();
        effects();
        outputs();
        flaws.addAll(ScopeCheck.flaws(model));
    }

    private void covariates() {
        model.inputs().covariates().forEach((id, c) -> known.put(id, c.unit().dimension()));
        model.inputs()
                .covariates()
                .forEach((id, c) -> c.fallback()
                        .ifPresent(f ->
                                expect("covariates", id, "default", f, c.unit().dimension())));
        model.inputs()
                .archetypes()
                .forEach((id, a) -> a.values()
                        .keySet()
                        .forEach(k -> name(
                                "archetypes",
                                id,
                                k,
                                "covariate",
                                model.inputs().covariates().keySet())));
        model.inputs().drugs().values().stream()
                .filter(d -> d.routes().isEmpty()
                        && model.inputs().windows().values().stream()
                                .noneMatch(w -> w.drug().equals(d.id())))
                .forEach(d -> flaws.add(new Flaw(
                        "drugs", d.id(), "", "a drug needs 'routes', for example {oral: drug-gut}, or a dose window")));
        model.inputs()
                .drugs()
                .forEach((id, d) -> d.routes()
                        .forEach((route, s) -> name(
                                "drugs",
                                id,
                                s,
                                "species",
                                model.network().species().keySet())));
    }

    private void windows() {
        model.inputs().windows().forEach((id, w) -> {
            name("windows", id, w.drug(), "drug", model.inputs().drugs().keySet());
            known.put(id, w.amount() ? Unit.parse("mg").dimension() : Unit.ONE.dimension());
            if (!w.lasts().dimension().equals(TIME)) {
                flaws.add(new Flaw(
                        "windows",
                        id,
                        "lasts",
                        "lasts is a time, found " + w.lasts().dimension()));
            }
        });
    }

    private void formulas(String section, Map<String, Expression> formulas) {
        EvaluationOrder order = EvaluationOrder.of(formulas);
        for (String id : order.order()) {
            dimension(section, id, "", formula(formulas, id)).ifPresent(d -> known.put(id, d));
        }
        order.circular()
                .forEach(id -> flaws.add(
                        new Flaw(section, id, "", id + " uses itself through " + String.join(", ", order.circular()))));
    }

    private static Expression formula(Map<String, Expression> formulas, String id) {
        return Optional.ofNullable(formulas.get(id)).orElseThrow();
    }

    private void network() {
        Set<String> species = model.network().species().keySet();
        model.network()
                .species()
                .forEach((id, s) -> s.volume()
                        .ifPresent(v -> expect(
                                "species",
                                id,
                                "volume",
                                Expression.symbol(v),
                                Unit.parse("L").dimension())));
        model.network().initial().forEach((id, f) -> {
            name("initial", id, id, "species", species);
            Optional.ofNullable(known.get(id)).ifPresent(d -> expect("initial", id, "", f, d));
        });
        model.network().reactions().forEach((id, r) -> {
            List<String> ends = new ArrayList<>();
            r.from().ifPresent(ends::add);
            r.to().ifPresent(ends::add);
            boolean found = ends.stream().allMatch(s -> name("reactions", id, s, "species", species));
            if (found) {
                rate(
                        r,
                        ends.stream()
                                .map(s -> Optional.ofNullable(known.get(s)).orElseThrow())
                                .toList());
            }
        });
    }

    private void rate(Reaction reaction, List<Dimension> ends) {
        Dimension expected = ends.get(0).over(TIME);
        if (!ends.stream().allMatch(ends.get(0)::equals)) {
            flaws.add(new Flaw("reactions", reaction.id(), "to", "from and to have different dimensions"));
        }
        dimension("reactions", reaction.id(), "", reaction.law().rate())
                .filter(d -> !d.equals(expected))
                .ifPresent(d -> flaws.add(new Flaw(
                        "reactions",
                        reaction.id(),
                        reaction.law() instanceof RateLaw.FirstOrder ? "k" : "law",
                        "the rate " + reaction.law().rate() + " is " + d + ", a "
                                + reaction.law().name() + " reaction here needs " + expected)));
    }

    private void effects() {
        model.parts().forEach(this::reach);
        model.network().effects().forEach((id, e) -> {
            expect(
                    "effects",
                    id,
                    e.mechanism() == Effect.Mechanism.FACTOR ? "factor" : "term",
                    e.formula(),
                    Unit.ONE.dimension());
        });
        model.numbers().scales().forEach((id, s) -> expect("scale", id, "by", s.by(), Unit.ONE.dimension()));
    }

    /**
     * A part may act on enzymes that only other hosts have; results then say that it is not modelled. If none of its
     * effects finds an enzyme and a tag comes near one of this host, that is a slip of the pen.
     */
    private void reach(ModelPart part) {
        Set<String> tags = Names.tags(model);
        Collection<Effect> effects = part.network().effects().values();
        if (model.unreached().containsAll(effects)) {
            effects.forEach(e -> e.on().stream()
                    .map(EnzymeTag::toString)
                    .filter(t -> t.length() >= SHORTEST_SLIP
                            && Suggestion.nearest(t, tags).isPresent())
                    .forEach(t -> flaws.add(new Flaw(
                            "effects", e.id(), "on", "no reaction has the enzyme tag " + t + among(t, tags)))));
        }
    }

    private void outputs() {
        model.outputs()
                .observables()
                .forEach((id, o) -> dimension("observables", id, "formula", model.formula(o))
                        .filter(d -> Conversions.STANDARD
                                .factor(d, o.unit().dimension(), molarMass(o))
                                .isEmpty())
                        .ifPresent(d -> flaws.add(new Flaw(
                                "observables",
                                id,
                                "unit",
                                model.formula(o) + " is " + d + ", which cannot be shown in "
                                        + o.unit().text()))));
        model.outputs()
                .observables()
                .forEach((id, o) -> o.validity()
                        .parameterSet()
                        .ifPresent(s -> name(
                                "observables",
                                id,
                                s,
                                "parameter set",
                                model.numbers().sets().keySet())));
        bounds();
        notices();
    }

    /** A limit by an observable that only other hosts have is not checked there; a name near one of this host is a slip. */
    private void bounds() {
        Set<String> observables = model.outputs().observables().keySet();
        model.outputs()
                .observables()
                .forEach((id, o) -> o.validity().bounds().stream()
                        .map(Observable.Bound::observable)
                        .filter(b -> Suggestion.nearest(b, observables).isPresent())
                        .forEach(b -> name("observables", id, b, "observable", observables)));
    }

    /**
     * A notice may speak of a covariate or observable that only other hosts have; it then never holds. A name that comes
     * near one of this host is a slip of the pen.
     */
    private void notices() {
        Set<String> observables = model.outputs().observables().keySet();
        Set<String> covariates = model.inputs().covariates().keySet();
        int index = 0;
        for (Notice notice : model.outputs().notices()) {
            String id = String.valueOf(index++);
            for (Notice.Condition condition : notice.conditions()) {
                condition
                        .observable()
                        .filter(o -> Suggestion.nearest(o, observables).isPresent())
                        .ifPresent(o -> name("notices", id, o, "observable", observables));
                condition.covariates().stream()
                        .map(Notice.CovariateBound::covariate)
                        .filter(c -> Suggestion.nearest(c, covariates).isPresent())
                        .forEach(c -> name("notices", id, c, "covariate", covariates));
            }
        }
    }

    private static OptionalDouble molarMass(Observable observable) {
        return observable.molarMass().map(m -> OptionalDouble.of(m.canonical())).orElse(OptionalDouble.empty());
    }

    private boolean name(String section, String id, String found, String what, Collection<String> allowed) {
        Optional<Flaw> flaw = unknown(section, id, found, what, allowed);
        flaw.ifPresent(flaws::add);
        return flaw.isEmpty();
    }

    /** The flaw of a name that is not among those allowed. */
    static Optional<Flaw> unknown(String section, String id, String found, String what, Collection<String> allowed) {
        return allowed.contains(found)
                ? Optional.empty()
                : Optional.of(
                        new Flaw(section, id, found, "unknown " + what + " '" + found + "'" + among(found, allowed)));
    }

    static String among(String found, Collection<String> allowed) {
        return Suggestion.nearest(found, allowed)
                .map(s -> "; did you mean '" + s + "'?")
                .orElse(
                        allowed.isEmpty()
                                ? ""
                                : "; known are "
                                        + String.join(
                                                ", ", allowed.stream().limit(40).toList()));
    }

    private void expect(String section, String id, String field, Expression formula, Dimension expected) {
        dimension(section, id, field, formula)
                .filter(d -> !d.equals(expected))
                .ifPresent(
                        d -> flaws.add(new Flaw(section, id, field, formula + " is " + d + ", needed is " + expected)));
    }

    /** The dimension of a formula, or nothing where it has a flaw, which is then on the list. */
    private Optional<Dimension> dimension(String section, String id, String field, Expression formula) {
        Map<String, String> unknown = new LinkedHashMap<>();
        for (String symbol : formula.symbols()) {
            if (!names.contains(symbol)) {
                unknown.put(symbol, "unknown name '" + symbol + "'" + hint(symbol));
            }
        }
        unknown.values().forEach(m -> flaws.add(new Flaw(section, id, field, m)));
        if (!unknown.isEmpty() || !known.keySet().containsAll(formula.symbols())) {
            return Optional.empty();
        }
        try {
            return Optional.of(DimensionCheck.of(formula, s -> Optional.ofNullable(known.get(s))));
        } catch (FormulaException e) {
            flaws.add(new Flaw(
                    section, id, field, Optional.ofNullable(e.getMessage()).orElse("")));
            return Optional.empty();
        }
    }

    private String hint(String symbol) {
        for (int dash = symbol.indexOf('-'); dash > 0; dash = symbol.indexOf('-', dash + 1)) {
            String left = symbol.substring(0, dash);
            String right = symbol.substring(dash + 1);
            if (names.contains(left) && names.contains(right)) {
                return "; for a difference write '" + left + " - " + right + "' with spaces";
            }
        }
        return Suggestion.nearest(symbol, names)
                .map(s -> "; did you mean '" + s + "'?")
                .orElse("");
    }
}
