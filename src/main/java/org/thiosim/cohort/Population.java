package org.thiosim.cohort;

import java.util.List;
import java.util.OptionalLong;

/** Whom a cohort is drawn from. */
public interface Population {

    /** The patient of an index; a pure function of its arguments. */
    VirtualPatient patient(long seed, long index);

    /** What it is, where its numbers come from and what it is compared with. */
    Description description();

    /** Every genotype that can occur. */
    List<GenotypeMix.Entry> genotypes();

    /** Whether some genotypes are drawn more often than they occur, so that statistics weigh the patients. */
    default boolean isWeighted() {
        return genotypes().stream().anyMatch(e -> Math.abs(e.weight() - 1) > 1e-9);
    }

    /** Whether the adult windows and limits of laboratories may be drawn for it. */
    boolean isAdult();

    /** How many patients it holds, where they are listed one by one. */
    OptionalLong listed();

    /**
     * What a population says of itself.
     *
     * @param facts its numbers, each with how it is known and its source
     * @param notes what was assumed of alleles without a frequency
     * @param published shares of phenotypes counted in people
     */
    record Description(String id, String title, List<Fact> facts, List<String> notes, List<PublishedShare> published) {
        public Description {
            facts = List.copyOf(facts);
            notes = List.copyOf(notes);
            published = List.copyOf(published);
        }
    }

    /** A number of a population file with how it is known and its source. */
    record Fact(String name, String value, String known, String source) {}

    /**
     * A share of people with a phenotype that was counted.
     *
     * @param gene its symbol
     * @param phenotype in words, such as {@code normal}
     * @param low smallest share published
     * @param high largest share published
     */
    record PublishedShare(String gene, String phenotype, double low, double high, String source) {}
}
