package org.thiosim.genetics;

import java.util.List;

/** How often a reduced starting dose is given. */
public enum DosingSchedule {
    /** As the normal dose would be. */
    AS_NORMAL("as-normal"),
    /** Three times a week in place of every day. */
    THRICE_WEEKLY("thrice-weekly");

    private final String word;

    DosingSchedule(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The schedule of a word such as {@code thrice-weekly}. */
    public static DosingSchedule parse(String word) {
        return Words.oneOf("schedule", word, List.of(values()), DosingSchedule::word);
    }
}
