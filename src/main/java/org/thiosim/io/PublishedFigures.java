package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.simulation.PublishedFigure;
import org.thiosim.simulation.Scenario;
import org.thiosim.units.Quantity;

/** Reads the section {@code published} of a model file: the source's own figures, each with the scenario that gives it. */
public final class PublishedFigures {
    private final YamlSource file;
    private final ModelLibrary library;
    private final Findings findings = new Findings();
    private final String model;

    private PublishedFigures(YamlSource file, ModelLibrary library, String model) {
        this.file = file;
        this.library = library;
        this.model = model;
    }

    /** The figures of a model of the library; none where its file has no such section. */
    public static List<PublishedFigure> of(ModelLibrary library, String model) {
        YamlSource file = library.find(new ModelLibrary.Request(model, Path.of("")));
        return new PublishedFigures(file, library, model).read();
    }

    private List<PublishedFigure> read() {
        YamlMap root = new YamlMap(file.root(findings), "a model file", findings);
        List<PublishedFigure> figures = new ArrayList<>();
        for (Node item : root.items("published")) {
            YamlMap.asMap(item, "a published figure", findings)
                    .flatMap(this::figure)
                    .ifPresent(figures::add);
        }
        findings.throwAny();
        return figures;
    }

    private Optional<PublishedFigure> figure(YamlMap map) {
        Optional<String> what = map.required("what");
        boolean arithmetic = map.flag("arithmetic");
        Optional<Quantity> value = map.required("value").flatMap(t -> map.quantity("value"));
        Optional<Quantity> within = map.required("within").flatMap(t -> map.quantity("within"));
        Scenario scenario = scenario(map, map.value("patient"), map.value("regimen"));
        Optional<Scenario> against = map.map("against", "'against'").map(other -> {
            Scenario second = scenario(
                    map,
                    other.value("patient").or(() -> map.value("patient")),
                    other.value("regimen").or(() -> map.value("regimen")));
            other.done();
            return second;
        });
        List.of("observable", "metric", "from", "to", "source").forEach(map::value);
        map.done();
        return what.flatMap(w -> value.flatMap(
                v -> within.map(limit -> new PublishedFigure(w, arithmetic, scenario, against, v, limit.canonical()))));
    }

    /** A scenario of one arm that reports the figure's metric. */
    private Scenario scenario(YamlMap map, Optional<Node> patient, Optional<Node> regimen) {
        YamlNodes nodes = new YamlNodes(map.node());
        Map<String, Node> metric = new LinkedHashMap<>();
        List.of("metric", "observable", "from", "to").forEach(k -> map.value(k).ifPresent(v -> metric.put(k, v)));
        Map<String, Node> outputs = new LinkedHashMap<>();
        map.value("observable").ifPresent(o -> outputs.put("observables", nodes.list(o)));
        outputs.put("metrics", nodes.list(nodes.map(metric)));
        map.value("to").ifPresent(to -> outputs.put("every", to));
        Map<String, Node> root = new LinkedHashMap<>();
        root.put("scenario", nodes.text("published"));
        root.put("model", nodes.text(model));
        patient.ifPresent(p -> root.put("patient", p));
        map.value("to").ifPresent(to -> root.put("horizon", to));
        regimen.ifPresent(r -> root.put("arms", nodes.map(Map.of("published", r))));
        root.put("outputs", nodes.map(outputs));
        root.put("solver", nodes.map(Map.of("relative", nodes.text("1e-7"))));
        MappingNode scenario = nodes.map(root);
        return ScenarioFile.read(file, scenario, library).scenario();
    }
}
