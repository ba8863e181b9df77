package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortArm;
import org.thiosim.cohort.CohortMetric;
import org.thiosim.cohort.CohortOutputs;
import org.thiosim.cohort.CohortSummary.Cell;
import org.thiosim.cohort.GenotypeMix;
import org.thiosim.cohort.Phenotypes;
import org.thiosim.cohort.Population;
import org.thiosim.cohort.PublishedValue;
import org.thiosim.cohort.Strata;
import org.thiosim.cohort.Target;
import org.thiosim.dosing.Regimen;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.Gene;
import org.thiosim.io.ModelLibrary.LoadedModel;
import org.thiosim.kernel.GeneratedKernel;
import org.thiosim.model.Infusions;
import org.thiosim.model.Observable;
import org.thiosim.model.ParameterSet;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SolverChoice;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Quantity;

/** Reads a cohort scenario, its population and every model file that it names. */
public final class CohortFile {
    private static final String LEUKAEMIA = "all";
    /** Sections that cannot be judged while it is not known who the patients are. */
    private static final List<String> NEEDING_PATIENTS = List.of("arms", "published");

    /** Sections that a scenario of one patient does not have. */
    private static final List<String> OWN = List.of("targets", "published", "patients");

    private final YamlSource file;
    private final Path folder;
    private final ModelLibrary library;
    private final PopulationLibrary populations;
    private final Findings findings = new Findings();
    private final YamlMap root;
    private final List<Setting> settings;
    private final List<YamlSource> sources = new ArrayList<>();

    private CohortFile(Path path, ModelLibrary library, PopulationLibrary populations, List<Setting> settings) {
        this.file = YamlSource.read(path);
        this.folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(Path.of("."));
        this.library = library;
        this.populations = populations;
        this.settings = List.copyOf(settings);
        MappingNode node = file.root(findings);
        settings.forEach(s -> s.apply(node, findings));
        findings.throwAny();
        this.root = new YamlMap(node, "a cohort scenario", findings);
    }

    /**
     * A cohort ready to run and the files it was made from.
     *
     * @param files the scenario, the population, and the model's
     * @param added modules that the scenario did not name but its drugs or observables need, each with the reason
     * @param published figures that the result is set beside
     */
    public record LoadedCohort(
            Cohort cohort,
            List<YamlSource> files,
            List<Setting> settings,
            Map<String, String> added,
            List<PublishedValue> published) {
        public LoadedCohort {
            files = List.copyOf(files);
            settings = List.copyOf(settings);
            added = Collections.unmodifiableMap(new LinkedHashMap<>(added));
            published = List.copyOf(published);
        }
    }

    /**
     * Reads a cohort; throws an {@link InputException} with every mistake found.
     *
     * @param settings values that replace those of the file
     * @param size number of patients; what the scenario says where it is empty
     * @param seed where random numbers start; what the scenario says where it is empty
     */
    public static LoadedCohort read(
            Path path,
            ModelLibrary library,
            PopulationLibrary populations,
            List<Setting> settings,
            OptionalLong size,
            OptionalLong seed) {
        return new CohortFile(path, library, populations, settings).load(size, seed);
    }

    private LoadedCohort load(OptionalLong size, OptionalLong seed) {
        refuseOnePatient();
        Scenario.Head head = ScenarioFile.head(root);
        ModuleChoice modules = ModuleChoice.of(root, library, folder);
        Optional<LoadedModel> loaded = root.required("model").flatMap(m -> modules.load(m, root, library, folder));
        root.value("assumed");
        if (loaded.isEmpty()) {
            findings.throwAny();
        }
        LoadedModel model = loaded.orElseThrow();
        CompiledModel compiled = CompiledModel.of(
                Infusions.into(model.model(), InfusedSpecies.of(root.node(), model.model())), GeneratedKernel::of);
        double horizon = HorizonReader.read(root).orElse(HorizonReader.STAND_IN);
        Optional<ParameterSet> set = ScenarioFile.set(root.text("parameter-set"), root, compiled);
        long number = whole("patients", 1000);
        if (number < 1) {
            root.flaw("patients", "'patients' is at least 1, found " + number);
        }
        long start = whole("seed", 1);
        Optional<Population> population = population(compiled);
        List<CohortArm> arms = population.map(p -> arms(compiled, p, set)).orElse(List.of());
        CohortOutputs outputs = outputs(compiled, horizon);
        List<PublishedValue> published =
                arms.isEmpty() ? List.of() : published(arms, outputs, Strata.known(population.orElseThrow()));
        NEEDING_PATIENTS.forEach(root::value);
        var solver = SolverReader.read(root, SolverChoice.COHORT);
        root.done();
        findings.throwAny();
        sources.add(0, file);
        sources.addAll(model.files());
        Population from = population.orElseThrow();
        Cohort cohort = new Cohort(
                head,
                new Cohort.Treatment(compiled, set, arms, horizon, outputs, solver),
                from,
                size.orElse(root.has("patients") ? number : from.listed().orElse(number)),
                seed.orElse(start));
        return new LoadedCohort(cohort, sources, settings, modules.added(), published);
    }

    private void refuseOnePatient() {
        if (!root.has("population") && OWN.stream().noneMatch(root::has)) {
            findings.add(
                    root.has("patient") ? root.keyNode("patient") : root.node(),
                    "this scenario is of one patient; use 'thiosim run', or say with 'population' whom to draw: "
                            + String.join(", ", populations.names()) + ", or a file of your own");
            findings.throwAny();
        }
    }

    private long whole(String key, long fallback) {
        return root.parsed(key, t -> {
                    try {
                        return Long.parseLong(t.replace("_", "").replace(",", ""));
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException("'" + key + "' is a whole number, found '" + t + "'", e);
                    }
                })
                .orElse(fallback);
    }

    /** The name of a population, or a mapping that changes one ({@code of: NAME}) or states all. */
    private Optional<Population> population(CompiledModel model) {
        Optional<Node> node = root.value("population");
        if (node.isEmpty()) {
            root.lacks(
                    "a cohort needs 'population': " + String.join(", ", populations.names())
                            + ", a file of your own, or a mapping",
                    "population");
            return Optional.empty();
        }
        List<YamlMap> layers = new ArrayList<>();
        Optional<YamlMap> own =
                node.filter(MappingNode.class::isInstance).flatMap(n -> YamlMap.asMap(n, "'population'", findings));
        if (own.filter(o -> o.isMistyped("of")).isPresent()) {
            return Optional.empty();
        }
        own.ifPresent(layers::add);
        Optional<String> name = own.isPresent() ? own.get().text("of") : root.text("population");
        Optional<Node> place = own.flatMap(m -> m.value("of")).or(() -> node);
        if (name.filter(TableRow::isTable).isPresent() && own.isEmpty()) {
            Path table = folder.resolve(name.get()).normalize();
            sources.add(new YamlSource(
                    name.get(),
                    TableRow.read(table, name.get()).stream()
                            .map(TableRow::cells)
                            .toList()
                            .toString()));
            return Optional.of(ListedPatients.read(table, model.model(), library.genetics()));
        }
        if (name.filter(TableRow::isTable).isPresent()) {
            own.ifPresent(
                    o -> o.flaw("of", "a table of patients stands alone: write 'population: " + name.get() + "'"));
            return Optional.empty();
        }
        name.flatMap(n -> YamlMap.parse(place.orElseThrow(), n, t -> populations.find(t, folder), findings))
                .ifPresent(source -> {
                    sources.add(source);
                    layers.add(new YamlMap(source.root(findings), "a population", findings));
                });
        if (layers.isEmpty() || (name.isPresent() && layers.size() < (own.isPresent() ? 2 : 1))) {
            return Optional.empty();
        }
        Optional<Population> population =
                new PopulationReader(layers, populations, library.genetics(), model.model()).read();
        layers.forEach(YamlMap::done);
        return population;
    }

    private List<CohortArm> arms(CompiledModel model, Population population, Optional<ParameterSet> set) {
        List<CohortArm> arms = new ArrayList<>();
        List<Phenotypes> phenotypes = population.genotypes().stream()
                .map(GenotypeMix.Entry::genotype)
                .map(g -> g.phenotypes())
                .distinct()
                .toList();
        DiseaseContext context = set.filter(s -> s.id().equals(LEUKAEMIA)).isPresent()
                ? DiseaseContext.MALIGNANT
                : DiseaseContext.NON_MALIGNANT;
        root.require("arms");
        root.map("arms", "'arms'").ifPresent(section -> {
            for (String name : section.keys()) {
                section.value(name).ifPresent(node -> {
                    Map<Phenotypes, Regimen> regimens = new LinkedHashMap<>();
                    for (Phenotypes p : phenotypes) {
                        Recipient recipient = new Recipient(
                                Recipient.anyone(),
                                Map.of(Gene.TPMT, p.tpmt(), Gene.NUDT15, p.nudt15()),
                                context,
                                1,
                                library.genetics(),
                                Recipient.Weight.ANY);
                        new CohortArmReader(name, model.model(), findings)
                                .read(node, p, recipient)
                                .ifPresent(r -> regimens.put(p, r));
                    }
                    arms.add(new CohortArm(name, regimens));
                });
            }
            if (section.keys().isEmpty()) {
                section.flaw("at least one arm is needed");
            }
        });
        return arms;
    }

    private CohortOutputs outputs(CompiledModel model, double horizon) {
        OutputsSection section = new OutputsSection(root, List.of(model.model()), horizon, CohortMetric.ofDays());
        Scenario.Outputs read = section.read();
        List<CohortMetric> metrics = new ArrayList<>();
        List<CohortOutputs.Shown> shown = new ArrayList<>();
        TimeWindow whole = new TimeWindow(0, horizon);
        for (String id : read.observables()) {
            Optional<Observable> observable =
                    Optional.ofNullable(model.model().outputs().observables().get(id));
            if (observable.isEmpty()) {
                root.flaw("outputs", "a cohort keeps observables; '" + id + "' is the amount of a species");
                continue;
            }
            String unit = observable.get().unit().text();
            shown.add(new CohortOutputs.Shown(id, observable.get().title(), unit));
            Stream.concat(Stream.of(CohortMetric.TROUGH), CohortMetric.ofDays().stream())
                    .forEach(m -> metrics.add(new CohortMetric(id, m, whole, unit)));
        }
        section.daily().stream()
                .map(d -> new CohortMetric(d.observable(), d.metric(), d.window(), unit(model, d.observable())))
                .forEach(metrics::add);
        read.metrics().stream()
                .map(m -> new CohortMetric(
                        m.observable(), m.metric().id(), m.window(), m.metric().unit(unit(model, m.observable()))))
                .forEach(metrics::add);
        List<CohortMetric> once = metrics.stream().distinct().toList();
        metrics.clear();
        metrics.addAll(once);
        List<Target> targets = new TargetsReader(root, model.model(), horizon, metrics).read();
        for (CohortMetric metric : metrics) {
            if (shown.stream().noneMatch(s -> s.id().equals(metric.observable()))) {
                root.flaw(
                        "targets",
                        "a target is judged from the observables of 'outputs', which lack '" + metric.observable()
                                + "'");
            }
        }
        return new CohortOutputs(shown, read.hours(), metrics, targets);
    }

    private static String unit(CompiledModel model, String observable) {
        return Optional.ofNullable(model.model().outputs().observables().get(observable))
                .orElseThrow()
                .unit()
                .text();
    }

    private List<PublishedValue> published(List<CohortArm> arms, CohortOutputs outputs, Set<String> strata) {
        List<PublishedValue> published = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        arms.forEach(a -> names.put(a.name(), a.name()));
        Map<String, Target> targets = new LinkedHashMap<>();
        outputs.targets().forEach(t -> targets.put(t.id(), t));
        Map<String, String> observables = new LinkedHashMap<>();
        outputs.observables().stream().filter(o -> !o.isCellCount()).forEach(o -> observables.put(o.id(), o.id()));
        for (Node item : root.items("published")) {
            YamlMap.asMap(item, "a published figure", findings).ifPresent(map -> {
                Optional<String> what = map.required("what");
                String arm = map.choice("arm", names)
                        .orElse(arms.isEmpty() ? "" : arms.get(0).name());
                String stratum = map.textOr("stratum", Strata.ALL);
                if (!strata.contains(stratum)) {
                    map.flaw("stratum", "unknown stratum '" + stratum + "'" + YamlMap.suggestion(stratum, strata));
                }
                Optional<PublishedValue.Subject> subject = map.choice("target", targets)
                        .map(t -> (PublishedValue.Subject) new PublishedValue.Subject.Attained(t.id()))
                        .or(() -> map.choice("log-sd", observables).map(PublishedValue.Subject.LogSd::new));
                Optional<Double> value = map.required("value")
                        .flatMap(v -> map.quantity("value"))
                        .map(Quantity::canonical);
                String source = map.required("source").orElse("");
                map.done();
                if (subject.isEmpty()) {
                    map.flaw("a published figure names a 'target', or an observable as 'log-sd'");
                }
                what.ifPresent(w -> subject.ifPresent(s -> value.ifPresent(
                        v -> published.add(new PublishedValue(w, new Cell(arm, stratum), s, v, source)))));
            });
        }
        return published;
    }
}
