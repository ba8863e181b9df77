package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.thiosim.simulation.TimeCourse;

/**
 * Draws one observable of all arms over time.
 *
 * <p>Weeks are the time axis of runs of more than 14 days, days of runs of 2 to 14 days, hours of shorter ones. The value
 * axis is logarithmic when positive values after the first twentieth of the time span more than two decades. Each curve
 * carries its arm's name at its end; arms with the same curve share it. A curve that swings more than 50 times is drawn
 * as the range of each day.
 */
public final class TimeCourseChart {
    private static final double SIDE_BY_SIDE = 18;

    private TimeCourseChart() {}

    /** The picture of {@code panel} as a file of {@code format}. */
    public static byte[] draw(TimeCoursePanel panel, ChartStyle style, PictureFormat format) {
        return draw(panel, List.of(), style, format);
    }

    /** The picture with published values on the curves; each sample belongs to an arm of the panel. */
    public static byte[] draw(
            TimeCoursePanel panel, List<MeasuredSample> samples, ChartStyle style, PictureFormat format) {
        Sheet sheet = SheetLayout.of(panel, samples, style);
        Picture picture = switch (format) {
            case PNG -> new PngPicture(style);
            case SVG ->
                new SvgPicture(
                        style, title(panel), description(panel), sheet.scales().plot());
        };
        drawShapes(sheet, style, picture.shapes());
        drawSamples(panel, samples, style, sheet.scales(), picture.shapes());
        sheet.texts().forEach(picture::write);
        return picture.bytes();
    }

    /** Samples of one time stand side by side. */
    private static void drawSamples(
            TimeCoursePanel panel, List<MeasuredSample> samples, ChartStyle style, Scales scales, Graphics2D graphics) {
        List<String> arms = panel.curves().stream().map(TimeCourse::arm).toList();
        for (MeasuredSample sample : samples) {
            List<MeasuredSample> beside =
                    samples.stream().filter(m -> m.hour() == sample.hour()).toList();
            double shift = SIDE_BY_SIDE * (beside.indexOf(sample) - (beside.size() - 1) / 2.0);
            double x = Math.min(scales.x(sample.hour()) + shift, scales.plot().right());
            drawSample(sample, style.curve(arms.indexOf(sample.arm())).colour(), x, scales, graphics);
        }
    }

    private static void drawSample(MeasuredSample sample, String colour, double x, Scales scales, Graphics2D graphics) {
        if (sample.low().isPresent() && sample.high().isPresent()) {
            double low = scales.y(sample.low().getAsDouble());
            PointMarker.spread(
                    graphics, colour, x, low, x, scales.y(sample.high().getAsDouble()));
        }
        new PointMarker(colour, sample.derived(), sample.derived()).draw(graphics, x, scales.y(sample.value()));
    }

    private static String title(TimeCoursePanel panel) {
        return TextWrap.printable(panel.observable() + ": " + panel.title());
    }

    private static String description(TimeCoursePanel panel) {
        String arms = panel.curves().stream().map(TimeCourse::arm).collect(Collectors.joining(", "));
        return TextWrap.printable(panel.observable() + " in " + panel.unit() + " over time for: " + arms);
    }

    static void drawShapes(Sheet sheet, ChartStyle style, Graphics2D graphics) {
        graphics.setPaint(PlotDrawing.colour("#FFFFFF"));
        graphics.fill(new Rectangle2D.Double(0, 0, style.width(), style.height()));
        PlotDrawing.draw(sheet, style, graphics);
        for (Bar bar : sheet.bars()) {
            Box box = bar.box();
            Shape shape = new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height());
            graphics.setPaint(PlotDrawing.colour(bar.fill()));
            graphics.fill(shape);
            graphics.setPaint(PlotDrawing.colour(bar.edge()));
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(shape);
        }
        for (Polyline line : sheet.lines()) {
            graphics.setPaint(PlotDrawing.colour(line.look().colour()));
            graphics.setStroke(PlotDrawing.stroke(line.look(), line.look().width()));
            graphics.draw(path(line.points()));
        }
    }

    private static Shape path(List<Polyline.Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }
}
