package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.TimeCourse;

/**
 * Percentile bands over time in plots that share both axes: the median as a line, the middle half dark and the middle nine
 * tenths pale.
 *
 * <p>With two arms and more in a plot only the middle half is filled.
 */
final class BandChart {
    private static final int PALE = 45;
    private static final int DARK = 80;
    private static final double MARGIN = 28;
    private static final double GAP = 26;
    private static final double ROW = 400;
    private static final double LABELS = 92;
    private static final double SAMPLE = 66;
    private static final double LEGEND_LINE = 34;
    private static final double SMALLEST_TEXT = 15;
    private static final int CAUTION_LINES = 3;

    private final BandSheet sheet;
    private final ChartStyle style;
    private final ValueScale value;
    private final TimeAxis time;
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();
    private final List<TextMark> texts = new ArrayList<>();
    private final List<Footer> footer = new ArrayList<>();
    private final double below;

    /** A line under the plots. */
    private record Footer(String words, TextStyle ink) {}

    BandChart(BandSheet sheet) {
        this.sheet = sheet;
        ChartStyle like = ChartStyle.FILLED;
        double width = like.width() - 2 * MARGIN;
        TextStyle note = new TextStyle(like.sizes().small(), false, like.inks().quiet());
        TextStyle caution =
                new TextStyle(like.sizes().small(), false, like.inks().text());
        sheet.aside().notes().forEach(n -> footer.add(new Footer(TextWrap.line(n, note, width), note)));
        sheet.aside()
                .cautions()
                .forEach(c -> TextWrap.lines(c, caution, width, CAUTION_LINES)
                        .forEach(l -> footer.add(new Footer(l, caution))));
        this.below = footer.size() * note.lineHeight();
        this.style = like.withHeight((int) (Math.max(like.height() * 0.75, 190 + sheet.rows() * ROW) + below));
        List<TimeCourse> edges = new ArrayList<>();
        sheet.panels()
                .forEach(p ->
                        p.bands().forEach(b -> edges.addAll(edges(b, p.bands().size() == 1))));
        this.value = ValueScale.of(
                Trace.of(edges, style),
                sheet.ranges(),
                ValueScale.Wish.of(sheet.unit()).withTicks(9));
        TimeAxis shown = TimeAxis.of(edges);
        double from = ValueScale.isRatio(sheet.unit()) ? 0 : shown.fromHour();
        this.time = TimeAxis.between(from, shown.untilHour(), 7);
    }

    static Chart of(BandSheet sheet) {
        BandChart chart = new BandChart(sheet);
        return new Chart(sheet.name(), chart.figure(), chart.style);
    }

    /** What is drawn of a band: less where another is drawn beside it. */
    private List<TimeCourse> edges(BandPanel.Band band, boolean alone) {
        double[] hours = band.hours().stream().mapToDouble(Double::doubleValue).toArray();
        return IntStream.of(alone ? 0 : 1, 2, alone ? 4 : 3)
                .mapToObj(q -> new TimeCourse(band.arm() + q, sheet.headline(), sheet.unit(), hours, band.quantile(q)))
                .toList();
    }

    private Figure figure() {
        TextStyle big =
                new TextStyle(style.sizes().headline(), true, style.inks().text());
        TextStyle quiet =
                new TextStyle(style.sizes().small(), false, style.inks().quiet());
        double y = 52;
        texts.add(TextMark.plain(sheet.headline() + Typeset.inBrackets(sheet.unit()), MARGIN, y, big, Anchor.START));
        for (String line : TextWrap.lines(subtitle(), quiet, style.width() - 2 * MARGIN, 2)) {
            y += quiet.lineHeight();
            texts.add(TextMark.plain(line, MARGIN, y + 6, quiet, Anchor.START));
        }
        double top = legend(y + 18);
        double bottom = style.height() - 64 - below;
        int columns = sheet.columns();
        double width = (style.width() - 2 * MARGIN) / columns;
        double height = (bottom - top) / sheet.rows();
        for (int i = 0; i < sheet.panels().size(); i++) {
            double left = MARGIN + (i % columns) * width;
            double upper = top + (i / columns) * height;
            panel(sheet.panels().get(i), new Box(left + LABELS, upper + 40, left + width - GAP, upper + height - 66));
        }
        double under = style.height() - 20 - below;
        for (Footer words : footer) {
            texts.add(TextMark.plain(words.words, MARGIN, under, words.ink, Anchor.START));
            under += quiet.lineHeight();
        }
        texts.add(TextMark.plain(Purpose.NOTICE, MARGIN, style.height() - 20, quiet, Anchor.START));
        return new Figure(sheet.headline() + ": " + sheet.subtitle(), description(), shapes, texts);
    }

    private String subtitle() {
        return sheet.subtitle()
                + sheet.ranges().stream().map(this::words).collect(Collectors.joining())
                + (value.logarithmic() ? "; logarithmic axis" : "")
                + (sheet.aside().changes().isEmpty() ? "" : "; dotted upright: a change of treatment");
    }

    private String words(ReferenceRange range) {
        return "; "
                + RangeTexts.beyond(range, value).orElse((range.isWindow() ? "grey: " : "dashed: ") + range.label());
    }

    private String description() {
        return "Percentile bands of " + sheet.headline() + " over time in "
                + sheet.panels().size() + " plots: "
                + String.join(
                        "; ", sheet.panels().stream().map(BandPanel::title).toList());
    }

    /** One entry for each arm where a plot holds several. */
    private double legend(double y) {
        TextStyle text = new TextStyle(style.sizes().small(), true, style.inks().text());
        if (sheet.panels().stream().allMatch(p -> p.bands().size() == 1)) {
            return y;
        }
        double line = y;
        double x = MARGIN;
        for (BandPanel.Band band : sheet.arms()) {
            CurveStyle look = style.curve(band.look());
            String words = TextWrap.line(band.arm(), text, style.width() - 2 * MARGIN - SAMPLE);
            double wide = SAMPLE + text.width(words);
            if (x > MARGIN && x + wide > style.width() - MARGIN) {
                x = MARGIN;
                line += LEGEND_LINE;
            }
            double at = x;
            double middle = line + 20;
            shapes.add(g -> {
                g.setPaint(PlotDrawing.colour(look.colour()));
                g.setStroke(PlotDrawing.stroke(look, look.width()));
                g.draw(new Line2D.Double(at, middle, at + 56, middle));
            });
            texts.add(TextMark.plain(words, x + SAMPLE, TextMark.baseline(middle, text.size()), text, Anchor.START));
            x += wide + 40;
        }
        return line + LEGEND_LINE + 12;
    }

    private void panel(BandPanel panel, Box box) {
        Scales scales = new Scales(box, time, value);
        TextStyle title = new TextStyle(style.sizes().axis(), true, style.inks().text());
        TextStyle axis =
                new TextStyle(style.sizes().small(), false, style.inks().quiet());
        double from = box.left() - LABELS + MARGIN / 2;
        texts.add(fitted(panel.title(), title, from, box.right(), box.top() - 18));
        List<BandPanel.Band> none =
                panel.bands().stream().filter(b -> !isShown(b)).toList();
        for (int i = 0; i < none.size(); i++) {
            BandPanel.Band band = none.get(i);
            TextStyle ink =
                    new TextStyle(axis.size(), true, style.curve(band.look()).textColour());
            String words = TextWrap.line(band.arm(), ink, box.width() / 2) + ": 0, below this axis";
            double y = box.bottom() - 12 - i * ink.lineHeight();
            texts.add(TextMark.plain(words, box.right() - 6, y, ink, Anchor.END));
        }
        for (double tick : value.ticks()) {
            double y = TextMark.baseline(scales.y(tick), axis.size());
            texts.add(TextMark.plain(PlainNumber.of(tick), box.left() - 10, y, axis, Anchor.END));
        }
        for (TimeAxis.Tick tick : time.ticks()) {
            texts.add(TextMark.plain(tick.label(), scales.x(tick.hour()), box.bottom() + 26, axis, Anchor.MIDDLE));
        }
        texts.add(TextMark.plain(time.title(), box.right(), box.bottom() + 26 + axis.lineHeight(), axis, Anchor.END));
        shapes.add(g -> draw(g, panel, scales));
    }

    /** The words in smaller letters if that makes them fit, else cut. */
    private static TextMark fitted(String words, TextStyle ink, double left, double right, double y) {
        TextStyle small = ink.fitting(words, right - left, SMALLEST_TEXT);
        return TextMark.plain(TextWrap.line(words, small, right - left), left, y, small, Anchor.START);
    }

    private void draw(Graphics2D g, BandPanel panel, Scales scales) {
        Box box = scales.plot();
        sheet.ranges().forEach(range -> draw(g, range, scales));
        g.setPaint(PlotDrawing.colour(style.inks().grid()));
        g.setStroke(new BasicStroke(1.2f));
        value.ticks().forEach(t -> g.draw(new Line2D.Double(box.left(), scales.y(t), box.right(), scales.y(t))));
        changes(g, scales);
        boolean alone = panel.bands().size() == 1;
        List<BandPanel.Band> shown =
                panel.bands().stream().filter(this::isShown).toList();
        for (BandPanel.Band band : shown) {
            if (alone) {
                fill(g, band, 0, 4, PALE, scales);
            }
            fill(g, band, 1, 3, alone ? DARK : PALE, scales);
        }
        for (BandPanel.Band band : shown) {
            CurveStyle look = style.curve(band.look());
            g.setPaint(PlotDrawing.colour(look.colour()));
            g.setStroke(PlotDrawing.stroke(look, look.width()));
            g.draw(line(seen(band.hours(), band.quantile(2)), scales, false, new Path2D.Double()));
        }
        g.setPaint(PlotDrawing.colour(style.inks().quiet()));
        g.setStroke(new BasicStroke(2));
        g.draw(new Line2D.Double(box.left(), box.bottom(), box.right(), box.bottom()));
        for (BandPanel.Band band : panel.bands()) {
            if (!isShown(band)) {
                CurveStyle look = style.curve(band.look());
                g.setPaint(PlotDrawing.colour(look.colour()));
                g.setStroke(PlotDrawing.stroke(look, look.width()));
                g.draw(new Line2D.Double(box.left(), box.bottom(), box.right(), box.bottom()));
            }
        }
    }

    private void changes(Graphics2D g, Scales scales) {
        if (sheet.aside().changes().isEmpty()) {
            return;
        }
        Box box = scales.plot();
        g.setPaint(PlotDrawing.colour(style.inks().limit()));
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 4}, 0));
        sheet.aside()
                .changes()
                .forEach(t -> g.draw(new Line2D.Double(scales.x(t), box.top(), scales.x(t), box.bottom())));
    }

    private void draw(Graphics2D g, ReferenceRange range, Scales scales) {
        Box box = scales.plot();
        if (range.isWindow() && range.top() > value.low() && range.bottom() < value.high()) {
            double high = scales.y(range.top());
            g.setPaint(PlotDrawing.colour(style.inks().window()));
            g.fill(new Rectangle2D.Double(box.left(), high, box.width(), scales.y(range.bottom()) - high));
        }
        g.setPaint(PlotDrawing.colour(style.inks().limit()));
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {8, 6}, 0));
        DoubleStream.of(range.bottom(), range.top())
                .distinct()
                .filter(value::shows)
                .forEach(end -> g.draw(new Line2D.Double(box.left(), scales.y(end), box.right(), scales.y(end))));
    }

    /** A logarithmic axis has no place for zeros. */
    private boolean isShown(BandPanel.Band band) {
        return !value.logarithmic() || Arrays.stream(band.quantile(2)).anyMatch(v -> v > 0);
    }

    private void fill(Graphics2D g, BandPanel.Band band, int low, int high, int opacity, Scales scales) {
        List<Polyline.Point> top = seen(band.hours(), band.quantile(high));
        if (top.size() < 2) {
            return;
        }
        List<Polyline.Point> bottom = new ArrayList<>(seen(band.hours(), band.quantile(low)));
        if (bottom.isEmpty() || bottom.get(0).x() > top.get(0).x()) {
            bottom.add(0, new Polyline.Point(top.get(0).x(), value.low()));
        }
        if (bottom.get(bottom.size() - 1).x() < top.get(top.size() - 1).x()) {
            bottom.add(new Polyline.Point(top.get(top.size() - 1).x(), value.low()));
        }
        Path2D path = line(top, scales, false, new Path2D.Double());
        line(bottom, scales, true, path);
        path.closePath();
        int rgb = Colours.rgb(style.curve(band.look()).colour());
        g.setPaint(new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, opacity));
        g.fill(path);
    }

    /**
     * A curve from where it enters the axis: on a logarithmic one not before its first value that lies on it, or, after a value
     * above zero, where it comes in through the lower end.
     */
    List<Polyline.Point> seen(List<Double> hours, double[] values) {
        List<Polyline.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            boolean below = value.logarithmic() && values[i] < value.low();
            if (points.isEmpty() && below) {
                continue;
            }
            if (points.isEmpty() && i > 0 && values[i - 1] > 0) {
                double share = StrictMath.log(value.low() / values[i - 1]) / StrictMath.log(values[i] / values[i - 1]);
                double hour = hours.get(i - 1) + share * (hours.get(i) - hours.get(i - 1));
                points.add(new Polyline.Point(hour, value.low()));
            }
            points.add(new Polyline.Point(hours.get(i), values[i]));
        }
        return points;
    }

    private static Path2D line(List<Polyline.Point> points, Scales scales, boolean back, Path2D path) {
        for (int i = 0; i < points.size(); i++) {
            Polyline.Point point = points.get(back ? points.size() - 1 - i : i);
            double x = scales.x(point.x());
            double y = scales.y(point.y());
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }
}
