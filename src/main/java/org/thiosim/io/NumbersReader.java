package org.thiosim.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.io.YamlMap.Entry;
import org.thiosim.model.Correlation;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Parameter;
import org.thiosim.model.ParameterSet;
import org.thiosim.model.Scale;
import org.thiosim.units.Quantity;

/** Reads {@code parameters}, {@code parameter-sets}, {@code random-effects}, {@code individual} and {@code scale}. */
final class NumbersReader {
    private final YamlMap root;
    private final ProvenanceReader provenance;

    NumbersReader(YamlMap root, ProvenanceReader provenance) {
        this.root = root;
        this.provenance = provenance;
    }

    ModelPart.Numbers read() {
        return new ModelPart.Numbers(
                root.entries("parameters", "parameter", this::parameter),
                root.entries("parameter-sets", "parameter set", this::set),
                correlations(),
                NetworkReader.formulas(root, "individual"),
                root.entries("scale", "scale", this::scale));
    }

    private Optional<Parameter> parameter(Entry entry) {
        YamlMap map = entry.map();
        Optional<Quantity> typical = map.required("typical").flatMap(t -> map.quantity("typical"));
        Optional<YamlMap> variability = map.map("variability", "variability of a parameter");
        OptionalDouble sdLog = variability.map(this::sdLog).orElse(OptionalDouble.empty());
        String printed = variability
                .map(v -> String.join(
                        ", ",
                        v.keys().stream().map(k -> k + " " + v.textOr(k, "")).toList()))
                .orElse("");
        var from = provenance.read(map);
        return typical.map(t -> new Parameter(entry.id(), t, sdLog, printed, from));
    }

    /** The standard deviation of the logarithm, from whichever kind of spread the source prints. */
    private OptionalDouble sdLog(YamlMap map) {
        Map<String, java.util.function.DoubleUnaryOperator> kinds = new LinkedHashMap<>();
        kinds.put("sd-log", v -> v);
        kinds.put("omega2", Math::sqrt);
        kinds.put("cv", v -> Math.sqrt(StrictMath.log1p(v * v)));
        kinds.put("cv-sqrt-omega2", v -> v);
        List<String> found = kinds.keySet().stream().filter(map::has).toList();
        if (found.size() != 1) {
            map.leaveUnread();
            map.flaw("variability says its kind with one of: sd-log (SD of the logarithm), omega2 (its variance), "
                    + "cv (√(exp(ω²) − 1)), cv-sqrt-omega2 (√ω² printed as a CV)");
        }
        Optional<Double> value = found.stream()
                .findFirst()
                .flatMap(k -> map.quantity(k)
                        .filter(q -> positive(map, k, q))
                        .map(q ->
                                Optional.ofNullable(kinds.get(k)).orElseThrow().applyAsDouble(q.canonical())));
        map.done();
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static boolean positive(YamlMap map, String key, Quantity quantity) {
        boolean fits = quantity.dimension().isNone() && quantity.value() >= 0;
        if (!fits) {
            map.flaw(key, "a spread is a number of at least 0, for example 0.3 or 30 %");
        }
        return fits;
    }

    private Optional<ParameterSet> set(Entry entry) {
        YamlMap map = entry.map();
        String title = map.textOr("title", entry.id());
        boolean isDefault = map.flag("default");
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (String id : map.keys()) {
            if (!List.of("title", "default").contains(id)) {
                map.map(id, "parameter '" + id + "'").ifPresent(m -> {
                    parameter(new Entry(id, m)).ifPresent(p -> parameters.put(id, p));
                    m.done();
                });
            }
        }
        return Optional.of(new ParameterSet(entry.id(), title, isDefault, parameters));
    }

    private List<Correlation> correlations() {
        List<Correlation> correlations = new ArrayList<>();
        root.map("random-effects", "'random-effects'").ifPresent(effects -> {
            for (Node item : effects.items("correlations")) {
                YamlMap.asMap(item, "a correlation", root.findings()).ifPresent(map -> {
                    List<String> between = map.words("between");
                    OptionalDouble r = map.number("r");
                    var from = provenance.fact(map);
                    if (between.size() == 2 && r.isPresent()) {
                        YamlMap.parse(
                                        item,
                                        "",
                                        t -> new Correlation(between.get(0), between.get(1), r.getAsDouble(), from),
                                        root.findings())
                                .ifPresent(correlations::add);
                    } else {
                        map.flaw("a correlation is {between: [parameter, parameter], r: value}");
                    }
                    map.done();
                });
            }
            effects.done();
        });
        return correlations;
    }

    private Optional<Scale> scale(Entry entry) {
        YamlMap map = entry.map();
        Optional<String> target = map.required("target");
        Optional<org.thiosim.expression.Expression> by = map.required("by").flatMap(t -> map.formula("by"));
        var from = provenance.read(map);
        return target.flatMap(t -> by.map(b -> new Scale(t, b, from)));
    }
}
