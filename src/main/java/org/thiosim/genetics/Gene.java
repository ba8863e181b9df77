package org.thiosim.genetics;

import java.util.List;

/** A gene whose star alleles set the activity of an enzyme that removes thiopurine metabolites. */
public enum Gene {
    /** Thiopurine S-methyltransferase. */
    TPMT,
    /** Nudix hydrolase 15. */
    NUDT15;

    /** The gene of a symbol such as {@code TPMT}, in any case. */
    public static Gene parse(String symbol) {
        return Words.oneOf("gene", symbol, List.of(values()), Gene::name);
    }
}
