package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * A marker of a measurement.
 *
 * @param colour {@code #rrggbb}
 * @param round whether a circle, else a square
 * @param hollow whether white inside
 */
record PointMarker(String colour, boolean round, boolean hollow) {
    private static final double SIZE = 15;
    private static final float RIM = 2.5f;

    void draw(Graphics2D graphics, double x, double y) {
        double half = SIZE / 2;
        Shape shape = round
                ? new Ellipse2D.Double(x - half, y - half, SIZE, SIZE)
                : new Rectangle2D.Double(x - half, y - half, SIZE, SIZE);
        graphics.setPaint(PlotDrawing.colour(hollow ? "#FFFFFF" : colour));
        graphics.fill(shape);
        graphics.setPaint(PlotDrawing.colour(hollow ? colour : "#FFFFFF"));
        graphics.setStroke(new BasicStroke(hollow ? RIM : 1));
        graphics.draw(shape);
    }

    /** A line of spread with caps, from one place to another on a row or column. */
    static void spread(Graphics2D graphics, String colour, double x1, double y1, double x2, double y2) {
        double cap = SIZE / 3;
        boolean upright = x1 == x2;
        graphics.setPaint(PlotDrawing.colour(colour));
        graphics.setStroke(new BasicStroke(RIM));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
        for (double[] end : new double[][] {{x1, y1}, {x2, y2}}) {
            graphics.draw(
                    upright
                            ? new Line2D.Double(end[0] - cap, end[1], end[0] + cap, end[1])
                            : new Line2D.Double(end[0], end[1] - cap, end[0], end[1] + cap));
        }
    }
}
