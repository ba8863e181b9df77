package org.thiosim.cohort;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thiosim.random.RandomStream;
import org.thiosim.units.Unit;

/**
 * A population described by distributions.
 *
 * @param habits shares sum to 1; empty where every dose is taken
 */
public record SampledPopulation(
        Description description,
        GenotypeMix mix,
        Body body,
        Kidney kidney,
        ActivitySpread spread,
        List<Habit> habits,
        List<CoMedication> medication)
        implements Population {
    private static final Unit CLEARANCE = Unit.parse("mL/min/1.73 m^2");
    private static final Unit YEAR = Unit.parse("y");

    public SampledPopulation {
        habits = List.copyOf(habits);
        medication = List.copyOf(medication);
        double shares = habits.stream().mapToDouble(Habit::share).sum();
        if (!habits.isEmpty() && Math.abs(shares - 1) > 1e-9) {
            throw new IllegalArgumentException("the shares of 'adherence' sum to " + 100 * shares + " %, not to 100 %");
        }
    }

    @Override
    public VirtualPatient patient(long seed, long index) {
        GenotypeMix.Entry entry = mix.draw(seed, index);
        Physique person = body.draw(seed, index);
        GeneState tpmt = entry.genotype().tpmt();
        double measured = spread.measured(tpmt, seed, index);
        SortedMap<String, Double> covariates = of(person);
        covariates.put("creatinine-clearance", CLEARANCE.toCanonical(kidney.draw(person, seed, index)));
        covariates.put("tpmt", spread.inVivo(tpmt, measured));
        covariates.put("nudt15", entry.genotype().nudt15().activity());
        return new VirtualPatient(
                index,
                entry.weight(),
                entry.genotype(),
                person,
                covariates,
                adherence(seed, index),
                medication.stream().filter(m -> m.isTaken(seed, index)).toList());
    }

    /** The measures of a body as covariates. */
    static SortedMap<String, Double> of(Physique person) {
        SortedMap<String, Double> covariates = new TreeMap<>();
        covariates.put("weight", person.weight());
        covariates.put("height", person.height());
        covariates.put("bsa", person.bsa());
        covariates.put("age", YEAR.toCanonical(person.age()));
        person.fatFreeMass().ifPresent(m -> covariates.put("ffm", m));
        return covariates;
    }

    private double adherence(long seed, long index) {
        double u = new RandomStream(seed, index, "habit").uniform(0);
        double sum = 0;
        for (Habit habit : habits) {
            sum += habit.share();
            if (u < sum) {
                return habit.taken();
            }
        }
        return habits.isEmpty() ? 1 : habits.get(habits.size() - 1).taken();
    }

    @Override
    public List<GenotypeMix.Entry> genotypes() {
        return mix.entries();
    }

    @Override
    public boolean isAdult() {
        return body.isAdult();
    }

    @Override
    public OptionalLong listed() {
        return OptionalLong.empty();
    }
}
