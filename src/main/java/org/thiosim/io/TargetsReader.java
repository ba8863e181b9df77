package org.thiosim.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.cohort.CohortMetric;
import org.thiosim.cohort.Target;
import org.thiosim.cohort.Target.Limit;
import org.thiosim.model.Model;
import org.thiosim.model.Observable;
import org.thiosim.simulation.ExposureMetric;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Quantity;
import org.thiosim.units.Range;

/** Reads the section {@code targets} of a cohort scenario and gathers the metrics that they need. */
final class TargetsReader {
    private static final List<String> DAILY = Stream.concat(
                    CohortMetric.ofDays().stream(), Stream.of(CohortMetric.TROUGH))
            .toList();

    private final YamlMap root;
    private final Model model;
    private final double horizon;
    private final List<CohortMetric> metrics;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    /** Targets read so far, those with a mistake included. */
    private final Set<String> stated = new TreeSet<>();

    /** @param metrics receives what a target needs and nobody has asked for */
    TargetsReader(YamlMap root, Model model, double horizon, List<CohortMetric> metrics) {
        this.root = root;
        this.model = model;
        this.horizon = horizon;
        this.metrics = metrics;
    }

    List<Target> read() {
        root.map("targets", "'targets'").ifPresent(section -> {
            for (String id : section.keys()) {
                section.map(id, "target '" + id + "'").ifPresent(map -> {
                    String title = map.textOr("title", id);
                    map.value("all-of");
                    List<Limit> limits = map.has("all-of")
                            ? joined(map)
                            : limit(map, "all-of").stream().toList();
                    map.done();
                    stated.add(id);
                    if (!limits.isEmpty()) {
                        targets.put(id, new Target(id, title, limits));
                    }
                });
            }
        });
        return List.copyOf(targets.values());
    }

    /** Targets above by name, and limits stated on the spot. */
    private List<Limit> joined(YamlMap map) {
        List<Limit> limits = new ArrayList<>();
        for (Node item : map.items("all-of")) {
            if (item instanceof ScalarNode scalar && targets.containsKey(scalar.getValue())) {
                limits.addAll(Optional.ofNullable(targets.get(scalar.getValue()))
                        .orElseThrow()
                        .limits());
            } else if (item instanceof ScalarNode scalar && !stated.contains(scalar.getValue())) {
                map.findings()
                        .add(
                                item,
                                "'" + scalar.getValue() + "' is not a target above this one"
                                        + YamlMap.suggestion(scalar.getValue(), stated));
            } else if (!(item instanceof ScalarNode)) {
                YamlMap.asMap(item, "a limit of 'all-of'", map.findings()).ifPresent(m -> {
                    limit(m).ifPresent(limits::add);
                    m.done();
                });
            }
        }
        return limits;
    }

    /** @param others keys that may stand instead of {@code observable} */
    private Optional<Limit> limit(YamlMap map, String... others) {
        List.of("below", "above", "within", "from", "to").forEach(map::value);
        map.requireOneOf("observable", others);
        Optional<Observable> observable = map.text("observable").flatMap(o -> known(map, o));
        String metric = map.textOr("metric", CohortMetric.TROUGH);
        if (!DAILY.contains(metric) && ExposureMetric.of(metric).isEmpty()) {
            TreeSet<String> all = new TreeSet<>(DAILY);
            for (ExposureMetric m : ExposureMetric.values()) {
                all.add(m.id());
            }
            map.flaw("metric", "unknown metric '" + metric + "'" + YamlMap.suggestion(metric, all));
            return Optional.empty();
        }
        Optional<TimeWindow> window = window(map);
        Optional<Range> range = observable.flatMap(o -> range(map, o, metric));
        return observable.flatMap(o ->
                window.flatMap(w -> range.map(r -> new Limit(place(o, metric, w), r.low(), r.high()))));
    }

    private Optional<Observable> known(YamlMap map, String id) {
        Map<String, Observable> all = model.outputs().observables();
        if (!all.containsKey(id)) {
            map.flaw(
                    "observable",
                    "unknown observable '" + id + "'" + YamlMap.suggestion(id, new TreeSet<>(all.keySet())));
        }
        return Optional.ofNullable(all.get(id));
    }

    private Optional<TimeWindow> window(YamlMap map) {
        double from = DoseRuleReader.hours(map, "from").orElse(0.0);
        double to = DoseRuleReader.hours(map, "to").orElse(horizon);
        if (from >= to || to > horizon) {
            map.flaw("a target's window starts before it ends and lies within the horizon");
            return Optional.empty();
        }
        return Optional.of(new TimeWindow(from, to));
    }

    /** {@code below}, {@code above} or {@code within}; the two bounds of {@code within} are included. */
    private static Optional<Range> range(YamlMap map, Observable observable, String metric) {
        boolean level = DAILY.contains(metric)
                || ExposureMetric.of(metric).orElseThrow().unit("1").equals("1");
        if (!level) {
            map.flaw("metric", "a target limits a level, and '" + metric + "' is not one");
            return Optional.empty();
        }
        Optional<Double> below = value(map, "below", observable);
        Optional<Double> above = value(map, "above", observable);
        if (map.has("within")) {
            List.of("below", "above").stream()
                    .filter(map::has)
                    .forEach(k ->
                            map.flaw(k, "'" + k + "' and 'within' exclude each other; 'within' holds both bounds"));
            List<Double> ends = new ArrayList<>();
            map.items("within")
                    .forEach(n -> YamlMap.parse(
                                    n,
                                    n instanceof ScalarNode scalar ? scalar.getValue() : "",
                                    Quantity::parse,
                                    map.findings())
                            .filter(q -> fits(map, "within", q, observable))
                            .ifPresent(q -> ends.add(observable.unit().fromCanonical(q.canonical()))));
            if (ends.size() == 2 && ends.get(0) <= ends.get(1)) {
                return Optional.of(new Range(ends.get(0), ends.get(1)));
            }
            map.flaw("within", "'within' holds two levels, the lower one first");
            return Optional.empty();
        }
        if (below.isEmpty() && above.isEmpty()) {
            map.lacks("a target needs 'below', 'above' or 'within'", "below", "above", "within");
            return Optional.empty();
        }
        return Optional.of(new Range(
                above.map(Math::nextUp).orElse(Double.NEGATIVE_INFINITY),
                below.map(Math::nextDown).orElse(Double.POSITIVE_INFINITY)));
    }

    private static Optional<Double> value(YamlMap map, String key, Observable observable) {
        return map.quantity(key)
                .filter(q -> fits(map, key, q, observable))
                .map(q -> observable.unit().fromCanonical(q.canonical()));
    }

    private static boolean fits(YamlMap map, String key, Quantity quantity, Observable observable) {
        boolean fits = quantity.dimension().equals(observable.unit().dimension());
        if (!fits) {
            map.flaw(key, "'" + key + "' is in " + observable.unit().text() + ", found " + quantity);
        }
        return fits;
    }

    private int place(Observable observable, String metric, TimeWindow window) {
        String unit = ExposureMetric.of(metric)
                .map(m -> m.unit(observable.unit().text()))
                .orElse(observable.unit().text());
        CohortMetric wanted = new CohortMetric(observable.id(), metric, window, unit);
        if (!metrics.contains(wanted)) {
            metrics.add(wanted);
        }
        return metrics.indexOf(wanted);
    }
}
