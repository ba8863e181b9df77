package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Consumer;

/** Bars and lines outside plots. */
final class Marks {
    private Marks() {}

    static Consumer<Graphics2D> bar(Bar bar) {
        return graphics -> {
            Box box = bar.box();
            Shape shape = new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
            graphics.setPaint(PlotDrawing.colour(bar.fill()));
            graphics.fill(shape);
            graphics.setPaint(PlotDrawing.colour(bar.edge()));
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(shape);
        };
    }

    static Consumer<Graphics2D> line(Polyline line) {
        return graphics -> {
            graphics.setPaint(PlotDrawing.colour(line.look().colour()));
            graphics.setStroke(PlotDrawing.stroke(line.look(), line.look().width()));
            graphics.draw(path(line.points()));
        };
    }

    private static Shape path(List<Polyline.Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }
}
