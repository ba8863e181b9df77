package org.thiosim.genetics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The star-allele frequencies of one gene in one group.
 *
 * @param alleles frequency by allele, in the order of the table; their sum is at most 1
 */
public record GroupFrequencies(Gene gene, AncestryGroup group, Map<String, Double> alleles) {
    private static final double ROUNDING = 1e-9;

    public GroupFrequencies {
        alleles = Collections.unmodifiableMap(new LinkedHashMap<>(alleles));
        double sum = sum(alleles);
        if (sum > 1 + ROUNDING) {
            throw new IllegalArgumentException(
                    "the frequencies of " + gene + " in group '" + group + "' sum to " + sum + ", more than 1");
        }
    }

    private static double sum(Map<String, Double> alleles) {
        return alleles.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The share of chromosomes to which the table assigns no allele; it holds {@code *1} unless that is listed. */
    public double unassigned() {
        return Math.max(0, 1 - sum(alleles));
    }

    /** The frequency of an allele; what is unassigned counts as {@code *1} unless that is listed, others are 0. */
    public double frequency(String allele) {
        return alleles.getOrDefault(allele, allele.equals("*1") ? unassigned() : 0.0);
    }

    /** Whether the reference allele has a frequency of its own. */
    public boolean listsReference() {
        return alleles.containsKey("*1");
    }
}
