package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.model.Model;
import org.thiosim.model.Observable;
import org.thiosim.qualification.Comparison;
import org.thiosim.qualification.Measurand;
import org.thiosim.qualification.Observation;
import org.thiosim.simulation.ExposureMetric;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * Reads one item of {@code observations}. Lists under {@code at}, {@code value}, {@code low} and {@code high} are a time
 * course, one observation for each.
 */
final class ObservationReader {
    private static final List<String> REMARKS = List.of("n", "source", "assay", "table", "figure");
    private static final List<String> OF_POPULATIONS =
            List.of("below", "above", "percentile", "quantile", "event", "stratum", "condition");
    private static final Pattern SPREAD = Pattern.compile(
            "((lower|upper|first|third|[0-9]+(st|nd|rd|th)?) )?(quartile|q1\\b|q3\\b|iqr|interquartile|percentile|quantile|incidence|proportion|prevalence|responder"
                    + "|sd\\b|sd-log|standard deviation|cv\\b|coefficient of variation|variance).*");

    private final YamlMap map;
    private final Setting setting;

    ObservationReader(YamlMap map, Setting setting) {
        this.map = map;
        this.setting = setting;
    }

    /**
     * What observations refer to.
     *
     * @param cohort whether every observation is of a sampled population
     */
    record Setting(Model model, List<String> arms, double horizon, boolean cohort) {}

    /** An observation, and its value before a ratio is formed with the level observed in the other arm. */
    record Read(YamlMap place, Observation observation, boolean quotient) {

        /** The observation with its final value; empty where the other arm's level is not in the file. */
        Optional<Observation> resolved(List<Read> all) {
            if (!quotient || !(observation.comparison() instanceof Comparison.RatioTo ratio)) {
                return Optional.of(observation);
            }
            Optional<Observation> reference = all.stream()
                    .map(Read::observation)
                    .filter(o -> o.arm().equals(ratio.arm())
                            && o.measurand().equals(ratio.reference())
                            && o.comparison() instanceof Comparison.Level)
                    .findFirst();
            if (reference.isEmpty()) {
                place.flaw(
                        "value",
                        "a level compared as a ratio is divided by the level observed in arm '" + ratio.arm()
                                + "', which this file does not give at that time; give it, or give the ratio as a plain number");
            }
            return reference.map(
                    r -> ObservedValue.dividedBy(observation, r.reported().value()));
        }
    }

    List<Read> read() {
        Optional<String> arm = map.required("arm").filter(this::isArm);
        Optional<String> name = map.required("observable");
        String statistic = map.textOr("statistic", "");
        String note = note();
        REMARKS.forEach(map::value);
        Optional<String> need = cohortNeed(statistic);
        List<Read> read = need.isPresent()
                ? arm.flatMap(a -> name.map(n -> ofPopulation(a, n, statistic, need.get(), note))).stream()
                        .toList()
                : points(arm, name.flatMap(this::observable), statistic, note);
        map.done();
        return read;
    }

    private boolean isArm(String arm) {
        boolean known = setting.arms().contains(arm);
        if (!known) {
            map.flaw("arm", "unknown arm '" + arm + "'" + YamlMap.suggestion(arm, new TreeSet<>(setting.arms())));
        }
        return known;
    }

    private Optional<String> observable(String name) {
        Optional<String> id = ObservableNames.find(setting.model(), name);
        if (id.isEmpty()) {
            map.flaw("observable", ObservableNames.unknown(setting.model(), name));
        }
        return id;
    }

    private String note() {
        List<String> parts = new ArrayList<>();
        map.text("note").ifPresent(parts::add);
        map.text("assumed").ifPresent(a -> parts.add("assumed: " + a));
        return String.join("; ", parts);
    }

    private Optional<String> cohortNeed(String statistic) {
        Optional<String> needs = map.choice("needs", Map.of("cohort", "the file says so"));
        Optional<String> sampled = map.choice("population", Map.of("sampled", "of a sampled population", "typical", ""))
                .filter(w -> !w.isEmpty());
        Optional<String> spread =
                SPREAD.matcher(statistic.toLowerCase(Locale.ROOT)).matches()
                        ? Optional.of("'" + statistic + "' is of a population")
                        : Optional.empty();
        Optional<String> whole = setting.cohort() ? Optional.of("the study says so") : Optional.empty();
        return needs.or(() -> sampled).or(() -> spread).or(() -> whole);
    }

    private Read ofPopulation(String arm, String name, String statistic, String why, String note) {
        OF_POPULATIONS.forEach(map::value);
        List.of("metric", "from", "to", "compare").forEach(map::value);
        double hour = map.has("at") ? DoseRuleReader.hours(map, "at").orElse(Double.NaN) : Double.NaN;
        String id = ObservableNames.find(setting.model(), name).orElse(name);
        Observation observation = new Observation(
                arm,
                new Measurand.Population(id, hour, limit("above", id), limit("below", id)),
                new Comparison.NeedsCohort(why),
                ObservedValue.asWritten(map, setting.model(), statistic),
                map.text("scale-group"),
                note);
        return new Read(map, observation, false);
    }

    /** A level in the unit of an observable; empty where the model has no such observable. */
    private OptionalDouble limit(String key, String observable) {
        Optional<Observable> known =
                Optional.ofNullable(setting.model().outputs().observables().get(observable));
        if (known.isEmpty() || !map.has(key)) {
            return OptionalDouble.empty();
        }
        Unit unit = known.get().unit();
        Optional<Quantity> level = map.quantity(key);
        if (level.filter(q -> !q.dimension().equals(unit.dimension())).isPresent()) {
            map.flaw(key, "'" + key + "' is in " + unit.text() + ", found " + level.get());
            return OptionalDouble.empty();
        }
        return level.map(q -> OptionalDouble.of(unit.fromCanonical(q.canonical())))
                .orElse(OptionalDouble.empty());
    }

    private List<Read> points(Optional<String> arm, Optional<String> observable, String statistic, String note) {
        List<Measurand> measurands = observable.map(this::measurands).orElse(List.of());
        Function<Measurand, Optional<Comparison>> comparisons = new ComparisonReader(map, setting).read();
        Optional<String> group = map.text("scale-group");
        ObservedValue values = new ObservedValue(map, setting.model(), statistic, measurands.size());
        List<Read> points = new ArrayList<>();
        for (int i = 0; i < measurands.size(); i++) {
            Measurand measurand = measurands.get(i);
            int point = i;
            comparisons
                    .apply(measurand)
                    .ifPresent(c -> values.read(point, measurand, c)
                            .ifPresent(v -> arm.ifPresent(a -> points.add(new Read(
                                    map, new Observation(a, measurand, c, v.reported(), group, note), v.quotient())))));
        }
        return points;
    }

    private List<Measurand> measurands(String observable) {
        Optional<String> metric =
                map.text("metric").map(m -> m.toLowerCase(Locale.ROOT).replace('_', '-'));
        boolean level = metric.isEmpty()
                || metric.get().equals("level")
                || (metric.get().equals("trough") && map.has("at"));
        if (!level) {
            return metric.flatMap(m -> exposure(observable, m)).stream().toList();
        }
        if (!map.has("at")) {
            map.lacks(
                    "an observation needs 'at' (for example 26 wk), or 'metric' with 'from' and 'to'", "at", "metric");
        }
        List<Measurand> levels = new ArrayList<>();
        map.items("at").forEach(n -> hour(n).ifPresent(h -> levels.add(new Measurand.Level(observable, h))));
        return levels;
    }

    private Optional<Double> hour(Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        Optional<Quantity> time = text.equals("0")
                ? Optional.of(Quantity.parse("0 h"))
                : YamlMap.parse(node, text, Quantity::parse, map.findings());
        return time.flatMap(q -> {
            if (q.dimension().equals(DoseRuleReader.TIME) && q.canonical() >= 0 && q.canonical() <= setting.horizon()) {
                return Optional.of(q.canonical());
            }
            map.findings()
                    .add(
                            node,
                            "an observation lies between 0 and the horizon of " + setting.horizon()
                                    + " h and has a unit, for example 26 wk; found " + q);
            return Optional.empty();
        });
    }

    private Optional<Measurand> exposure(String observable, String metric) {
        if (!ObservedQuantity.isMetric(metric)) {
            TreeSet<String> known = new TreeSet<>();
            for (ExposureMetric m : ExposureMetric.values()) {
                known.add(m.id());
            }
            map.flaw("metric", "unknown metric '" + metric + "'" + YamlMap.suggestion(metric, known));
            return Optional.empty();
        }
        if (!setting.model().outputs().observables().containsKey(observable)) {
            map.flaw("observable", "a metric needs an observable of the model, not '" + observable + "'");
            return Optional.empty();
        }
        return window(map, setting.horizon()).map(w -> new Measurand.Exposure(observable, metric, w));
    }

    /** The window from {@code from} to {@code to}; absent ends are 0 and the horizon. */
    static Optional<TimeWindow> window(YamlMap map, double horizon) {
        double from = DoseRuleReader.hours(map, "from").orElse(0.0);
        double to = DoseRuleReader.hours(map, "to").orElse(horizon);
        if (from >= to || to > horizon) {
            map.flaw("a metric's window starts before it ends and lies within the horizon of " + horizon + " h");
            return Optional.empty();
        }
        return Optional.of(new TimeWindow(from, to));
    }
}
