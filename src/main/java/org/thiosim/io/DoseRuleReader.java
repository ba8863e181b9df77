package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.dosing.Regimen;
import org.thiosim.io.DoseReader.Prescribed;
import org.thiosim.io.RegimenReader.Placed;
import org.thiosim.io.ScheduleReader.Schedule;
import org.thiosim.model.Drug;
import org.thiosim.model.Model;
import org.thiosim.units.Dimension;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/** Reads one item of a regimen, which may hold several dose steps. */
final class DoseRuleReader {
    static final Dimension TIME = Unit.parse("h").dimension();
    private static final double SLACK = 1e-9;

    private static final List<String> KEYS = List.of(
            "dose",
            "steps",
            "taper",
            "loading",
            "round-to",
            "at",
            "every",
            "times",
            "days",
            "from",
            "until",
            "except",
            "missed",
            "adherence");

    private final YamlMap map;
    private final Model model;
    private final Recipient recipient;
    private final Optional<Regimen> normal;

    /** Reads an item that stands alone. */
    DoseRuleReader(YamlMap map, Model model, Recipient recipient) {
        this(map, model, recipient, Optional.of(new Regimen(List.of())));
    }

    /** @param normal what the arm takes if no gene is reduced; empty where that itself is read */
    DoseRuleReader(YamlMap map, Model model, Recipient recipient, Optional<Regimen> normal) {
        this.map = map;
        this.model = model;
        this.recipient = recipient;
        this.normal = normal;
    }

    /** A dose, when it is taken and where the file says so. */
    record Step(Prescribed dose, DoseTimes times, Node place) {}

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
        OptionalDouble over = over(route);
        List<Placed> placed = new ArrayList<>();
        if (drug.isPresent()) {
            DoseReader doses = new DoseReader(drug.get(), form, model, recipient, normal);
            DoseModifiers modifiers =
                    new DoseModifiers(map, recipient.seed(), drug.get().id());
            for (Step step : modifiers.apply(steps(doses))) {
                Prescribed dose = ScheduleReader.counted(map)
                        .map(n -> step.dose.with(drug.get().id() + " is given " + n))
                        .orElse(step.dose);
                DoseRule rule = new DoseRule(drug.get().id(), route, form, dose.dose(), step.times, over, dose.notes());
                placed.add(new Placed(rule, map.node(), step.place, adds));
            }
        } else {
            KEYS.forEach(map::value);
        }
        map.done();
        return placed;
    }

    private Optional<Drug> drug(String name) {
        Map<String, Drug> drugs = model.inputs().drugs();
        if (!drugs.containsKey(name)) {
            map.flaw("drug", "unknown drug '" + name + "'" + DrugNames.suggestion(name, drugs.keySet()));
        }
        return Optional.ofNullable(drugs.get(name));
    }

    private OptionalDouble over(String route) {
        Optional<Double> over = hours(map, "over");
        if (over.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!route.equals("iv")) {
            map.flaw("over", "only a dose with 'route: iv' is infused");
        } else if (!(over.get() > 0)) {
            map.flaw("over", "an infusion lasts longer than 0 h; leave 'over' out for a bolus");
        } else {
            return OptionalDouble.of(over.get());
        }
        return OptionalDouble.empty();
    }

    private List<Step> steps(DoseReader doses) {
        Optional<Quantity> tablet = DoseReader.tablet(map);
        List.of("dose", "steps", "taper", "loading", "at").forEach(map::value);
        map.refuseEmpty("at", "steps");
        List<String> ways =
                List.of("dose", "steps", "taper").stream().filter(map::has).toList();
        if (ways.size() > 1) {
            map.flaw(ways.get(0), "'" + String.join("' and '", ways) + "' exclude each other");
        }
        if (map.has("steps")) {
            return new DoseSteps(map, doses, tablet).titration();
        }
        if (map.has("taper")) {
            return new DoseSteps(map, doses, tablet).taper();
        }
        map.require("dose");
        Optional<Timing> timing = timing();
        Optional<DoseTimes> times = timing.map(Timing::times);
        Optional<Prescribed> dose = map.has("dose") ? doses.read(map, "dose", tablet, times) : Optional.empty();
        Optional<Prescribed> loading = map.has("loading")
                ? doses.read(map, "loading", tablet, times.map(DoseRuleReader::first))
                : Optional.empty();
        if (dose.isEmpty() || timing.isEmpty()) {
            return List.of();
        }
        DoseTimes own = dose.get().thriceWeekly()
                ? timing.get().thriceWeekly()
                : timing.get().times();
        return loading.isPresent() ? loaded(dose.get(), loading.get(), own) : List.of(step(dose.get(), own));
    }

    /**
     * When a dose is taken.
     *
     * @param thriceWeekly when it is taken where a guideline wants it three times a week
     */
    private record Timing(DoseTimes times, DoseTimes thriceWeekly) {}

    /** The first dose alone; all times where there is none. */
    private static DoseTimes first(DoseTimes times) {
        List<Double> first = beginning(times);
        return first.isEmpty() ? times : new DoseTimes.Listed(first.subList(0, 1));
    }

    private static List<Double> beginning(DoseTimes times) {
        return times.cycle().isPresent()
                ? times.within(times.from() + 2 * (1 + SLACK) * times.cycle().getAsDouble())
                : times.within(Double.POSITIVE_INFINITY);
    }

    private Step step(Prescribed dose, DoseTimes times) {
        return new Step(dose, times, map.node());
    }

    /** The first dose is another one. */
    private List<Step> loaded(Prescribed dose, Prescribed loading, DoseTimes times) {
        List<Double> first = beginning(times);
        if (first.isEmpty()) {
            return List.of(step(dose, times));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(step(loading, new DoseTimes.Listed(first.subList(0, 1))));
        if (first.size() > 1) {
            double next = first.get(1);
            if (times instanceof DoseTimes.Repeated r && next < r.until()) {
                steps.add(step(dose, new DoseTimes.Repeated(r.interval(), next, r.until())));
            } else if (times instanceof DoseTimes.Cyclic c && next < c.until()) {
                steps.add(step(dose, new DoseTimes.Cyclic(c.period(), c.offsets(), next, c.until(), c.words())));
            } else {
                steps.add(step(dose, new DoseTimes.Listed(first.subList(1, first.size()))));
            }
        }
        return steps;
    }

    private Optional<Timing> timing() {
        Optional<Double> from = hours(map, "from");
        Optional<Double> until = hours(map, "until");
        if (map.has("at")) {
            if (ScheduleReader.isStated(map)) {
                map.flaw("at", "'at' lists single doses; 'every', 'times' and 'days' repeat them: use one of the two");
            }
            List.of("from", "until").stream()
                    .filter(map::has)
                    .forEach(k -> map.flaw(
                            k,
                            "'" + k + "' goes with doses that repeat; leave it out and list under 'at' the doses that"
                                    + " are taken"));
            return listed().map(t -> new Timing(t, t));
        }
        Optional<Schedule> schedule = ScheduleReader.read(map);
        if (!ScheduleReader.isStated(map)) {
            map.lacks(
                    "a dose needs 'every' (for example 1 d), 'times', 'days', or 'at' for single doses",
                    "every",
                    "times",
                    "days",
                    "at");
        }
        double start = from.orElse(0.0);
        double end = until.orElse(Double.POSITIVE_INFINITY);
        if (end <= start) {
            map.flaw("until", "'until' must be later than 'from' (" + text(start) + ")");
            return Optional.empty();
        }
        if (until.isPresent() && schedule.filter(s -> s.count().isPresent()).isPresent()) {
            map.flaw("until", "a number of 'times' already says when the doses end; leave 'until' out");
        }
        return schedule.map(s -> new Timing(s.times(start, end), s.thriceWeekly(start, end)));
    }

    private Optional<DoseTimes> listed() {
        List<Double> times = new ArrayList<>();
        map.items("at").forEach(item -> ScheduleReader.time(map, item).ifPresent(times::add));
        return times.isEmpty() ? Optional.empty() : Optional.of(new DoseTimes.Listed(times));
    }

    static String text(double hours) {
        return Numbers.format(hours, 6) + " h";
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
