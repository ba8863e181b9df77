package org.thiosim.genetics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Allele frequencies by group, in one edition.
 *
 * @param rows as in the file
 */
public record FrequencyTable(TableVersion version, List<AlleleFrequency> rows) {
    public FrequencyTable {
        rows = List.copyOf(rows);
    }

    /** The groups with a star-allele frequency of a gene, in the order of the table. */
    public List<AncestryGroup> groups(Gene gene) {
        return rows.stream()
                .filter(r -> counts(r, gene))
                .map(AlleleFrequency::group)
                .distinct()
                .toList();
    }

    /**
     * The star alleles of a gene in a group; upper limits, lumped alleles and variants are left to the unassigned rest.
     *
     * @throws IllegalArgumentException for a group without a frequency of the gene
     */
    public GroupFrequencies frequencies(Gene gene, AncestryGroup group) {
        Map<String, Double> alleles = new LinkedHashMap<>();
        for (AlleleFrequency row : rows) {
            if (counts(row, gene) && row.group().equals(group) && alleles.put(row.allele(), row.frequency()) != null) {
                throw new IllegalArgumentException(
                        "two frequencies of " + gene + " " + row.allele() + " in group '" + group + "'");
            }
        }
        if (alleles.isEmpty()) {
            List<String> known = groups(gene).stream().map(AncestryGroup::name).toList();
            throw new IllegalArgumentException(
                    "no frequencies of " + gene + " in group '" + group + "'; " + Words.hint(group.name(), known));
        }
        return new GroupFrequencies(gene, group, alleles);
    }

    /**
     * The share of people expected to have a diplotype: the mean over all groups of the product of its allele frequencies,
     * twice that for two different alleles. An allele without a frequency counts as never seen.
     */
    public double expected(Diplotype diplotype) {
        return groups(diplotype.gene()).stream()
                .map(g -> frequencies(diplotype.gene(), g))
                .mapToDouble(g -> g.frequency(diplotype.first())
                        * g.frequency(diplotype.second())
                        * (diplotype.first().equals(diplotype.second()) ? 1 : 2))
                .average()
                .orElse(0);
    }

    private static boolean counts(AlleleFrequency row, Gene gene) {
        return row.kind() == AlleleFrequency.Kind.ALLELE && row.gene().equals(gene.name());
    }
}
