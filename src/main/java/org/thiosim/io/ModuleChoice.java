package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.io.ModelLibrary.Entry;
import org.thiosim.io.ModelLibrary.LoadedModel;
import org.thiosim.io.ModelLibrary.Request;
import org.thiosim.model.ModelPart;

/**
 * The modules of a scenario: those it names, and those of the library that alone bring a drug it doses or an observable
 * it asks for.
 */
final class ModuleChoice {
    private final List<Request> requests;
    private final Map<String, String> added;
    private final Map<String, Node> places;

    private ModuleChoice(List<Request> requests, Map<String, String> added, Map<String, Node> places) {
        this.requests = List.copyOf(requests);
        this.added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        this.places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    static ModuleChoice of(YamlMap root, ModelLibrary library, Path folder) {
        List<Request> requests = new ArrayList<>();
        Map<String, Node> places = new LinkedHashMap<>();
        for (Node item : root.items("with")) {
            if (item instanceof ScalarNode scalar) {
                requests.add(new Request(scalar.getValue().strip(), folder));
                places.put(scalar.getValue().strip(), item);
            } else {
                root.findings().add(item, "'with' is a list of module names or paths");
            }
        }
        Map<String, String> added = missing(root, library, requests, folder);
        added.keySet().forEach(m -> requests.add(new Request(m, folder)));
        return new ModuleChoice(requests, added, places);
    }

    private static Map<String, String> missing(YamlMap root, ModelLibrary library, List<Request> named, Path folder) {
        Set<String> drugs = new LinkedHashSet<>();
        Set<String> observables = new LinkedHashSet<>();
        collect(root.node(), "drug", drugs);
        collect(root.node(), "observable", observables);
        collect(root.node(), "observables", observables);
        Set<String> covariates = new LinkedHashSet<>();
        patientKeys(root.node(), covariates);
        covariates.removeAll(PatientReader.measures());
        List<ModelPart> known = known(root, library, named, folder);
        known.forEach(p -> {
            drugs.removeAll(p.inputs().drugs().keySet());
            observables.removeAll(p.outputs().observables().keySet());
            covariates.removeAll(p.inputs().covariates().keySet());
        });
        Map<String, String> added = new LinkedHashMap<>();
        if (drugs.isEmpty() && observables.isEmpty() && covariates.isEmpty()) {
            return added;
        }
        for (Entry entry : library.entries()) {
            ModelPart part = entry.part();
            if (part.header().kind() != ModelPart.Kind.MODEL) {
                part.inputs().drugs().keySet().stream()
                        .filter(drugs::contains)
                        .forEach(d -> added.putIfAbsent(entry.id(), "because an arm doses " + d));
                part.outputs().observables().keySet().stream()
                        .filter(observables::contains)
                        .forEach(o -> added.putIfAbsent(entry.id(), "because " + o + " is asked for"));
                part.inputs().covariates().keySet().stream()
                        .filter(covariates::contains)
                        .forEach(c -> added.putIfAbsent(entry.id(), "because a patient has " + c));
            }
        }
        return added;
    }

    private static List<ModelPart> known(YamlMap root, ModelLibrary library, List<Request> named, Path folder) {
        List<Request> all = new ArrayList<>(named);
        root.text("model").ifPresent(m -> all.add(new Request(m, folder)));
        ArmModels.names(root).forEach(m -> all.add(new Request(m, folder)));
        List<ModelPart> parts = new ArrayList<>();
        for (Request request : all) {
            try {
                ModelFile.read(library.find(request), new Findings()).ifPresent(r -> parts.add(r.part()));
            } catch (IllegalArgumentException | InputException e) {
                continue;
            }
        }
        return parts;
    }

    /** The scalar values of a key anywhere below a node. */
    private static void collect(Node node, String key, Set<String> values) {
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(n -> collect(n, key, values));
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                boolean named = tuple.getKeyNode() instanceof ScalarNode k
                        && k.getValue().equals(key);
                if (named) {
                    scalars(tuple.getValueNode(), values);
                }
                collect(tuple.getValueNode(), key, values);
            }
        }
    }

    /** The keys of every patient anywhere below a node. */
    private static void patientKeys(Node node, Set<String> keys) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                boolean patient = tuple.getKeyNode() instanceof ScalarNode k
                        && k.getValue().equals("patient");
                if (patient && tuple.getValueNode() instanceof MappingNode values) {
                    values.getValue().forEach(v -> scalars(v.getKeyNode(), keys));
                }
                patientKeys(tuple.getValueNode(), keys);
            }
        }
    }

    private static void scalars(Node node, Set<String> values) {
        if (node instanceof ScalarNode scalar) {
            values.add(scalar.getValue().strip());
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(n -> scalars(n, values));
        }
    }

    List<Request> requests() {
        return requests;
    }

    Map<String, String> added() {
        return added;
    }

    /** The place of the module that a message names. */
    Optional<Node> placeOf(String message) {
        return places.entrySet().stream()
                .filter(e -> message.contains("'" + e.getKey() + "'"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The model of a name with the modules; what the library refuses is reported where it was asked for. */
    Optional<LoadedModel> load(String name, YamlMap root, ModelLibrary library, Path folder) {
        try {
            return Optional.of(library.load(new Request(name, folder), requests()));
        } catch (IllegalArgumentException e) {
            String message = Optional.ofNullable(e.getMessage()).orElse("");
            root.findings().add(placeOf(message).or(() -> root.value("model")).orElse(root.node()), message);
            return Optional.empty();
        }
    }
}
