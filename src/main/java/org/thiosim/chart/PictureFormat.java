package org.thiosim.chart;

/** How a picture is encoded: PNG for slides and documents, SVG for print. */
public enum PictureFormat {
    PNG,
    SVG
}
