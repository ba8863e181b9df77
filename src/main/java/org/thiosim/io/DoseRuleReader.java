package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.io.RegimenReader.Placed;
import org.thiosim.model.Drug;
import org.thiosim.model.Model;
import org.thiosim.units.Dimension;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/** Reads one item of a regimen, which may hold several dose steps. */
final class DoseRuleReader {
    static final Dimension TIME = Unit.parse("h").dimension();

    private final YamlMap map;
    private final Model model;
    private final BodySize size;

    DoseRuleReader(YamlMap map, Model model, BodySize size) {
        this.map = map;
        this.model = model;
        this.size = size;
    }

    List<Placed> read() {
        Optional<Drug> drug = map.required("drug").flatMap(this::drug);
        String route = map.textOr("route", "oral");
        drug.filter(d -> !d.routes().isEmpty() && !d.routes().containsKey(route))
                .ifPresent(d -> map.flaw(
                        "route",
                        d.id() + " cannot be given by the route '" + route + "'"
                                + YamlMap.suggestion(route, d.routes().keySet())));
        Optional<String> form = map.text("form");
        drug.filter(d -> form.isPresent() && !d.forms().containsKey(form.get()))
                .ifPresent(d -> map.flaw(
                        "form",
                        "unknown form '" + form.orElse("") + "' of " + d.id()
                                + YamlMap.suggestion(form.orElse(""), d.forms().keySet())));
        boolean adds = map.flag("adds");
        map.value("assumed");
        List<Placed> placed = new ArrayList<>();
        for (Step step : steps()) {
            drug.ifPresent(d -> placed.add(new Placed(
                    new DoseRule(d.id(), route, form, step.dose, step.times), map.node(), step.place, adds)));
        }
        map.done();
        return placed;
    }

    private Optional<Drug> drug(String name) {
        Map<String, Drug> drugs = model.inputs().drugs();
        if (!drugs.containsKey(name)) {
            map.flaw("drug", "unknown drug '" + name + "'" + YamlMap.suggestion(name, drugs.keySet()));
        }
        return Optional.ofNullable(drugs.get(name));
    }

    private record Step(Dose dose, DoseTimes times, Node place) {}

    private List<Step> steps() {
        Optional<Double> interval = interval(map);
        if (!map.has("steps")) {
            Optional<Dose> dose = map.required("dose").flatMap(t -> dose(map));
            Optional<DoseTimes> times = times(map, interval);
            return dose.flatMap(d -> times.map(t -> List.of(new Step(d, t, map.node()))))
                    .orElse(List.of());
        }
        if (map.has("dose")) {
            map.flaw("dose", "'dose' and 'steps' exclude each other");
        }
        return titration(interval);
    }

    /** Steps that each last until the next one starts. */
    private List<Step> titration(Optional<Double> interval) {
        List<YamlMap> items = new ArrayList<>();
        map.items("steps")
                .forEach(n -> YamlMap.asMap(n, "a dose step", map.findings()).ifPresent(items::add));
        Optional<Double> end = hours(map, "until");
        List<Step> steps = new ArrayList<>();
        double earliest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < items.size(); i++) {
            YamlMap item = items.get(i);
            double from = hours(item, "from").or(() -> hours(map, "from")).orElse(0.0);
            if (from <= earliest) {
                item.flaw(
                        "from",
                        "steps are in order of time and do not overlap; this one starts at " + hours(from)
                                + ", the one before at " + hours(earliest));
            }
            double next = i + 1 < items.size()
                    ? hours(items.get(i + 1), "from").orElse(Double.POSITIVE_INFINITY)
                    : end.orElse(Double.POSITIVE_INFINITY);
            double until = hours(item, "until").orElse(next);
            if (until > next) {
                item.flaw("until", "this step overlaps with the next one, which starts at " + hours(next));
            }
            Optional<Dose> dose = item.required("dose").flatMap(t -> dose(item));
            Optional<Double> every = interval(item).or(() -> interval);
            if (every.isEmpty()) {
                item.flaw("a dose step needs 'every', here or beside 'steps'");
            }
            Optional<DoseTimes> times = every.filter(e -> until > from)
                    .flatMap(e -> YamlMap.parse(
                            item.node(), "", t -> new DoseTimes.Repeated(e, from, until), map.findings()));
            dose.ifPresent(d -> times.ifPresent(t -> steps.add(new Step(d, t, item.node()))));
            earliest = from;
            item.done();
        }
        return steps;
    }

    private Optional<Dose> dose(YamlMap place) {
        return place.quantity("dose").flatMap(q -> {
            Optional<Dose> dose =
                    YamlMap.parse(place.value("dose").orElse(place.node()), "", t -> Dose.of(q), map.findings());
            dose.ifPresent(d -> {
                if (d.basis() == Dose.Basis.PER_SURFACE && size.bsa().isEmpty()) {
                    place.flaw("dose", "a dose of " + q + " needs the patient's 'bsa' or 'height'");
                }
            });
            return dose.filter(
                    d -> d.basis() != Dose.Basis.PER_SURFACE || size.bsa().isPresent());
        });
    }

    private Optional<Double> interval(YamlMap place) {
        Optional<Double> hours = hours(place, "every");
        if (hours.filter(h -> h <= 0).isPresent()) {
            place.flaw("every", "the time between doses is positive");
            return Optional.empty();
        }
        return hours;
    }

    private Optional<DoseTimes> times(YamlMap place, Optional<Double> interval) {
        Optional<Double> from = hours(place, "from");
        Optional<Double> until = hours(place, "until");
        if (place.has("at")) {
            return listed(place);
        }
        if (interval.isEmpty()) {
            if (!place.has("every")) {
                place.flaw("a dose needs 'every' (for example 1 d), or 'at' for single doses");
            }
            return Optional.empty();
        }
        double start = from.orElse(0.0);
        double end = until.orElse(Double.POSITIVE_INFINITY);
        if (end <= start) {
            place.flaw("until", "'until' must be later than 'from' (" + hours(start) + ")");
            return Optional.empty();
        }
        return Optional.of(new DoseTimes.Repeated(interval.get(), start, end));
    }

    private Optional<DoseTimes> listed(YamlMap place) {
        List<Double> times = new ArrayList<>();
        for (Node item : place.items("at")) {
            if (item instanceof ScalarNode scalar) {
                YamlMap.parse(item, scalar.getValue(), Quantity::parse, map.findings())
                        .ifPresent(q -> {
                            if (q.dimension().equals(TIME) && q.value() >= 0) {
                                times.add(q.canonical());
                            } else {
                                map.findings().add(item, "expected a time such as 24 h, found " + q);
                            }
                        });
            }
        }
        if (times.isEmpty()) {
            return Optional.empty();
        }
        return YamlMap.parse(place.node(), "", t -> new DoseTimes.Listed(times), map.findings());
    }

    private static String hours(double value) {
        return Numbers.format(value, 6) + " h";
    }

    /** A time of at least 0, in h; a bare 0 is a time too. */
    static Optional<Double> hours(YamlMap map, String key) {
        if (map.text(key).filter("0"::equals).isPresent()) {
            return Optional.of(0.0);
        }
        return ScenarioFile.time(map, key).flatMap(q -> {
            if (q.value() < 0) {
                map.flaw(key, "a time is at least 0, found " + q);
                return Optional.empty();
            }
            return Optional.of(q.canonical());
        });
    }
}
