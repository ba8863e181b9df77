/**
 * Draws time courses as slide-size pictures, PNG and SVG.
 *
 * <p>{@link org.thiosim.chart.TimeCourseChart} takes one {@link org.thiosim.chart.TimeCoursePanel} (values, no files)
 * and a {@link org.thiosim.chart.ChartStyle} and returns the bytes of a picture. Positions are computed first, from fixed
 * text widths rather than from the fonts of a machine, and are the same for both formats; JFreeChart draws the plot.
 * An SVG is therefore equal byte for byte wherever it is drawn; a PNG also depends on the machine's sans-serif font.
 */
@NullMarked
package org.thiosim.chart;

import org.jspecify.annotations.NullMarked;
