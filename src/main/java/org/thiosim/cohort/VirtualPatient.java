package org.thiosim.cohort;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One patient of a cohort before any arm.
 *
 * @param index from 0
 * @param weight what the patient counts for in a statistic; 1 where no stratum is enriched
 * @param covariates in canonical units, by the names that models use
 * @param adherence probability that a dose is taken
 * @param medication what is taken beside every arm
 */
public record VirtualPatient(
        long index,
        double weight,
        Genotype genotype,
        Physique physique,
        SortedMap<String, Double> covariates,
        double adherence,
        List<CoMedication> medication) {
    public VirtualPatient {
        covariates = Collections.unmodifiableSortedMap(new TreeMap<>(covariates));
        medication = List.copyOf(medication);
    }
}
