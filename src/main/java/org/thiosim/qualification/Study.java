package org.thiosim.qualification;

import java.util.List;
import java.util.OptionalInt;

/**
 * A published clinical study.
 *
 * @param id name of its scenario
 * @param set which set it belongs to, for example {@code development}
 * @param source citation with PMID and DOI where known
 * @param n number of people, where the file says it
 * @param assumptions what the publication does not say and the file assumes
 */
public record Study(
        String id,
        String title,
        String set,
        String source,
        String population,
        OptionalInt n,
        List<String> assumptions) {
    public Study {
        assumptions = List.copyOf(assumptions);
    }
}
