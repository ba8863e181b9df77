package org.thiosim.chart;

import java.util.List;

/** The bands of 2-, 1.5- and 1.25-fold around exact predictions, drawn from pale to dark. */
final class FoldBands {
    static final List<FoldBands.Band> BANDS =
            List.of(new Band(2, "#F0F0F0"), new Band(1.5, "#E2E2E2"), new Band(1.25, "#D0D0D0"));
    static final String WORDS = "grey bands: within 1.25-, 1.5- and 2-fold";

    private FoldBands() {}

    /** One band and its fill. */
    record Band(double fold, String fill) {}
}
