package org.thiosim.genetics;

import java.util.List;
import java.util.Map;

/**
 * Every table of genetics in one edition.
 *
 * @param alleles a table for each gene
 * @param guidelines in the order of the file
 * @param assays in the order of the file
 */
public record GeneticData(
        Map<Gene, AlleleTable> alleles,
        FrequencyTable frequencies,
        List<GuidelineTable> guidelines,
        List<TpmtAssay> assays) {
    public GeneticData {
        alleles = Map.copyOf(alleles);
        guidelines = List.copyOf(guidelines);
        assays = List.copyOf(assays);
    }

    public AlleleTable alleles(Gene gene) {
        AlleleTable table = alleles.get(gene);
        if (table == null) {
            throw new IllegalArgumentException("there is no allele table of " + gene);
        }
        return table;
    }

    /** Phenotype and activity of a diplotype. */
    public PhenotypeCall call(Diplotype diplotype) {
        return alleles(diplotype.gene()).call(diplotype);
    }

    /** The guideline of an id; an unknown one is refused with the nearest known. */
    public GuidelineTable guideline(String id) {
        return Words.oneOf("guideline", id, guidelines, GuidelineTable::id);
    }

    /** The assay of an id; an unknown one is refused with the nearest known. */
    public TpmtAssay assay(String id) {
        return Words.oneOf("TPMT assay", id, assays, TpmtAssay::id);
    }
}
