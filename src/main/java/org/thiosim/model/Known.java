package org.thiosim.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a number is known. */
public enum Known {
    LITERATURE("taken from a publication"),
    ESTIMATED("estimated from data: on the development studies here, on their own by the authors of a published model"),
    TIED("set by hand to one observation"),
    ASSUMED("assumed, no data"),
    UNVERIFIED("recalled, the publication was not seen");

    private final String meaning;

    Known(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** The word used in files, for example {@code literature}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Known> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }
}
