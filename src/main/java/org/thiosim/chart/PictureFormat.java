package org.thiosim.chart;

import java.util.Locale;

/** How a picture is encoded: PNG for slides and documents, SVG for print. */
public enum PictureFormat {
    PNG,
    SVG;

    /** Ending of a file's name. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
