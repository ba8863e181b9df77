package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.chart.TextMark.Setting;
import org.thiosim.simulation.Purpose;

/**
 * Draws predicted against observed values on logarithmic axes with bands of 1.25-, 1.5- and 2-fold around equality.
 *
 * <p>A colour and a form are an observable; levels are full, ratios hollow; a horizontal line is the published spread, with
 * a cap where it ends inside the axis.
 */
public final class PredictedObservedChart {
    private static final int HEIGHT = 1200;
    private static final double LEFT = 170;
    private static final double TOP = 130;
    private static final double SIDE = 920;

    private final List<MeasuredPoint> points;
    private final ChartStyle style;
    private final Box plot = new Box(LEFT, TOP, LEFT + SIDE, TOP + SIDE);
    private final LogRange range;
    private final List<String> series;

    private PredictedObservedChart(List<MeasuredPoint> points, ChartStyle style) {
        this.points = points;
        this.style = style;
        List<Double> values = new ArrayList<>();
        points.forEach(p -> values.addAll(List.of(p.observed(), p.predicted())));
        this.range = LogRange.decades(values);
        this.series = points.stream().map(MeasuredPoint::series).distinct().toList();
    }

    /** The picture as a file of {@code format}. */
    public static byte[] draw(String title, List<MeasuredPoint> points, ChartStyle like, PictureFormat format) {
        ChartStyle style = new ChartStyle(like.width(), HEIGHT, like.curves(), like.sizes(), like.inks(), like.font());
        PredictedObservedChart chart = new PredictedObservedChart(List.copyOf(points), style);
        Picture picture = format == PictureFormat.PNG
                ? new PngPicture(style)
                : new SvgPicture(
                        style,
                        TextWrap.printable(title),
                        "Predicted against observed values of " + points.size() + " observations");
        chart.shapes(picture.shapes());
        chart.texts(title).forEach(picture::write);
        return picture.bytes();
    }

    private void shapes(Graphics2D graphics) {
        graphics.setPaint(PlotDrawing.colour("#FFFFFF"));
        graphics.fill(new Rectangle2D.Double(0, 0, style.width(), style.height()));
        FoldBands.BANDS.forEach(b -> band(graphics, b));
        graphics.setPaint(PlotDrawing.colour(style.inks().grid()));
        graphics.setStroke(new BasicStroke(1));
        for (double tick : range.ticks()) {
            graphics.draw(new Line2D.Double(x(tick), plot.top(), x(tick), plot.bottom()));
            graphics.draw(new Line2D.Double(plot.left(), y(tick), plot.right(), y(tick)));
        }
        graphics.setPaint(PlotDrawing.colour(style.inks().quiet()));
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new Rectangle2D.Double(plot.left(), plot.top(), plot.width(), plot.height()));
        graphics.draw(new Line2D.Double(plot.left(), plot.bottom(), plot.right(), plot.top()));
        points.forEach(p -> spread(graphics, p));
        points.forEach(
                p -> marker(series.indexOf(p.series()), p.ratio()).draw(graphics, x(p.observed()), y(p.predicted())));
        for (int i = 0; i < series.size(); i++) {
            marker(i, false).draw(graphics, legendX(), legendY(i));
        }
        new PointMarker(style.inks().limit(), PointMarker.Form.SQUARE, false)
                .draw(graphics, legendX(), legendY(series.size() + 1));
        new PointMarker(style.inks().limit(), PointMarker.Form.SQUARE, true)
                .draw(graphics, legendX(), legendY(series.size() + 2));
    }

    private PointMarker marker(int one, boolean hollow) {
        return new PointMarker(style.curve(one).colour(), PointMarker.Form.of(one), hollow);
    }

    /** In shares of the axes a band is |predicted − observed| ≤ d, cut off by the frame. */
    private void band(Graphics2D graphics, FoldBands.Band band) {
        double d = StrictMath.log(band.fold()) / StrictMath.log(range.high() / range.low());
        double[][] corners = {{0, 0}, {0, d}, {1 - d, 1}, {1, 1}, {1, 1 - d}, {d, 0}};
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners.length; i++) {
            double x = plot.left() + corners[i][0] * plot.width();
            double y = plot.bottom() - corners[i][1] * plot.height();
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        graphics.setPaint(PlotDrawing.colour(band.fill()));
        graphics.fill(path);
    }

    private void spread(Graphics2D graphics, MeasuredPoint point) {
        if (point.low().isPresent() && point.high().isPresent()) {
            String colour = style.curve(series.indexOf(point.series())).colour();
            PointMarker.spread(
                    graphics,
                    Colours.pale(colour),
                    y(point.predicted()),
                    end(point.low().getAsDouble()),
                    end(point.high().getAsDouble()));
        }
    }

    private PointMarker.SpreadEnd end(double value) {
        return new PointMarker.SpreadEnd(x(value), range.shows(value));
    }

    private double x(double value) {
        return plot.left() + range.share(value) * plot.width();
    }

    private double y(double value) {
        return plot.bottom() - range.share(value) * plot.height();
    }

    private double legendX() {
        return plot.right() + 50;
    }

    private double legendY(int line) {
        return plot.top() + 20 + 36.0 * line;
    }

    private List<TextMark> texts(String title) {
        TextStyle headline =
                new TextStyle(style.sizes().headline(), true, style.inks().text());
        TextStyle axis = new TextStyle(style.sizes().axis(), false, style.inks().quiet());
        TextStyle small =
                new TextStyle(style.sizes().small(), false, style.inks().quiet());
        List<TextMark> texts = new ArrayList<>();
        texts.add(TextMark.plain(TextWrap.printable(title), 28, 50, headline, Anchor.START));
        texts.add(TextMark.plain(
                "each point one published number; the line is equality; " + FoldBands.WORDS,
                28,
                90,
                axis,
                Anchor.START));
        for (double tick : range.ticks()) {
            texts.add(TextMark.plain(PlainNumber.of(tick), x(tick), plot.bottom() + 32, axis, Anchor.MIDDLE));
            texts.add(TextMark.plain(
                    PlainNumber.of(tick), plot.left() - 12, TextMark.baseline(y(tick), axis.size()), axis, Anchor.END));
        }
        double middle = (plot.left() + plot.right()) / 2;
        texts.add(TextMark.plain(
                "observed, in the unit of each observable", middle, plot.bottom() + 68, axis, Anchor.MIDDLE));
        texts.add(new TextMark("predicted", 45, plot.middle(), axis, Anchor.MIDDLE, Setting.TURNED));
        for (int i = 0; i < series.size(); i++) {
            legend(texts, TextWrap.printable(series.get(i)), i, axis);
        }
        legend(texts, "level (full)", series.size() + 1, axis);
        legend(texts, "ratio (hollow)", series.size() + 2, axis);
        texts.add(TextMark.plain(Purpose.NOTICE, 28, style.height() - 20, small, Anchor.START));
        return texts;
    }

    private void legend(List<TextMark> texts, String words, int line, TextStyle ink) {
        texts.add(
                TextMark.plain(words, legendX() + 24, TextMark.baseline(legendY(line), ink.size()), ink, Anchor.START));
    }
}
