package org.thiosim.genetics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a diplotype means for metabolism, in the terms of CPIC. */
public enum Phenotype {
    NORMAL("Normal Metabolizer", "normal"),
    INTERMEDIATE("Intermediate Metabolizer", "intermediate"),
    POSSIBLE_INTERMEDIATE("Possible Intermediate Metabolizer", "possible-intermediate"),
    POOR("Poor Metabolizer", "poor"),
    INDETERMINATE("Indeterminate", "indeterminate");

    private static final Map<String, Phenotype> SHORT_FORMS =
            Map.of("nm", NORMAL, "em", NORMAL, "im", INTERMEDIATE, "pm", POOR);

    private final String term;
    private final String word;

    Phenotype(String term, String word) {
        this.term = term;
        this.word = word;
    }

    /** The term of CPIC, such as {@code Intermediate Metabolizer}. */
    public String term() {
        return term;
    }

    /** The short word, such as {@code intermediate}. */
    public String word() {
        return word;
    }

    /** Whether both alleles have a known function. */
    public boolean isDeterminate() {
        return this == NORMAL || this == INTERMEDIATE || this == POOR;
    }

    /** Whether at least one allele is known to lack function. */
    public boolean isReduced() {
        return this == INTERMEDIATE || this == POSSIBLE_INTERMEDIATE || this == POOR;
    }

    /** The phenotype of two functions, in either order, by the rule of CPIC for TPMT and NUDT15. */
    public static Phenotype of(AlleleFunction first, AlleleFunction second) {
        if (first.isKnown() && second.isKnown()) {
            if (first == second) {
                return first == AlleleFunction.NORMAL ? NORMAL : POOR;
            }
            return INTERMEDIATE;
        }
        boolean oneAbsent = first == AlleleFunction.NONE || second == AlleleFunction.NONE;
        return oneAbsent ? POSSIBLE_INTERMEDIATE : INDETERMINATE;
    }

    /** The phenotype of a CPIC term, a short word or NM, EM, IM, PM, in any case and in British spelling too. */
    public static Phenotype parse(String text) {
        String found = text.strip().toLowerCase(Locale.ROOT).replace("metaboliser", "metabolizer");
        return Optional.ofNullable(SHORT_FORMS.get(found))
                .or(() -> Stream.of(values())
                        .filter(p -> p.term.toLowerCase(Locale.ROOT).equals(found) || p.word.equals(found))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown phenotype '" + text.strip() + "'; " + Words.hint(found, words())));
    }

    private static List<String> words() {
        return Stream.of(values()).map(Phenotype::word).toList();
    }
}
