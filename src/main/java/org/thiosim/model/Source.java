package org.thiosim.model;

import java.util.Optional;

/** A publication or data set that numbers are taken from. */
public record Source(String id, String cite, Optional<String> doi, Optional<String> pmid) {

    /** The citation with its identifiers, on one line. */
    public String text() {
        return cite
                + doi.map(d -> ", doi:" + d).orElse("")
                + pmid.map(p -> ", PMID " + p).orElse("");
    }
}
