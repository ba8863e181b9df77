package org.thiosim.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.expression.Expression;
import org.thiosim.io.YamlMap.Entry;
import org.thiosim.model.Archetype;
import org.thiosim.model.Covariate;
import org.thiosim.model.DoseWindow;
import org.thiosim.model.Drug;
import org.thiosim.model.ModelPart;
import org.thiosim.units.Quantity;
import org.thiosim.units.Range;
import org.thiosim.units.Unit;

/** Reads the sections {@code drugs}, {@code covariates}, {@code archetypes} and {@code windows} of a model file. */
final class InputsReader {
    private static final Unit MOLAR_MASS = Unit.parse("g/mol");

    private final YamlMap root;
    private final ProvenanceReader provenance;

    InputsReader(YamlMap root, ProvenanceReader provenance) {
        this.root = root;
        this.provenance = provenance;
    }

    ModelPart.Inputs read() {
        return new ModelPart.Inputs(
                root.entries("drugs", "drug", this::drug),
                root.entries("covariates", "covariate", this::covariate),
                root.entries("archetypes", "archetype", this::archetype),
                root.entries("windows", "window", this::window));
    }

    private Optional<Drug> drug(Entry entry) {
        YamlMap map = entry.map();
        if (!map.has("molar-mass")) {
            map.lacks("a drug needs 'molar-mass', for example 152.18 g/mol", "molar-mass");
        }
        Optional<Quantity> mass = molarMass(map, "molar-mass");
        Map<String, Quantity> forms = new LinkedHashMap<>();
        map.map("forms", "forms of a drug").ifPresent(f -> {
            f.keys().forEach(k -> molarMass(f, k).ifPresent(q -> forms.put(k, q)));
            f.done();
        });
        Map<String, String> routes = new LinkedHashMap<>();
        map.map("routes", "routes of a drug").ifPresent(r -> {
            r.keys().forEach(k -> r.text(k).ifPresent(s -> routes.put(k, s)));
            r.done();
        });
        var from = provenance.fact(map);
        return mass.map(m -> new Drug(entry.id(), m, forms, routes, from));
    }

    static Optional<Quantity> molarMass(YamlMap map, String key) {
        return map.quantity(key).filter(q -> {
            boolean fits = q.dimension().equals(MOLAR_MASS.dimension()) && q.value() > 0;
            if (!fits) {
                map.flaw(key, "a molar mass is a positive mass per amount, for example 152.18 g/mol");
            }
            return fits;
        });
    }

    private Optional<Covariate> covariate(Entry entry) {
        YamlMap map = entry.map();
        Optional<Unit> unit = map.required("unit").flatMap(u -> map.parsed("unit", Unit::parse));
        Optional<Expression> fallback = map.formula("default");
        Map<String, Double> levels = new LinkedHashMap<>();
        unit.ifPresent(u -> map.map("levels", "levels of a covariate").ifPresent(l -> {
            l.keys().forEach(k -> quantity(l, k, u).ifPresent(v -> levels.put(k, v)));
            l.done();
        }));
        Optional<Range> allowed = unit.flatMap(u -> range(map, "allowed", u));
        Optional<Range> studied = unit.flatMap(u -> range(map, "studied", u));
        var from = provenance.fact(map);
        return unit.map(u -> new Covariate(entry.id(), u, fallback, allowed, studied, levels, from));
    }

    private Optional<Range> range(YamlMap map, String key, Unit unit) {
        if (!map.has(key)) {
            return Optional.empty();
        }
        List<Node> ends = map.items(key);
        List<Double> values = ends.stream()
                .filter(ScalarNode.class::isInstance)
                .map(n -> YamlMap.parse(n, ((ScalarNode) n).getValue(), Quantity::parse, map.findings())
                        .flatMap(q -> canonical(map, n, q, unit)))
                .flatMap(Optional::stream)
                .toList();
        if (ends.size() != 2) {
            map.flaw(key, "'" + key + "' is a list of the lowest and the highest value");
            return Optional.empty();
        }
        return values.size() == 2
                ? YamlMap.parse(ends.get(0), "", t -> new Range(values.get(0), values.get(1)), map.findings())
                : Optional.empty();
    }

    private static Optional<Double> quantity(YamlMap map, String key, Unit unit) {
        return map.quantity(key).flatMap(q -> canonical(map, map.value(key).orElseThrow(), q, unit));
    }

    private static Optional<Double> canonical(YamlMap map, Node place, Quantity quantity, Unit unit) {
        if (quantity.dimension().equals(unit.dimension())) {
            return Optional.of(quantity.canonical());
        }
        map.findings()
                .add(
                        place,
                        "found " + quantity + " (" + quantity.dimension() + "), expected a value in " + unit.text());
        return Optional.empty();
    }

    private Optional<Archetype> archetype(Entry entry) {
        YamlMap map = entry.map();
        Map<String, Double> values = new LinkedHashMap<>();
        map.map("set", "values of an archetype").ifPresent(s -> {
            s.keys().forEach(k -> s.quantity(k).ifPresent(q -> values.put(k, q.canonical())));
            s.done();
        });
        String title = map.textOr("title", entry.id());
        var from = provenance.read(map);
        return Optional.of(new Archetype(entry.id(), title, values, from));
    }

    private Optional<DoseWindow> window(Entry entry) {
        YamlMap map = entry.map();
        Optional<String> drug = map.required("drug");
        Optional<Quantity> lasts = map.required("lasts").flatMap(t -> map.quantity("lasts"));
        boolean amount = map.choice("value", Map.of("one", false, "dose", true)).orElse(false);
        var from = provenance.fact(map);
        return drug.flatMap(d -> lasts.map(l -> new DoseWindow(entry.id(), d, l, amount, from)));
    }
}
