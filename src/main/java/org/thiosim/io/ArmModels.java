package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.io.ModelLibrary.LoadedModel;
import org.thiosim.io.ModelLibrary.Request;
import org.thiosim.kernel.GeneratedKernel;
import org.thiosim.model.Infusions;
import org.thiosim.model.Model;
import org.thiosim.model.Observable;
import org.thiosim.simulation.CommonUnits;
import org.thiosim.simulation.CompiledModel;

/** The model of each arm: the scenario's own, or one that the arm names, with its observables in the scenario's units. */
final class ArmModels {
    private final CompiledModel own;
    private final Map<String, CompiledModel> byArm = new LinkedHashMap<>();
    private final List<LoadedModel> others = new ArrayList<>();
    private final Map<String, Observable> units;

    private ArmModels(CompiledModel own) {
        this.own = own;
        this.units = new LinkedHashMap<>(own.model().outputs().observables());
    }

    /**
     * Loads and compiles the models of arms.
     *
     * @param own the scenario's own model
     */
    static ArmModels read(YamlMap root, LoadedModel own, ModelLibrary library, Path folder) {
        ArmModels models = new ArmModels(compile(root, own.model()));
        Map<String, CompiledModel> known = new LinkedHashMap<>();
        named(root).forEach((arm, name) -> {
            List<Request> modules = modules(name, root, folder);
            String key = name.model() + modules;
            if (!known.containsKey(key)) {
                models.load(root, name, modules, library, folder).ifPresent(m -> known.put(key, m));
            }
            Optional.ofNullable(known.get(key)).ifPresent(m -> models.byArm.put(arm, m));
        });
        return models;
    }

    private static CompiledModel compile(YamlMap root, Model model) {
        return CompiledModel.of(Infusions.into(model, InfusedSpecies.of(root.node(), model)), GeneratedKernel::of);
    }

    private Optional<CompiledModel> load(
            YamlMap root, Named name, List<Request> modules, ModelLibrary library, Path folder) {
        try {
            LoadedModel loaded = library.load(new Request(name.model(), folder), modules);
            others.add(loaded);
            Model shown = CommonUnits.of(loaded.model(), units);
            shown.outputs().observables().forEach(units::putIfAbsent);
            return Optional.of(compile(root, shown));
        } catch (IllegalArgumentException e) {
            root.findings()
                    .add(name.place(), Optional.ofNullable(e.getMessage()).orElse(""));
            return Optional.empty();
        }
    }

    private static List<Request> modules(Named name, YamlMap root, Path folder) {
        List<Request> modules = new ArrayList<>();
        for (Node item : name.arm().items("with")) {
            if (item instanceof ScalarNode scalar) {
                modules.add(new Request(scalar.getValue().strip(), folder));
            } else {
                root.findings().add(item, "'with' is a list of module names or paths");
            }
        }
        return modules;
    }

    /** A model that an arm names. */
    private record Named(String model, Node place, YamlMap arm) {}

    private static Map<String, Named> named(YamlMap root) {
        Map<String, Named> named = new LinkedHashMap<>();
        root.map("arms", "'arms'")
                .ifPresent(section -> section.keys()
                        .forEach(arm -> section.value(arm)
                                .filter(MappingNode.class::isInstance)
                                .flatMap(n -> YamlMap.asMap(n, "arm '" + arm + "'", root.findings()))
                                .ifPresent(map -> map.text("model")
                                        .ifPresent(m -> named.put(
                                                arm,
                                                new Named(m, map.value("model").orElse(map.node()), map))))));
        return named;
    }

    /** The names of models that arms give, and of the modules that go with these. */
    static Set<String> names(YamlMap root) {
        Set<String> names = new TreeSet<>();
        named(root).values().forEach(n -> {
            names.add(n.model());
            n.arm().items("with").stream()
                    .filter(ScalarNode.class::isInstance)
                    .forEach(m -> names.add(((ScalarNode) m).getValue().strip()));
        });
        return names;
    }

    /** The model of an arm. */
    CompiledModel of(String arm) {
        return byArm.getOrDefault(arm, own);
    }

    /** The files of the models that arms name for themselves. */
    List<YamlSource> files() {
        return others.stream().flatMap(m -> m.files().stream()).toList();
    }

    /** Every model that some arm has, the scenario's own first. */
    List<Model> all() {
        List<Model> all = new ArrayList<>(List.of(own.model()));
        byArm.values().stream().map(CompiledModel::model).distinct().forEach(all::add);
        return all;
    }

    /** The covariates that some model has. */
    Collection<String> covariates() {
        Set<String> ids = new TreeSet<>();
        all().forEach(m -> ids.addAll(m.inputs().covariates().keySet()));
        return ids;
    }
}
