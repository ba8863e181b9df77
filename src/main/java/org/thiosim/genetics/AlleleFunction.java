package org.thiosim.genetics;

import java.util.List;

/** What an allele's product can do, in the terms of CPIC. */
public enum AlleleFunction {
    NORMAL("Normal function"),
    NONE("No function"),
    UNCERTAIN("Uncertain function"),
    UNKNOWN("Unknown function");

    private final String term;

    AlleleFunction(String term) {
        this.term = term;
    }

    /** The term of CPIC. */
    public String term() {
        return term;
    }

    /** Whether the function has been assigned as normal or absent. */
    public boolean isKnown() {
        return this == NORMAL || this == NONE;
    }

    /** The function of a CPIC term. */
    public static AlleleFunction parse(String term) {
        return Words.oneOf("allele function", term, List.of(values()), AlleleFunction::term);
    }
}
