package org.thiosim.patient;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One person.
 *
 * @param covariates what is known of the patient, in canonical units, by covariate id; the model supplies the rest
 * @param randomEffects deviation of the logarithm of a parameter from its typical value, by parameter id; absent is 0
 * @param notes how covariates came about, for example from which genotype by which table
 */
public record Patient(
        SortedMap<String, Double> covariates, SortedMap<String, Double> randomEffects, List<String> notes) {
    public Patient {
        notes = List.copyOf(notes);
        covariates = Collections.unmodifiableSortedMap(new TreeMap<>(covariates));
        randomEffects = Collections.unmodifiableSortedMap(new TreeMap<>(randomEffects));
    }

    public Patient(SortedMap<String, Double> covariates, SortedMap<String, Double> randomEffects) {
        this(covariates, randomEffects, List.of());
    }

    /** A typical patient: random effects are zero. */
    public static Patient typical(Map<String, Double> covariates) {
        return new Patient(new TreeMap<>(covariates), new TreeMap<>());
    }

    public OptionalDouble covariate(String id) {
        Double value = covariates.get(id);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
