package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.thiosim.chart.Polyline.Point;

/** Arrows of a pathway: strokes with a white casing and a head. */
final class FlowArrow {
    private static final float CASING = 4;

    private FlowArrow() {}

    /** A stroke along a chain of cubics, or a straight line of two points, with a head at its end. */
    static Consumer<Graphics2D> along(List<Point> chain, double width, String colour) {
        return graphics -> {
            Point tip = chain.get(chain.size() - 1);
            Point before = chain.get(chain.size() - 2);
            double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
            double ux = (tip.x() - before.x()) / length;
            double uy = (tip.y() - before.y()) / length;
            double head = 7 + 0.45 * width;
            double halfHead = 4 + 0.72 * width;
            Point neck = new Point(tip.x() - ux * head, tip.y() - uy * head);
            Path2D path = new Path2D.Double();
            path.moveTo(chain.get(0).x(), chain.get(0).y());
            for (int i = 1; i + 2 < chain.size(); i += 3) {
                Point end = i + 3 < chain.size() ? chain.get(i + 2) : neck;
                path.curveTo(
                        chain.get(i).x(),
                        chain.get(i).y(),
                        chain.get(i + 1).x(),
                        chain.get(i + 1).y(),
                        end.x(),
                        end.y());
            }
            if (chain.size() == 2) {
                path.lineTo(neck.x(), neck.y());
            }
            graphics.setPaint(PlotDrawing.colour("#FFFFFF"));
            graphics.setStroke(new BasicStroke((float) width + CASING, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            graphics.draw(path);
            graphics.setPaint(PlotDrawing.colour(colour));
            graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            graphics.draw(path);
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(tip.x(), tip.y());
            triangle.lineTo(neck.x() - uy * halfHead, neck.y() + ux * halfHead);
            triangle.lineTo(neck.x() + uy * halfHead, neck.y() - ux * halfHead);
            triangle.closePath();
            graphics.fill(triangle);
        };
    }

    /** A thin broken line along a chain of cubics, or between two points, where nothing flows. */
    static Consumer<Graphics2D> broken(List<Point> chain, String colour) {
        return graphics -> {
            Path2D path = new Path2D.Double();
            path.moveTo(chain.get(0).x(), chain.get(0).y());
            for (int i = 1; i + 2 < chain.size(); i += 3) {
                Point a = chain.get(i);
                Point b = chain.get(i + 1);
                Point end = chain.get(i + 2);
                path.curveTo(a.x(), a.y(), b.x(), b.y(), end.x(), end.y());
            }
            if (chain.size() == 2) {
                path.lineTo(chain.get(1).x(), chain.get(1).y());
            }
            graphics.setPaint(PlotDrawing.colour(colour));
            graphics.setStroke(
                    new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 6}, 0));
            graphics.draw(path);
        };
    }

    /** Points along a chain of cubics. */
    static List<Point> samples(List<Point> chain) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i + 3 < chain.size(); i += 3) {
            CubicCurve2D curve = new CubicCurve2D.Double(
                    chain.get(i).x(), chain.get(i).y(),
                    chain.get(i + 1).x(), chain.get(i + 1).y(),
                    chain.get(i + 2).x(), chain.get(i + 2).y(),
                    chain.get(i + 3).x(), chain.get(i + 3).y());
            for (int k = 0; k <= 20; k++) {
                double t = k / 20.0;
                double s = 1 - t;
                points.add(new Point(
                        s * s * s * curve.getX1()
                                + 3 * s * s * t * curve.getCtrlX1()
                                + 3 * s * t * t * curve.getCtrlX2()
                                + t * t * t * curve.getX2(),
                        s * s * s * curve.getY1()
                                + 3 * s * s * t * curve.getCtrlY1()
                                + 3 * s * t * t * curve.getCtrlY2()
                                + t * t * t * curve.getY2()));
            }
        }
        return points;
    }
}
