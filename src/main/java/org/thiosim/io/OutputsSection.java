package org.thiosim.io;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.cohort.CohortMetric;
import org.thiosim.model.Model;
import org.thiosim.model.Observable;
import org.thiosim.model.Species;
import org.thiosim.simulation.CommonUnits;
import org.thiosim.simulation.ExposureMetric;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** Reads the section {@code outputs} of a scenario. */
final class OutputsSection {
    private static final double SHORT = 3 * DAY;
    private static final double MEDIUM = 30 * DAY;
    private static final Set<String> FLUIDS = Set.of("plasma", "urine");
    private static final int MOST_SAMPLES = 200_000;

    private final YamlMap root;
    private final List<Model> models;
    private final double horizon;

    private final Set<String> daily;
    private final List<DailyRequest> asked = new ArrayList<>();

    OutputsSection(YamlMap root, List<Model> models, double horizon) {
        this(root, models, horizon, List.of());
    }

    /** @param daily names of the metrics from daily values, which a cohort has beside the others */
    OutputsSection(YamlMap root, List<Model> models, double horizon, List<String> daily) {
        this.root = root;
        this.models = List.copyOf(models);
        this.horizon = horizon;
        this.daily = Set.copyOf(daily);
    }

    /** A metric from daily values that is asked for. */
    record DailyRequest(String observable, String metric, TimeWindow window) {}

    /** The metrics from daily values among what was read, in the order of the file. */
    List<DailyRequest> daily() {
        return List.copyOf(asked);
    }

    Scenario.Outputs read() {
        Optional<YamlMap> section = root.map("outputs", "'outputs'");
        List<String> observables = section.map(this::observables).orElse(List.of());
        if (observables.isEmpty()) {
            observables = Stream.of(false, true)
                    .flatMap(fluid -> models.stream()
                            .flatMap(m -> m.outputs().observables().values().stream()
                                    .filter(o -> isInFluid(m, o) == fluid)
                                    .map(Observable::id)))
                    .distinct()
                    .toList();
        }
        List<Double> hours = hours(section);
        List<Scenario.MetricRequest> metrics = section.map(this::metrics).orElse(List.of());
        section.ifPresent(YamlMap::done);
        return new Scenario.Outputs(observables, hours, metrics);
    }

    /** Levels in plasma and urine swing with each dose; without a choice they come last. */
    private static boolean isInFluid(Model model, Observable observable) {
        return observable.measure() instanceof Observable.Measure.Formula formula
                && formula.formula().symbols().stream()
                        .flatMap(s ->
                                Optional.ofNullable(model.network().species().get(s)).stream())
                        .anyMatch(s -> FLUIDS.contains(s.substance().matrix()));
    }

    private List<String> observables(YamlMap section) {
        List<String> found = new ArrayList<>();
        for (Node item : section.items("observables")) {
            if (item instanceof ScalarNode scalar) {
                String id = scalar.getValue().strip();
                if (isKnown(id)) {
                    found.add(id);
                    known().stream().filter(k -> CommonUnits.isVariant(k, id)).forEach(found::add);
                } else {
                    section.findings()
                            .add(
                                    item,
                                    "unknown observable '" + id + "'"
                                            + YamlMap.suggestion(
                                                    id, id.startsWith(Species.AMOUNT_OF) ? amounts() : known()));
                }
            } else {
                section.findings().add(item, "'observables' is a list of names");
            }
        }
        return found.stream().distinct().toList();
    }

    private Set<String> known() {
        Set<String> known = new TreeSet<>();
        models.forEach(m -> known.addAll(m.outputs().observables().keySet()));
        return known;
    }

    private Set<String> amounts() {
        return models.stream()
                .flatMap(m -> m.network().species().keySet().stream())
                .map(s -> Species.AMOUNT_OF + s)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isKnown(String id) {
        return known().contains(id) || amounts().contains(id);
    }

    private List<Double> hours(Optional<YamlMap> section) {
        Optional<Double> every = section.flatMap(s -> DoseRuleReader.hours(s, "every"));
        double step = every.orElse(horizon <= SHORT ? 0.25 : horizon <= MEDIUM ? 1.0 : 6.0);
        if (!(step > 0) || horizon / step > MOST_SAMPLES) {
            section.ifPresent(s -> s.flaw(
                    "every", "the time between samples is positive and gives at most " + MOST_SAMPLES + " samples"));
            return List.of();
        }
        TreeSet<Double> hours = new TreeSet<>();
        for (int k = 0; k * step < horizon * (1 - 1e-12); k++) {
            hours.add(k * step);
        }
        hours.add(horizon);
        section.ifPresent(s -> extra(s, hours));
        return List.copyOf(hours);
    }

    private void extra(YamlMap section, TreeSet<Double> hours) {
        for (Node item : section.items("at")) {
            if (!(item instanceof ScalarNode)) {
                section.findings().add(item, "'at' is a list of times, such as [10 d, 12 wk]");
            } else if (item instanceof ScalarNode scalar) {
                YamlMap.parse(item, scalar.getValue(), org.thiosim.units.Quantity::parse, section.findings())
                        .ifPresent(q -> {
                            boolean fits = q.dimension().equals(DoseRuleReader.TIME)
                                    && q.canonical() >= 0
                                    && q.canonical() <= horizon;
                            if (fits) {
                                hours.add(q.canonical());
                            } else {
                                section.findings()
                                        .add(item, "a sample time lies between 0 and the horizon, found " + q);
                            }
                        });
            }
        }
    }

    private List<Scenario.MetricRequest> metrics(YamlMap section) {
        Map<String, ExposureMetric> ids = new TreeMap<>();
        for (ExposureMetric metric : ExposureMetric.values()) {
            ids.put(metric.id(), metric);
        }
        List<Scenario.MetricRequest> requests = new ArrayList<>();
        for (Node item : section.items("metrics")) {
            YamlMap.asMap(item, "a metric", section.findings()).ifPresent(map -> {
                Optional<String> wanted = map.required("metric").filter(daily::contains);
                Optional<ExposureMetric> metric = wanted.isPresent() ? Optional.empty() : metric(map, ids);
                Optional<String> observable = map.required("observable").filter(o -> {
                    boolean fits = known().contains(o);
                    if (!fits) {
                        map.flaw("observable", "unknown observable '" + o + "'" + YamlMap.suggestion(o, known()));
                    }
                    return fits;
                });
                Optional<TimeWindow> window = window(map);
                map.done();
                wanted.ifPresent(m ->
                        observable.ifPresent(o -> window.ifPresent(w -> asked.add(new DailyRequest(o, m, w)))));
                metric.ifPresent(m -> observable.ifPresent(
                        o -> window.ifPresent(w -> requests.add(new Scenario.MetricRequest(o, m, w)))));
            });
        }
        return requests;
    }

    private Optional<ExposureMetric> metric(YamlMap map, Map<String, ExposureMetric> ids) {
        Optional<String> ofCohorts = map.text("metric")
                .filter(m -> daily.isEmpty() && CohortMetric.ofDays().contains(m));
        if (ofCohorts.isPresent()) {
            String near = ofCohorts.get().replace(CohortMetric.DAILY, "");
            map.flaw(
                    "metric",
                    "'" + ofCohorts.get()
                            + "' is made from one value a day and for cohorts ('thiosim cohort'); one patient's"
                            + " run has '" + (near.equals("mean") ? "average" : "c" + near)
                            + "' of the continuous solution");
            return Optional.empty();
        }
        Map<String, Optional<ExposureMetric>> all = new TreeMap<>();
        ids.forEach((id, metric) -> all.put(id, Optional.of(metric)));
        daily.forEach(id -> all.put(id, Optional.empty()));
        return map.choice("metric", all).flatMap(m -> m);
    }

    private Optional<TimeWindow> window(YamlMap map) {
        double from = DoseRuleReader.hours(map, "from").orElse(0.0);
        double to = DoseRuleReader.hours(map, "to").orElse(horizon);
        if (from >= to || to > horizon) {
            map.flaw("a metric's window starts before it ends and lies within the horizon of "
                    + Numbers.format(horizon, 6) + " h");
            return Optional.empty();
        }
        return Optional.of(new TimeWindow(from, to));
    }
}
