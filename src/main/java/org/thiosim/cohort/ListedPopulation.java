package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thiosim.patient.BodySurface;

/**
 * Patients of a table, one after the other; a cohort larger than the table begins again with other random effects.
 *
 * @param people in the order of the table
 */
public record ListedPopulation(Description description, List<Person> people) implements Population {

    /**
     * A row of the table.
     *
     * @param covariates beyond those of the body, in canonical units
     * @param adherence probability that a dose is taken
     */
    public record Person(Genotype genotype, Physique physique, SortedMap<String, Double> covariates, double adherence) {
        public Person {
            covariates = Collections.unmodifiableSortedMap(new TreeMap<>(covariates));
        }
    }

    public ListedPopulation {
        people = List.copyOf(people);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("the table of patients has no row");
        }
    }

    @Override
    public VirtualPatient patient(long seed, long index) {
        Person person = people.get((int) (index % people.size()));
        SortedMap<String, Double> covariates = SampledPopulation.of(person.physique());
        covariates.put("tpmt", person.genotype().tpmt().activity());
        covariates.put("nudt15", person.genotype().nudt15().activity());
        covariates.putAll(person.covariates());
        return new VirtualPatient(
                index, 1, person.genotype(), person.physique(), covariates, person.adherence(), List.of());
    }

    @Override
    public List<GenotypeMix.Entry> genotypes() {
        Map<Genotype, Integer> counts = new LinkedHashMap<>();
        people.forEach(p -> counts.merge(p.genotype(), 1, Integer::sum));
        List<GenotypeMix.Entry> entries = new ArrayList<>();
        counts.forEach((genotype, n) -> {
            double share = n / (double) people.size();
            entries.add(new GenotypeMix.Entry(genotype, share, share));
        });
        return entries;
    }

    @Override
    public boolean isAdult() {
        return people.stream().allMatch(p -> p.physique().age() >= BodySurface.ADULT_YEARS);
    }

    @Override
    public OptionalLong listed() {
        return OptionalLong.of(people.size());
    }
}
