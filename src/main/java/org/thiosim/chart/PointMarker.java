package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/**
 * A marker of a measurement.
 *
 * @param colour {@code #rrggbb}
 * @param form its outline
 * @param hollow whether white inside
 */
record PointMarker(String colour, Form form, boolean hollow) {
    private static final double SIZE = 15;
    private static final double CORNERED = 1.2;
    private static final double POINTED = 1.45;
    private static final float RIM = 2.5f;

    /** The outline of a marker; a polygon has its first corner at the angle given, clockwise from the top. */
    enum Form {
        SQUARE(4, 45),
        CIRCLE(0, 0),
        TRIANGLE(3, 0),
        DIAMOND(4, 0),
        TRIANGLE_DOWN(3, 180),
        HEXAGON(6, 0),
        TRIANGLE_LEFT(3, 270),
        TRIANGLE_RIGHT(3, 90);

        private final int corners;
        private final int first;

        Form(int corners, int first) {
            this.corners = corners;
            this.first = first;
        }

        /** The form of a series, one of its own for each of the first eight. */
        static Form of(int series) {
            return values()[series % values().length];
        }

        private Shape at(double x, double y) {
            double half = SIZE / 2;
            if (corners == 0) {
                return new Ellipse2D.Double(x - half, y - half, SIZE, SIZE);
            }
            double radius = half * (this == SQUARE ? StrictMath.sqrt(2) : corners == 3 ? POINTED : CORNERED);
            Path2D outline = new Path2D.Double();
            for (int i = 0; i < corners; i++) {
                double angle = StrictMath.toRadians(first + 360.0 * i / corners);
                double cornerX = x + radius * StrictMath.sin(angle);
                double cornerY = y - radius * StrictMath.cos(angle);
                if (i == 0) {
                    outline.moveTo(cornerX, cornerY);
                } else {
                    outline.lineTo(cornerX, cornerY);
                }
            }
            outline.closePath();
            return outline;
        }
    }

    void draw(Graphics2D graphics, double x, double y) {
        Shape shape = form.at(x, y);
        graphics.setPaint(PlotDrawing.colour(hollow ? "#FFFFFF" : colour));
        graphics.fill(shape);
        graphics.setPaint(PlotDrawing.colour(hollow ? colour : "#FFFFFF"));
        graphics.setStroke(new BasicStroke(hollow ? RIM : 1));
        graphics.draw(shape);
    }

    /** A line of spread with caps, from one place to another on a row or column. */
    static void spread(Graphics2D graphics, String colour, double x1, double y1, double x2, double y2) {
        line(graphics, colour, x1, y1, x2, y2);
        cap(graphics, x1, y1, x1 == x2);
        cap(graphics, x2, y2, x1 == x2);
    }

    /** A line of spread along a row, with a cap at each end that lies inside the axis. */
    static void spread(Graphics2D graphics, String colour, double y, SpreadEnd low, SpreadEnd high) {
        line(graphics, colour, low.x, y, high.x, y);
        for (SpreadEnd end : new SpreadEnd[] {low, high}) {
            if (end.shown) {
                cap(graphics, end.x, y, false);
            }
        }
    }

    /** Where a line of spread ends, and whether its value does. */
    record SpreadEnd(double x, boolean shown) {}

    private static void line(Graphics2D graphics, String colour, double x1, double y1, double x2, double y2) {
        graphics.setPaint(PlotDrawing.colour(colour));
        graphics.setStroke(new BasicStroke(RIM));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static void cap(Graphics2D graphics, double x, double y, boolean upright) {
        double cap = SIZE / 3;
        graphics.draw(upright ? new Line2D.Double(x - cap, y, x + cap, y) : new Line2D.Double(x, y - cap, x, y + cap));
    }
}
