package org.thiosim.genetics;

import java.util.List;
import java.util.Locale;

/** A drug with a starting dose by TPMT and NUDT15. */
public enum Thiopurine {
    AZATHIOPRINE,
    MERCAPTOPURINE,
    THIOGUANINE;

    /** The drug's name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The drug of a name such as {@code azathioprine}. */
    public static Thiopurine parse(String word) {
        return Words.oneOf("thiopurine", word, List.of(values()), Thiopurine::word);
    }
}
