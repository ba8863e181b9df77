package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.io.DoseReader.Prescribed;
import org.thiosim.io.DoseRuleReader.Step;
import org.thiosim.io.ScheduleReader.Schedule;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;

/** Reads doses that change in steps: {@code steps} for a titration, {@code taper} for equal steps up or down. */
final class DoseSteps {
    private static final int MOST_STEPS = 200;
    private static final int DIGITS = 4;
    private static final double SLACK = 1e-9;

    private final YamlMap map;
    private final DoseReader doses;
    private final Optional<Quantity> tablet;

    DoseSteps(YamlMap map, DoseReader doses, Optional<Quantity> tablet) {
        this.map = map;
        this.doses = doses;
        this.tablet = tablet;
    }

    /** Steps that each last until the next one starts. */
    List<Step> titration() {
        Optional<Schedule> shared = ScheduleReader.read(map);
        refuseNumber(shared, "steps", "state it in the step that it ends");
        List<YamlMap> items = new ArrayList<>();
        map.items("steps")
                .forEach(n -> YamlMap.asMap(n, "a dose step", map.findings()).ifPresent(items::add));
        Optional<Double> start = DoseRuleReader.hours(map, "from");
        Optional<Double> end = DoseRuleReader.hours(map, "until");
        List<Step> steps = new ArrayList<>();
        double earliest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < items.size(); i++) {
            YamlMap item = items.get(i);
            double from = DoseRuleReader.hours(item, "from").or(() -> start).orElse(0.0);
            if (from <= earliest) {
                item.flaw(
                        "from",
                        "steps are in order of time and do not overlap; this one starts at "
                                + DoseRuleReader.text(from)
                                + ", the one before at " + DoseRuleReader.text(earliest));
            }
            double next = i + 1 < items.size()
                    ? DoseRuleReader.hours(items.get(i + 1), "from").orElse(Double.POSITIVE_INFINITY)
                    : end.orElse(Double.POSITIVE_INFINITY);
            step(item, shared, from, next).ifPresent(steps::add);
            earliest = from;
        }
        return steps;
    }

    /** A number of times is of one dose, and here are several. */
    private void refuseNumber(Optional<Schedule> schedule, String key, String remedy) {
        if (schedule.filter(s -> s.count().isPresent()).isPresent()) {
            map.flaw("times", "a number of 'times' beside '" + key + "' does not say of which dose; " + remedy);
        }
    }

    private Optional<Step> step(YamlMap item, Optional<Schedule> shared, double from, double next) {
        double until = DoseRuleReader.hours(item, "until").orElse(next);
        if (until > next) {
            item.flaw("until", "this step overlaps with the next one, which starts at " + DoseRuleReader.text(next));
        }
        item.require("dose");
        Optional<Schedule> schedule = ScheduleReader.isStated(item) ? ScheduleReader.read(item) : shared;
        if (!ScheduleReader.isStated(item) && !ScheduleReader.isStated(map)) {
            item.lacks("a dose step needs 'every', here or beside 'steps'", "every");
        }
        boolean lasts = until > from;
        Optional<DoseTimes> times = schedule.filter(s -> lasts).map(s -> s.times(from, until));
        Optional<Prescribed> dose = item.has("dose") ? doses.read(item, "dose", tablet, times) : Optional.empty();
        item.done();
        return dose.flatMap(d -> times.map(t ->
                new Step(d, d.thriceWeekly() ? schedule.orElseThrow().thriceWeekly(from, until) : t, item.node())));
    }

    /** {@code taper: {from: 150 mg, to: 50 mg, by: 25 mg, every: 2 wk}}: the last dose goes on until the rule ends. */
    List<Step> taper() {
        Optional<Schedule> schedule = ScheduleReader.read(map);
        refuseNumber(schedule, "taper", "end the last dose with 'until'");
        if (!ScheduleReader.isStated(map)) {
            map.lacks(
                    "a dose needs 'every' (for example 1 d), 'times' or 'days' beside 'taper'",
                    "every",
                    "times",
                    "days");
        }
        double start = DoseRuleReader.hours(map, "from").orElse(0.0);
        double end = DoseRuleReader.hours(map, "until").orElse(Double.POSITIVE_INFINITY);
        Optional<YamlMap> taper = map.map("taper", "'taper'");
        if (taper.isEmpty() || schedule.isEmpty()) {
            return List.of();
        }
        List<Quantity> quantities = quantities(taper.get());
        Optional<Double> length =
                taper.get().required("every").flatMap(t -> DoseRuleReader.hours(taper.get(), "every"));
        taper.get().done();
        if (length.filter(l -> l > 0).isEmpty()) {
            taper.get().flaw("every", "'every' of a taper says how long each dose is kept, for example 2 wk");
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        Optional<String> uneven = uneven(taper.get(), quantities);
        for (int k = 0; k < quantities.size(); k++) {
            double from = start + k * length.get();
            double until = k + 1 < quantities.size() ? Math.min(start + (k + 1) * length.get(), end) : end;
            Quantity quantity = quantities.get(k);
            if (until > from && quantity.value() > 0) {
                doses.read(taper.get(), quantity, tablet)
                        .map(d -> uneven.map(d::with).orElse(d))
                        .ifPresent(d -> steps.add(new Step(d, schedule.get().times(from, until), map.node())));
            }
        }
        return steps;
    }

    /** Says so where the last step of a taper is smaller than the others. */
    private static Optional<String> uneven(YamlMap taper, List<Quantity> quantities) {
        int last = quantities.size() - 1;
        if (last < 1) {
            return Optional.empty();
        }
        Quantity end = quantities.get(last);
        double size = Math.abs(end.canonical() - quantities.get(last - 1).canonical());
        return taper.quantity("by")
                .filter(by -> size < by.canonical() * (1 - SLACK))
                .map(by -> "the last step of the taper to " + end + " is "
                        + Numbers.format(end.unit().fromCanonical(size), DIGITS) + " "
                        + end.unit().text() + ", smaller than the others of " + by);
    }

    private List<Quantity> quantities(YamlMap taper) {
        Optional<Quantity> from = quantity(taper, "from");
        Optional<Quantity> to = quantity(taper, "to");
        Optional<Quantity> by = quantity(taper, "by");
        if (from.isEmpty() || to.isEmpty() || by.isEmpty()) {
            return List.of();
        }
        double first = from.get().canonical();
        double change = to.get().canonical() - first;
        double step = by.get().canonical();
        boolean alike = from.get().dimension().equals(to.get().dimension())
                && from.get().dimension().equals(by.get().dimension());
        double exact = Math.abs(change) / step;
        if (!alike || !(step > 0) || exact > MOST_STEPS) {
            taper.flaw(
                    "by",
                    "'from', 'to' and 'by' of a taper are doses of one kind, 'by' is above 0 and makes at most "
                            + MOST_STEPS + " steps");
            return List.of();
        }
        List<Quantity> quantities = new ArrayList<>();
        long whole = (long) Math.ceil(exact - 1e-9);
        for (long k = 0; k < whole; k++) {
            double canonical = first + Math.signum(change) * k * step;
            quantities.add(new Quantity(
                    from.get().unit().fromCanonical(canonical), from.get().unit()));
        }
        quantities.add(to.get());
        return quantities;
    }

    private static Optional<Quantity> quantity(YamlMap taper, String key) {
        return taper.required(key)
                .flatMap(t -> taper.quantity(key))
                .filter(q -> YamlMap.parse(taper.value(key).orElse(taper.node()), "", t -> Dose.of(q), taper.findings())
                        .isPresent());
    }
}
