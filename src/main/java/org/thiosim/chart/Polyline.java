package org.thiosim.chart;

import java.util.List;

/**
 * A line through points.
 *
 * @param points corners, px
 * @param look colour, width and dashes
 */
record Polyline(List<Point> points, CurveStyle look) {
    /** A place in px. */
    record Point(double x, double y) {}
}
