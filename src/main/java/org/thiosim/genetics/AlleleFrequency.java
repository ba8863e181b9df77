package org.thiosim.genetics;

import java.util.List;
import java.util.Locale;

/**
 * How often an allele, a variant or a genotype was found in a group.
 *
 * @param gene its symbol, also of genes without star alleles here
 * @param frequency from 0 to 1
 * @param source publication and table
 */
public record AlleleFrequency(
        String gene, String allele, AncestryGroup group, double frequency, Kind kind, String source) {

    /** What a frequency counts. */
    public enum Kind {
        /** One star allele. */
        ALLELE,
        /** One star allele, at most this. */
        BELOW,
        /** Several alleles together, from another source than the single alleles of the group. */
        LUMPED,
        /** One nucleotide variant, which may sit on several star alleles. */
        VARIANT,
        /** People with at least one variant haplotype. */
        CARRIER,
        /** People with the genotype. */
        GENOTYPE;

        /** The kind of a word such as {@code allele}. */
        public static Kind parse(String word) {
            return Words.oneOf(
                    "kind of frequency", word, List.of(values()), k -> k.name().toLowerCase(Locale.ROOT));
        }
    }

    public AlleleFrequency {
        if (!(frequency >= 0 && frequency <= 1)) {
            throw new IllegalArgumentException(
                    "the frequency of " + gene + " " + allele + " must lie between 0 and 1, not " + frequency);
        }
    }
}
