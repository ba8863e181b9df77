package org.thiosim.io;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.expression.Expression;
import org.thiosim.io.YamlMap.Entry;
import org.thiosim.model.EnzymeTag;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Notice;
import org.thiosim.model.Observable;
import org.thiosim.model.Observable.Measure.Activity;
import org.thiosim.model.Observable.Measure.Formula;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/** Reads the sections {@code observables} and {@code notices} of a model file. */
final class OutputsReader {
    private final YamlMap root;
    private final ModelPart.Network network;
    private final ProvenanceReader provenance;

    OutputsReader(YamlMap root, ModelPart.Network network, ProvenanceReader provenance) {
        this.root = root;
        this.network = network;
        this.provenance = provenance;
    }

    ModelPart.Outputs read() {
        return new ModelPart.Outputs(root.entries("observables", "observable", this::observable), notices());
    }

    private Optional<Observable> observable(Entry entry) {
        YamlMap map = entry.map();
        Optional<Observable.Measure> measure = measure(map);
        Optional<Unit> unit = map.required("unit").flatMap(t -> map.parsed("unit", Unit::parse));
        Optional<Quantity> ownMass =
                map.has("molar-mass") ? InputsReader.molarMass(map, "molar-mass") : Optional.empty();
        Optional<Quantity> molarMass = ownMass.or(() -> map.text("species")
                .flatMap(s -> Optional.ofNullable(network.species().get(s)))
                .flatMap(s -> s.substance().molarMass()));
        Optional<Observable.ReferenceWindow> window =
                map.map("window", "a window").flatMap(this::window);
        Observable.Validity validity = new Observable.Validity(bounds(map), map.text("parameter-set"));
        String title = map.textOr("title", entry.id());
        return measure.flatMap(
                m -> unit.map(u -> new Observable(entry.id(), title, m, u, molarMass, window, validity)));
    }

    /** {@code species} (over {@code per}), {@code formula}, or the {@code activity} of an enzyme tag. */
    private Optional<Observable.Measure> measure(YamlMap map) {
        List<String> ways = List.of("species", "formula", "activity").stream()
                .filter(map::has)
                .toList();
        if (ways.size() != 1) {
            map.flaw("an observable needs one of 'species' (with 'per'), 'formula' or 'activity'");
            return Optional.empty();
        }
        Optional<Expression> per = map.formula("per");
        return switch (ways.get(0)) {
            case "species" ->
                map.text("species")
                        .map(Expression::symbol)
                        .map(s -> new Formula(
                                per.map(p -> Expression.quotient(s, p)).orElse(s)));
            case "activity" -> map.parsed("activity", EnzymeTag::parse).map(Activity::new);
            default -> map.formula("formula").map(Formula::new);
        };
    }

    private Optional<Observable.ReferenceWindow> window(YamlMap map) {
        Optional<Quantity> low = map.quantity("low");
        Optional<Quantity> high = map.quantity("high");
        if (low.isEmpty() && high.isEmpty()) {
            map.flaw("a window needs 'low', 'high' or both");
        }
        Optional<String> population = map.required("population");
        Optional<String> assay = map.required("assay");
        Optional<String> set = map.text("parameter-set");
        OptionalDouble weight = map.quantity("min-weight")
                .map(q -> OptionalDouble.of(q.canonical()))
                .orElse(OptionalDouble.empty());
        Observable.Scope scope = new Observable.Scope(set, weight, map.words("except"));
        List<String> sources = provenance.sources(map);
        map.done();
        return population.flatMap(p -> assay.map(a -> new Observable.ReferenceWindow(low, high, p, a, scope, sources)));
    }

    private List<Observable.Bound> bounds(YamlMap map) {
        List<Observable.Bound> bounds = new ArrayList<>();
        for (Node item : map.items("valid")) {
            YamlMap.asMap(item, "a validity bound", map.findings()).ifPresent(b -> {
                OptionalDouble low = canonical(b, "low");
                OptionalDouble high = canonical(b, "high");
                var from = provenance.fact(b);
                b.required("observable").ifPresent(o -> bounds.add(new Observable.Bound(o, low, high, from)));
                b.done();
            });
        }
        return bounds;
    }

    private static OptionalDouble canonical(YamlMap map, String key) {
        return map.quantity(key).map(q -> OptionalDouble.of(q.canonical())).orElse(OptionalDouble.empty());
    }

    private List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        for (Node item : root.items("notices")) {
            YamlMap.asMap(item, "a notice", root.findings()).ifPresent(map -> {
                Optional<String> text = map.required("text");
                List<Notice.Condition> conditions = conditions(map);
                List<String> hides = map.words("hides");
                List<String> captions = map.words("captions");
                List<String> sources = provenance.sources(map);
                text.ifPresent(t -> notices.add(new Notice(t, conditions, hides, captions, sources)));
                map.done();
            });
        }
        return notices;
    }

    /** One condition or a list of them; without one a notice always holds. */
    private List<Notice.Condition> conditions(YamlMap map) {
        return map.has("if")
                ? map.items("if").stream()
                        .flatMap(c -> YamlMap.asMap(c, "the condition of a notice", root.findings()).stream())
                        .map(this::condition)
                        .toList()
                : List.of(always());
    }

    private static Notice.Condition always() {
        return new Notice.Condition(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Notice.Condition condition(YamlMap map) {
        Optional<String> dosed = map.text("dosed");
        List<Notice.CovariateBound> covariates = covariates(map);
        double lasting = canonical(map, "lasting").orElse(0);
        Optional<Notice.DoseBound> mean = !map.has("covariate")
                ? map.quantity("above").map(q -> new Notice.DoseBound(q, false, lasting))
                : Optional.empty();
        Optional<Notice.DoseBound> inOneDay =
                map.quantity("above-in-one-day").map(q -> new Notice.DoseBound(q, true, lasting));
        if (lasting > 0 && mean.isEmpty() && inOneDay.isEmpty()) {
            map.flaw("lasting", "'lasting' goes with 'above' or 'above-in-one-day': how long such doses are taken");
        }
        if (mean.isPresent() && inOneDay.isPresent()) {
            map.flaw(
                    "above-in-one-day",
                    "'above', which is of the mean of a day, and 'above-in-one-day' exclude each other");
        }
        Notice.Condition condition = new Notice.Condition(
                dosed,
                map.text("route"),
                mean.or(() -> inOneDay),
                companion(map),
                covariates,
                map.text("observable"),
                map.text("parameter-set"));
        map.done();
        return condition;
    }

    /** The second drug under 'while', which counts for a day after its dose unless 'lingers' says for how long. */
    private static Optional<Notice.Companion> companion(YamlMap map) {
        Optional<String> drug = map.text("while");
        double lingers = DoseRuleReader.hours(map, "lingers").orElse(DAY);
        if (drug.isEmpty() && map.has("lingers")) {
            map.flaw("lingers", "'lingers' goes with 'while': how long that drug still acts after each dose");
        }
        if (!(lingers > 0)) {
            map.flaw("lingers", "'lingers' is a time above zero, such as 5 d");
            return Optional.empty();
        }
        return drug.map(d -> new Notice.Companion(d, lingers));
    }

    /** The bound on a covariate and, under 'and', on one that must lie within its own too, or on that one alone. */
    private static List<Notice.CovariateBound> covariates(YamlMap map) {
        List<Notice.CovariateBound> bounds = new ArrayList<>();
        map.text("covariate").map(c -> bound(c, map)).ifPresent(bounds::add);
        if (bounds.isEmpty() && map.has("and") && !map.has("above")) {
            map.flaw(
                    "and",
                    "'and' goes with 'covariate' as a second one, or with the 'above' of a dose, as in {covariate: nudt15, below: 0.75}");
        }
        map.map("and", "the second covariate of a notice").ifPresent(second -> {
            second.required("covariate").map(c -> bound(c, second)).ifPresent(bounds::add);
            second.done();
        });
        return bounds;
    }

    private static Notice.CovariateBound bound(String covariate, YamlMap map) {
        return new Notice.CovariateBound(covariate, canonical(map, "below"), canonical(map, "above"));
    }
}
