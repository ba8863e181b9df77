package org.thiosim.io;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.dosing.Adherence;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.dosing.Interrupted;
import org.thiosim.dosing.Interrupted.Break;
import org.thiosim.dosing.MissedDoses;
import org.thiosim.io.DoseRuleReader.Step;
import org.thiosim.units.Quantity;

/** Reads what takes doses away from a rule: {@code except} for breaks, {@code missed} and {@code adherence}. */
final class DoseModifiers {
    private static final double NEAR = 1e-6;
    private static final double MONTH = 30 * DAY;

    private final YamlMap map;
    private final long seed;
    private final String drug;

    DoseModifiers(YamlMap map, long seed, String drug) {
        this.map = map;
        this.seed = seed;
        this.drug = drug;
    }

    List<Step> apply(List<Step> steps) {
        List<Break> breaks = breaks();
        List<Double> missed = missed(steps);
        Optional<Double> adherence = adherence();
        List<Step> changed = new ArrayList<>();
        for (Step step : steps) {
            DoseTimes times = step.times();
            if (!breaks.isEmpty()) {
                times = new Interrupted(times, breaks);
            }
            List<Double> own =
                    missed.stream().filter(m -> isDue(step.times(), m)).toList();
            if (!own.isEmpty()) {
                times = new MissedDoses(times, own);
            }
            if (adherence.isPresent()) {
                times = new Adherence(times, adherence.get(), Adherence.stream(seed, 0, drug));
            }
            changed.add(new Step(step.dose(), times, step.place()));
        }
        return changed;
    }

    private List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        for (Node item : map.items("except")) {
            YamlMap.asMap(item, "a break", map.findings()).ifPresent(b -> {
                b.required("from");
                b.required("until");
                Optional<Double> from = DoseRuleReader.hours(b, "from");
                Optional<Double> until = DoseRuleReader.hours(b, "until");
                b.done();
                from.ifPresent(f -> until.ifPresent(u -> YamlMap.parse(item, "", t -> new Break(f, u), map.findings())
                        .ifPresent(breaks::add)));
            });
        }
        return breaks;
    }

    private List<Double> missed(List<Step> steps) {
        List<Double> missed = new ArrayList<>();
        for (Node item : map.items("missed")) {
            ScheduleReader.time(map, item).ifPresent(time -> {
                if (!steps.isEmpty() && steps.stream().noneMatch(s -> isDue(s.times(), time))) {
                    map.findings()
                            .add(item, "no " + drug + " is due at " + DoseRuleReader.text(time) + nearest(steps, time));
                }
                missed.add(time);
            });
        }
        return missed;
    }

    private static boolean isDue(DoseTimes times, double time) {
        return times.from() <= time + NEAR && times.within(time + 1).stream().anyMatch(t -> Math.abs(t - time) < NEAR);
    }

    private static String nearest(List<Step> steps, double time) {
        TreeSet<Double> due = new TreeSet<>();
        steps.stream()
                .map(Step::times)
                .filter(t -> (time + MONTH) * t.perDay() / DAY < ScheduleReader.MOST_DOSES)
                .forEach(t -> due.addAll(t.within(time + MONTH)));
        Optional<Double> before = Optional.ofNullable(due.floor(time));
        Optional<Double> after = Optional.ofNullable(due.ceiling(time));
        return before.map(t -> "; the dose before is at " + DoseRuleReader.text(t))
                        .orElse("")
                + after.map(t -> "; the next is at " + DoseRuleReader.text(t)).orElse("");
    }

    private Optional<Double> adherence() {
        return map.quantity("adherence").map(Quantity::canonical).filter(p -> {
            boolean fits = map.quantity("adherence").orElseThrow().dimension().isNone() && p >= 0 && p <= 1;
            if (!fits) {
                map.flaw("adherence", "adherence is the share of doses taken, from 0 % to 100 %");
            }
            return fits;
        });
    }
}
