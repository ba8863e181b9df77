package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.dosing.Regimen;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.GeneticData;
import org.thiosim.io.ModelLibrary.LoadedModel;
import org.thiosim.model.ParameterSet;
import org.thiosim.patient.Patient;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SolverChoice;
import org.thiosim.units.Quantity;

/** Reads a scenario file and every model file that it names. */
public final class ScenarioFile {
    private static final String LEUKAEMIA = "all";

    private final YamlSource file;
    private final Path folder;
    private final ModelLibrary library;
    private final Findings findings = new Findings();
    private final YamlMap root;
    private final List<Setting> settings;
    private final Supplier<GeneticData> tables;
    private final Map<String, YamlSource> others = new TreeMap<>();

    private ScenarioFile(YamlSource file, Path folder, ModelLibrary library, List<Setting> settings) {
        this.file = file;
        this.folder = folder;
        this.library = library;
        this.settings = List.copyOf(settings);
        this.tables = library.genetics(this::read);
        MappingNode node = file.root(findings);
        settings.forEach(s -> s.apply(node, findings));
        findings.throwAny();
        this.root = new YamlMap(node, "a scenario", findings);
    }

    private ScenarioFile(YamlSource file, MappingNode node, ModelLibrary library) {
        this.file = file;
        this.folder = Path.of("");
        this.library = library;
        this.settings = List.of();
        this.tables = library.genetics(this::read);
        findings.file(file.name(), file.text());
        this.root = new YamlMap(node, "a scenario", findings);
    }

    /**
     * A scenario ready to run and the files it was made from.
     *
     * @param model the model of the scenario
     * @param added modules that the scenario did not name but its drugs or observables need, each with the reason
     * @param study what was published, where the scenario is a study
     * @param others the tables of genetics, where any was used, files of genotypes, and those of models that arms name for themselves
     */
    public record LoadedScenario(
            Scenario scenario,
            YamlSource file,
            List<Setting> settings,
            LoadedModel model,
            Map<String, String> added,
            Optional<StudySection> study,
            List<YamlSource> others) {
        public LoadedScenario {
            others = List.copyOf(others);
            settings = List.copyOf(settings);
            added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
        }
    }

    /**
     * Reads a scenario; throws an {@link InputException} with every mistake found.
     *
     * @param settings values that replace those of the file
     */
    public static LoadedScenario read(Path path, ModelLibrary library, List<Setting> settings) {
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(Path.of("."));
        return new ScenarioFile(YamlSource.read(path), folder, library, settings).load();
    }

    /**
     * Reads a scenario that is no file.
     *
     * @param source its text, under the name that messages show
     * @param folder where the paths in it start
     */
    public static LoadedScenario read(YamlSource source, Path folder, ModelLibrary library) {
        return new ScenarioFile(source, folder, library, List.of()).load();
    }

    /** Reads a scenario that stands within another file. */
    static LoadedScenario read(YamlSource file, MappingNode scenario, ModelLibrary library) {
        return new ScenarioFile(file, scenario, library).load();
    }

    private void read(YamlSource other) {
        others.put(other.name(), other);
    }

    private LoadedScenario load() {
        refuseCohort();
        Scenario.Head head = head(root);
        Optional<String> modelName = root.required("model");
        ModuleChoice modules = ModuleChoice.of(root, library, folder);
        Optional<LoadedModel> loaded = modelName.flatMap(m -> modules.load(m, root, library, folder));
        root.value("assumed");
        if (loaded.isEmpty()) {
            findings.throwAny();
        }
        LoadedModel model = loaded.orElseThrow();
        ArmModels models = ArmModels.read(root, model, library, folder);
        Optional<Double> horizon = HorizonReader.read(root);
        long seed = root.parsed("seed", ScenarioFile::seed).orElse(1L);
        List<Arm> arms = arms(models, seed);
        horizon.ifPresent(h -> countDoses(arms, h));
        double end = horizon.orElse(HorizonReader.STAND_IN);
        OutputsSection outputs = new OutputsSection(root, models.all(), end);
        Optional<StudySection> study = StudyReader.read(root, model.model(), arms, end);
        Scenario.Outputs own = outputs.read();
        Scenario.Outputs reported = study.map(s -> s.reportedBeside(own)).orElse(own);
        var solver = SolverReader.read(root, SolverChoice.DEFAULT);
        root.done();
        findings.throwAny();
        Scenario scenario = new Scenario(head, arms, horizon.orElseThrow(), reported, solver, seed);
        models.files().forEach(f -> others.putIfAbsent(f.name(), f));
        return new LoadedScenario(
                scenario, file, settings, model, modules.added(), study, List.copyOf(others.values()));
    }

    /** Id, title, lesson and source; the id is empty only together with a finding. */
    static Scenario.Head head(YamlMap root) {
        String id = root.required("scenario").orElse("");
        return new Scenario.Head(id, root.textOr("title", id), root.textOr("lesson", ""), root.textOr("source", ""));
    }

    private void refuseCohort() {
        root.value("population")
                .ifPresent(p ->
                        findings.add(p, "a 'population' makes this a cohort scenario; run it with 'thiosim cohort'"));
        findings.throwAny();
    }

    private void countDoses(List<Arm> arms, double horizon) {
        for (Arm arm : arms) {
            double doses = arm.regimen().rules().stream()
                    .mapToDouble(r -> r.times().perDay()
                            / 24
                            * Math.max(
                                    0,
                                    Math.min(horizon, r.times().until())
                                            - r.times().from()))
                    .sum();
            if (doses > ScheduleReader.MOST_DOSES) {
                root.flaw(
                        "arms",
                        "arm '" + arm.name() + "' has more than " + ScheduleReader.MOST_DOSES
                                + " doses; check 'every'");
            }
        }
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a seed is a whole number, found '" + text + "'", e);
        }
    }

    private List<Arm> arms(ArmModels models, long seed) {
        Optional<YamlMap> shared = root.map("patient", "'patient'");
        Optional<String> sharedSet = root.text("parameter-set");
        List<Arm> arms = new ArrayList<>();
        GenotypeReader genotypes = new GenotypeReader(tables, folder, this::read);
        shared.ifPresent(s -> PatientReader.checkKeys(s, models.covariates()));
        Map<String, Node> entries = armNodes();
        entries.forEach((name, node) -> {
            CompiledModel model = models.of(name);
            PatientReader patients = new PatientReader(model.model(), seed, genotypes);
            if (node instanceof SequenceNode) {
                arms.addAll(
                        arm(name, node, Optional.empty(), shared, model, patients, set(sharedSet, root, model), seed));
            } else {
                YamlMap.asMap(node, "arm '" + name + "'", findings).ifPresent(map -> {
                    Optional<YamlMap> own = map.map("patient", "'patient'");
                    own.ifPresent(o -> PatientReader.checkKeys(
                            o, model.model().inputs().covariates().keySet()));
                    Optional<String> ownSet = map.text("parameter-set");
                    Optional<String> applies = sharedSet.filter(s -> !map.has("model") || has(model, s));
                    Optional<ParameterSet> set =
                            ownSet.isPresent() ? set(ownSet, map, model) : set(applies, root, model);
                    Optional<Node> regimen = map.value("regimen");
                    if (regimen.isEmpty()) {
                        map.lacks("an arm needs 'regimen': a list of doses, which may be empty", "regimen");
                    }
                    map.text("title");
                    map.text("model");
                    if (map.value("with").isPresent() && !map.has("model")) {
                        map.flaw(
                                "with",
                                "modules of an arm go with a 'model' of its own; those of the scenario's model"
                                        + " stand in 'with' at the top");
                    }
                    map.value("assumed");
                    regimen.ifPresent(r -> arms.addAll(arm(name, r, own, shared, model, patients, set, seed)));
                    map.done();
                });
            }
        });
        return arms;
    }

    private Map<String, Node> armNodes() {
        Map<String, Node> nodes = new LinkedHashMap<>();
        if (!root.has("arms")) {
            root.lacks("a scenario needs 'arms': one or more named regimens", "arms");
        }
        root.map("arms", "'arms'").ifPresent(section -> {
            section.keys().forEach(k -> section.value(k).ifPresent(n -> nodes.put(k, n)));
            if (nodes.isEmpty()) {
                section.flaw("at least one arm is needed");
            }
        });
        return nodes;
    }

    /** One arm, or one for each bound of an open genotype. */
    private List<Arm> arm(
            String name,
            Node regimen,
            Optional<YamlMap> own,
            Optional<YamlMap> shared,
            CompiledModel model,
            PatientReader patients,
            Optional<ParameterSet> set,
            long seed) {
        List<YamlMap> layers = new ArrayList<>();
        own.ifPresent(layers::add);
        shared.ifPresent(layers::add);
        List<Arm> arms = new ArrayList<>();
        for (PatientReader.Read read : patients.read(layers)) {
            DiseaseContext context = set.filter(s -> s.id().equals(LEUKAEMIA)).isPresent()
                    ? DiseaseContext.MALIGNANT
                    : DiseaseContext.NON_MALIGNANT;
            Recipient recipient = new Recipient(
                    read.size(),
                    read.phenotypes(),
                    context,
                    seed,
                    tables,
                    read.stated().ofWeight());
            String full = read.variant().isEmpty() ? name : name + " (" + read.variant() + ")";
            new RegimenReader(model.model(), recipient, findings)
                    .read(regimen)
                    .ifPresent(d -> arms.add(new Arm(full, model, sized(read, d, layers), read.size(), d, set)));
        }
        return arms;
    }

    /** The patient with what a regimen takes for granted of the size; a size that is stated in part is reported. */
    private Patient sized(PatientReader.Read read, Regimen regimen, List<YamlMap> layers) {
        List<String> notes = new ArrayList<>(read.patient().notes());
        if (read.stated().isOtherwise()) {
            read.stated().missing(regimen).forEach(m -> layers.get(0).flaw(m));
        } else {
            notes.addAll(read.stated().assumed(regimen, read.size()));
        }
        return new Patient(read.patient().covariates(), read.patient().randomEffects(), notes);
    }

    /** Whether a parameter set that all arms share is one of this model. */
    private static boolean has(CompiledModel model, String set) {
        return model.model().numbers().sets().containsKey(set);
    }

    /** The parameter set of a name, or the model's own where none is given; a name that it lacks is reported. */
    static Optional<ParameterSet> set(Optional<String> name, YamlMap place, CompiledModel model) {
        Map<String, ParameterSet> sets = model.model().numbers().sets();
        if (name.isEmpty()) {
            return model.model().defaultSet();
        }
        Optional<ParameterSet> set = Optional.ofNullable(sets.get(name.get()));
        if (set.isEmpty()) {
            place.flaw(
                    "parameter-set",
                    "unknown parameter set '" + name.get() + "'" + YamlMap.suggestion(name.get(), sets.keySet()));
        }
        return set;
    }

    /** Reads a time and says so where it is none. */
    static Optional<Quantity> time(YamlMap map, String key) {
        return map.quantity(key).filter(q -> {
            boolean fits = q.dimension().equals(DoseRuleReader.TIME);
            if (!fits) {
                String unit = key.equals("horizon") ? "wk" : "d";
                map.flaw(key, "expected a time such as 24 h, 7 d or 12 wk, found " + q + PatientReader.bare(q, unit));
            }
            return fits;
        });
    }
}
