package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.Purpose;

/**
 * Draws fold errors row by row under the headings of their studies, on a logarithmic axis from a tenth to ten.
 *
 * <p>A fold error beyond the axis is drawn hollow at its end.
 */
public final class ForestChart {
    /** The most rows and headings of one picture. */
    public static final int MOST_LINES = 90;

    private static final double LINE = 32;
    private static final double TOP = 130;
    private static final double BELOW = 120;
    private static final double LEFT = 720;
    private static final double RIGHT = 1290;
    private static final double SMALLEST_TEXT = 12;
    private static final LogRange RANGE = new LogRange(0.1, 10);
    private static final double[] TICKS = {0.1, 0.2, 0.5, 1, 2, 5, 10};

    private final List<Line> lines = new ArrayList<>();
    private final ChartStyle style;
    private final Box plot;
    private final TextStyle small;

    /** A heading, or a row. */
    private record Line(String group, java.util.Optional<ForestRow> row) {}

    private ForestChart(List<ForestRow> rows, ChartStyle like) {
        String group = "";
        for (ForestRow row : rows) {
            if (!row.group().equals(group)) {
                group = row.group();
                lines.add(new Line(group, java.util.Optional.empty()));
            }
            lines.add(new Line(group, java.util.Optional.of(row)));
        }
        int height = (int) Math.max(560, TOP + LINE * lines.size() + BELOW);
        this.style = new ChartStyle(like.width(), height, like.curves(), like.sizes(), like.inks(), like.font());
        this.plot = new Box(LEFT, TOP, RIGHT, TOP + LINE * lines.size());
        this.small = new TextStyle(style.sizes().small(), false, style.inks().text());
    }

    /** The picture as a file of {@code format}. */
    public static byte[] draw(String title, List<ForestRow> rows, ChartStyle like, PictureFormat format) {
        ForestChart chart = new ForestChart(rows, like);
        Picture picture = format == PictureFormat.PNG
                ? new PngPicture(chart.style)
                : new SvgPicture(
                        chart.style,
                        TextWrap.printable(title),
                        "Predicted over observed of " + rows.size() + " observations");
        chart.shapes(picture.shapes());
        chart.texts(title).forEach(picture::write);
        return picture.bytes();
    }

    private void shapes(Graphics2D graphics) {
        graphics.setPaint(PlotDrawing.colour("#FFFFFF"));
        graphics.fill(new Rectangle2D.Double(0, 0, style.width(), style.height()));
        for (FoldBands.Band band : FoldBands.BANDS) {
            double left = x(1 / band.fold());
            graphics.setPaint(PlotDrawing.colour(band.fill()));
            graphics.fill(new Rectangle2D.Double(left, plot.top(), x(band.fold()) - left, plot.height()));
        }
        graphics.setPaint(PlotDrawing.colour(style.inks().quiet()));
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new Line2D.Double(x(1), plot.top(), x(1), plot.bottom()));
        graphics.draw(new Line2D.Double(plot.left(), plot.bottom(), plot.right(), plot.bottom()));
        for (int i = 0; i < lines.size(); i++) {
            double y = y(i);
            lines.get(i).row().ifPresent(r -> row(graphics, r, y));
        }
    }

    private void row(Graphics2D graphics, ForestRow row, double y) {
        graphics.setPaint(PlotDrawing.colour(style.inks().grid()));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Line2D.Double(plot.left(), y, plot.right(), y));
        String colour = style.curve(0).colour();
        graphics.setPaint(PlotDrawing.colour(colour));
        graphics.setStroke(new BasicStroke(3));
        graphics.draw(new Line2D.Double(x(1), y, x(row.fold()), y));
        new PointMarker(colour, PointMarker.Form.SQUARE, !RANGE.shows(row.fold())).draw(graphics, x(row.fold()), y);
    }

    private double x(double fold) {
        return plot.left() + RANGE.share(fold) * plot.width();
    }

    private double y(int line) {
        return plot.top() + (line + 0.5) * LINE;
    }

    private List<TextMark> texts(String title) {
        TextStyle headline =
                new TextStyle(style.sizes().headline(), true, style.inks().text());
        TextStyle axis = new TextStyle(style.sizes().axis(), false, style.inks().quiet());
        TextStyle quiet =
                new TextStyle(style.sizes().small(), false, style.inks().quiet());
        List<TextMark> texts = new ArrayList<>();
        texts.add(TextMark.plain(TextWrap.printable(title), 28, 50, headline, Anchor.START));
        texts.add(TextMark.plain("predicted / observed; " + FoldBands.WORDS, 28, 90, axis, Anchor.START));
        for (double tick : TICKS) {
            texts.add(TextMark.plain(PlainNumber.of(tick), x(tick), plot.bottom() + 30, axis, Anchor.MIDDLE));
        }
        texts.add(TextMark.plain("predicted / observed", (LEFT + RIGHT) / 2, plot.bottom() + 62, axis, Anchor.MIDDLE));
        TextStyle head = new TextStyle(small.size(), true, style.inks().quiet());
        texts.add(TextMark.plain("observed → predicted", RIGHT + 20, plot.top() - 12, head, Anchor.START));
        for (int i = 0; i < lines.size(); i++) {
            line(texts, lines.get(i), y(i));
        }
        texts.add(TextMark.plain(Purpose.NOTICE, 28, style.height() - 20, quiet, Anchor.START));
        return texts;
    }

    private void line(List<TextMark> texts, Line line, double middle) {
        double y = TextMark.baseline(middle, small.size());
        if (line.row().isEmpty()) {
            TextStyle bold = new TextStyle(small.size(), true, style.inks().text());
            texts.add(TextMark.plain(shortened(line.group(), bold, LEFT - 50), 28, y, bold, Anchor.START));
            return;
        }
        ForestRow row = line.row().get();
        texts.add(fitted(row.label(), 52, LEFT - 80, y));
        texts.add(fitted(row.values(), RIGHT + 20, style.width() - RIGHT - 40, y));
    }

    /** The words in smaller letters where that makes them fit. */
    private TextMark fitted(String words, double left, double width, double y) {
        TextStyle ink = small.fitting(words, width, SMALLEST_TEXT);
        return TextMark.plain(shortened(words, ink, width), left, y, ink, Anchor.START);
    }

    private static String shortened(String words, TextStyle ink, double width) {
        return TextWrap.lines(words, ink, width, 1).stream().findFirst().orElse("");
    }
}
