package org.thiosim.io;

import java.util.Locale;

/** The format of the large tables of a cohort. */
public enum TableFormat {
    PARQUET,
    CSV;

    /** The ending of its files. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
