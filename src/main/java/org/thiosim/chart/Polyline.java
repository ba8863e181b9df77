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

    /** This line as a row of dots. */
    Polyline dotted() {
        return new Polyline(points, new CurveStyle(look.colour(), look.width(), List.of(2f, 5f)));
    }
}
