package org.thiosim.dosing;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.thiosim.random.RandomStream;

/** Everything that an arm takes: rules that may follow each other or run side by side. */
public record Regimen(List<DoseRule> rules) {
    private static final String HABIT = "habit:";

    public Regimen {
        rules = List.copyOf(rules);
    }

    public Set<String> drugs() {
        return rules.stream().map(DoseRule::drug).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How doses came about, for example by which guideline. */
    public List<String> notes() {
        return rules.stream().flatMap(r -> r.notes().stream()).distinct().toList();
    }

    /**
     * The regimen as one patient of a cohort takes it: which doses are missed depends on the seed, the patient, the drug
     * and the minute of the dose alone.
     *
     * @param adherence probability that a dose is taken, on top of what a rule itself says; 1 for every dose
     */
    public Regimen takenBy(long seed, long patient, double adherence) {
        List<DoseRule> taken = new ArrayList<>();
        for (DoseRule rule : rules) {
            DoseTimes own = rule.times().of(seed, patient);
            taken.add(rule.at(
                    adherence < 1
                            ? new Adherence(own, adherence, new RandomStream(seed, patient, HABIT + rule.drug()))
                            : own));
        }
        return new Regimen(taken);
    }

    /** This regimen with further rules beside it. */
    public Regimen with(List<DoseRule> more) {
        List<DoseRule> all = new ArrayList<>(rules);
        all.addAll(more);
        return new Regimen(all);
    }

    /** Doses before the horizon in order of time; at one time in order of the rules. */
    public List<DoseEvent> events(double horizon, BodySize size) {
        List<DoseEvent> events = new ArrayList<>();
        for (DoseRule rule : rules) {
            double mass = rule.dose().mass(size);
            for (double time : rule.times().within(horizon)) {
                events.add(new DoseEvent(time, rule.drug(), rule.route(), rule.form(), mass, rule.over()));
            }
        }
        events.sort(Comparator.comparingDouble(DoseEvent::time));
        return events;
    }

    /** Mass per day in kg of a drug at a time, by all rules that hold then. */
    public double dailyMass(String drug, double time, BodySize size) {
        return of(drug).stream()
                .mapToDouble(r -> r.dose().mass(size) * r.times().perDay(time))
                .sum();
    }

    /**
     * Mass in kg of a drug in the day that starts at a dose of it: the mean of rules that repeat within 24 h, of others
     * what falls into that day.
     */
    public double massWithinDay(String drug, double time, BodySize size) {
        return of(drug).stream()
                .mapToDouble(r -> r.dose().mass(size) * r.times().withinDay(time))
                .sum();
    }

    /**
     * The greatest mass per day in kg of a drug while one of its rules holds: where that is repeated, the mean of all
     * that is repeated with it; where it lists single doses, the drug of the 24 h from each of them.
     */
    public double greatestDailyMass(String drug, DoseTimes times, BodySize size) {
        if (times.cycle().isEmpty()) {
            return times.within(Double.POSITIVE_INFINITY).stream()
                    .mapToDouble(t -> of(drug).stream()
                            .mapToDouble(r -> r.dose().mass(size) * inDayFrom(t, r.times()))
                            .sum())
                    .max()
                    .orElse(0);
        }
        Regimen repeated = new Regimen(
                of(drug).stream().filter(r -> r.times().cycle().isPresent()).toList());
        return repeated.rules.stream()
                .flatMap(r -> r.times().borders().stream())
                .filter(t -> t >= times.from() && t < times.until())
                .mapToDouble(t -> repeated.dailyMass(drug, t, size))
                .max()
                .orElse(0);
    }

    /** Doses of a day that starts at a time; what is repeated counts by its mean for the part of the day in which it holds. */
    private static double inDayFrom(double time, DoseTimes times) {
        if (times.cycle().isEmpty()) {
            return times.perDay(time);
        }
        double hours = Math.min(time + DAY, times.until()) - Math.max(time, times.from());
        return times.perDay() * Math.max(0, hours) / DAY;
    }

    private List<DoseRule> of(String drug) {
        return rules.stream().filter(r -> r.drug().equals(drug)).toList();
    }

    /** The stretches of time in which the regimen does not change, from 0 to the horizon. */
    public List<Phase> phases(double horizon) {
        TreeSet<Double> borders = new TreeSet<>(Set.of(0.0, horizon));
        rules.forEach(r -> borders.addAll(r.times().borders()));
        List<Double> inside =
                borders.stream().filter(b -> b >= 0 && b <= horizon).toList();
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i + 1 < inside.size(); i++) {
            double from = inside.get(i);
            double to = inside.get(i + 1);
            List<DoseRule> active =
                    rules.stream().filter(r -> r.times().holdsWithin(from, to)).toList();
            phases.add(new Phase(from, to, active));
        }
        return phases;
    }
}
