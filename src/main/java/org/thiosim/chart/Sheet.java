package org.thiosim.chart;

import java.util.List;

/**
 * A laid-out picture: where everything is, before anything is drawn.
 *
 * @param scales plot area and axes
 * @param traces what is drawn in the plot
 * @param ranges what is drawn behind the curves
 * @param texts all texts
 * @param bars doses
 * @param lines lines outside the plot: leaders, samples of curves
 */
record Sheet(
        Scales scales,
        List<Trace> traces,
        List<ReferenceRange> ranges,
        List<TextMark> texts,
        List<Bar> bars,
        List<Polyline> lines) {}
