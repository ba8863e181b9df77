package org.thiosim.genetics;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A star allele of one gene.
 *
 * @param name such as {@code *3A}
 * @param activity activity measured in vitro, relative to the normal allele; absent where none is known
 * @param variants the nucleotide variants that make the allele, empty for the reference
 * @param note where the activity comes from, or why there is none
 */
public record Allele(
        String name, AlleleFunction function, OptionalDouble activity, SortedSet<String> variants, String note) {
    public Allele {
        Diplotype.checkAllele(name);
        if (activity.isPresent() && !(activity.getAsDouble() >= 0 && activity.getAsDouble() <= 2)) {
            throw new IllegalArgumentException(
                    "the activity of " + name + " must lie between 0 and 2, not " + activity.getAsDouble());
        }
        variants = Collections.unmodifiableSortedSet(new TreeSet<>(variants));
    }
}
