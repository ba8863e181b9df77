package org.thiosim.model;

import java.util.List;

/**
 * Where a number comes from.
 *
 * @param known how it is known
 * @param sources ids of the file's sources
 * @param note what a reader should know, may be empty
 */
public record Provenance(Known known, List<String> sources, String note) {
    /** Of what is no number of a file. */
    public static final Provenance NONE = new Provenance(Known.ASSUMED, List.of(), "");

    public Provenance {
        sources = List.copyOf(sources);
    }
}
