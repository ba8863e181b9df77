package org.thiosim.cohort;

import java.util.Locale;

/** The sex that body measures depend on. */
public enum Sex {
    MALE,
    FEMALE;

    /** In lower case, as in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
