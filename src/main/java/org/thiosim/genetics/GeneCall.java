package org.thiosim.genetics;

import java.util.List;
import java.util.Optional;

/**
 * What a genotyping report says of one gene: diplotypes, a phenotype, both, or neither if the gene was not called.
 *
 * @param candidates the diplotypes that the report could not tell apart; one if it could
 * @param stated the phenotype that the report gives itself
 * @param notes why a gene was not called, and where the report disagrees with the table in use
 */
public record GeneCall(Gene gene, List<Diplotype> candidates, Optional<Phenotype> stated, List<String> notes) {
    public GeneCall {
        candidates = List.copyOf(candidates);
        notes = List.copyOf(notes);
        for (Diplotype candidate : candidates) {
            if (candidate.gene() != gene) {
                throw new IllegalArgumentException(candidate + " is not a diplotype of " + gene);
            }
        }
    }

    /** Whether the report says anything. */
    public boolean isCalled() {
        return !candidates.isEmpty() || stated.isPresent();
    }

    /** The calls of all candidates and of what they are confused with where phase is not known. */
    public List<PhenotypeCall> calls(AlleleTable table) {
        return candidates.stream()
                .flatMap(d -> table.calls(d).stream())
                .distinct()
                .toList();
    }

    /** The phenotypes that the candidates leave open, or the stated one if there are no candidates. */
    public List<Phenotype> phenotypes(AlleleTable table) {
        return candidates.isEmpty()
                ? stated.stream().toList()
                : calls(table).stream().map(PhenotypeCall::phenotype).distinct().toList();
    }
}
