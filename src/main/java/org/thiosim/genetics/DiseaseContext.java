package org.thiosim.genetics;

import java.util.List;

/** What a thiopurine is given for: guidelines weigh the risk of leaving it out differently. */
public enum DiseaseContext {
    MALIGNANT("malignant"),
    NON_MALIGNANT("non-malignant");

    private final String word;

    DiseaseContext(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The context of a word such as {@code non-malignant}. */
    public static DiseaseContext parse(String word) {
        return Words.oneOf("disease context", word, List.of(values()), DiseaseContext::word);
    }
}
