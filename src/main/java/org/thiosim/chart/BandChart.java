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
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.TimeCourse;

/**
 * Percentile bands over time in plots that share both axes: the median as a line, the middle half dark and the middle nine
 * tenths pale.
 *
 * <p>With two arms and more in a plot only the middle half is filled.
 */
public final class BandChart {
    private static final int PALE = 45;
    private static final int DARK = 80;
    private static final double MARGIN = 28;
    private static final double GAP = 26;
    private static final double ROW = 400;

    private final String name;
    private final String headline;
    private final String subtitle;
    private final String unit;
    private final List<BandPanel> panels;
    private final List<ReferenceRange> ranges;
    private final ChartStyle style;
    private final int columns;
    private final ValueScale value;
    private final TimeAxis time;
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();
    private final List<TextMark> texts = new ArrayList<>();

    private BandChart(
            String name,
            String headline,
            String subtitle,
            String unit,
            List<BandPanel> panels,
            List<ReferenceRange> ranges) {
        this.name = name;
        this.headline = headline;
        this.subtitle = subtitle;
        this.unit = unit;
        this.panels = List.copyOf(panels);
        this.ranges = List.copyOf(ranges);
        this.columns = Math.min(3, panels.size());
        int rows = (panels.size() + columns - 1) / columns;
        ChartStyle like = ChartStyle.STANDARD;
        this.style = new ChartStyle(
                like.width(),
                (int) Math.max(like.height() * 0.75, 190 + rows * ROW),
                like.curves(),
                like.sizes(),
                like.inks(),
                like.font());
        List<TimeCourse> edges = new ArrayList<>();
        panels.forEach(p -> p.bands().forEach(b -> {
            for (int q : new int[] {0, 2, 4}) {
                edges.add(new TimeCourse(
                        b.arm() + q,
                        headline,
                        unit,
                        b.hours().stream().mapToDouble(Double::doubleValue).toArray(),
                        b.quantile(q)));
            }
        }));
        this.value = ValueScale.of(
                Trace.of(edges, style), ranges, ValueScale.Wish.of(unit).withSteps(6));
        this.time = TimeAxis.between(
                TimeAxis.of(edges).fromHour(), TimeAxis.of(edges).untilHour(), 7);
    }

    /**
     * The picture.
     *
     * @param name of its file
     * @param headline the observable
     * @param ranges windows and limits that hold for every plot
     */
    public static Chart of(
            String name,
            String headline,
            String subtitle,
            String unit,
            List<BandPanel> panels,
            List<ReferenceRange> ranges) {
        BandChart chart = new BandChart(name, headline, subtitle, unit, panels, ranges);
        return new Chart(name, chart.figure(), chart.style);
    }

    private Figure figure() {
        TextStyle big =
                new TextStyle(style.sizes().headline(), true, style.inks().text());
        TextStyle quiet =
                new TextStyle(style.sizes().small(), false, style.inks().quiet());
        double y = 52;
        texts.add(TextMark.plain(headline + Typeset.inBrackets(unit), MARGIN, y, big, Anchor.START));
        for (String line : TextWrap.lines(subtitle, quiet, style.width() - 2 * MARGIN, 2)) {
            y += quiet.lineHeight();
            texts.add(TextMark.plain(line, MARGIN, y + 6, quiet, Anchor.START));
        }
        double top = legend(y + 18);
        double bottom = style.height() - 64;
        int rows = (panels.size() + columns - 1) / columns;
        double width = (style.width() - 2 * MARGIN) / columns;
        double height = (bottom - top) / rows;
        for (int i = 0; i < panels.size(); i++) {
            double left = MARGIN + (i % columns) * width;
            double upper = top + (i / columns) * height;
            panel(panels.get(i), new Box(left + 92, upper + 40, left + width - GAP, upper + height - 66));
        }
        texts.add(TextMark.plain(SheetLayout.DISCLAIMER, MARGIN, style.height() - 20, quiet, Anchor.START));
        return new Figure(headline + ": " + subtitle, description(), shapes, texts);
    }

    private String description() {
        return "Percentile bands of " + headline + " over time in " + panels.size() + " plots: "
                + String.join("; ", panels.stream().map(BandPanel::title).toList());
    }

    /** One entry for each arm where a plot holds several. */
    private double legend(double y) {
        TextStyle text = new TextStyle(style.sizes().small(), true, style.inks().text());
        List<BandPanel.Band> arms = new ArrayList<>();
        panels.forEach(p -> p.bands().stream()
                .filter(b -> arms.stream().noneMatch(a -> a.arm().equals(b.arm())))
                .forEach(arms::add));
        if (panels.stream().allMatch(p -> p.bands().size() == 1)) {
            return y;
        }
        double x = MARGIN;
        for (BandPanel.Band band : arms) {
            CurveStyle look = style.curve(band.look());
            double at = x;
            double middle = y + 20;
            shapes.add(g -> {
                g.setPaint(PlotDrawing.colour(look.colour()));
                g.setStroke(PlotDrawing.stroke(look, look.width()));
                g.draw(new Line2D.Double(at, middle, at + 56, middle));
            });
            String words = TextWrap.printable(band.arm());
            texts.add(TextMark.plain(words, x + 66, TextMark.baseline(middle, text.size()), text, Anchor.START));
            x += 66 + text.width(words) + 40;
        }
        return y + 34;
    }

    private void panel(BandPanel panel, Box box) {
        Scales scales = new Scales(box, time, value);
        TextStyle title = new TextStyle(style.sizes().axis(), true, style.inks().text());
        TextStyle axis =
                new TextStyle(style.sizes().small(), false, style.inks().quiet());
        List<String> lines = TextWrap.lines(panel.title(), title, box.width(), 1);
        texts.add(TextMark.plain(lines.get(0), box.left(), box.top() - 12, title, Anchor.START));
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

    private void draw(Graphics2D g, BandPanel panel, Scales scales) {
        Box box = scales.plot();
        for (ReferenceRange range : ranges) {
            double high = scales.y(Math.min(range.top(), value.high()));
            double low = scales.y(Math.max(range.bottom(), value.low()));
            if (range.isWindow() && value.shows(range.bottom())) {
                g.setPaint(PlotDrawing.colour(style.inks().window()));
                g.fill(new Rectangle2D.Double(box.left(), high, box.width(), low - high));
            } else if (!range.isWindow() && value.shows(range.top())) {
                g.setPaint(PlotDrawing.colour(style.inks().limit()));
                g.setStroke(
                        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {8, 6}, 0));
                g.draw(new Line2D.Double(box.left(), high, box.right(), high));
            }
        }
        g.setPaint(PlotDrawing.colour(style.inks().grid()));
        g.setStroke(new BasicStroke(1.2f));
        value.ticks().forEach(t -> g.draw(new Line2D.Double(box.left(), scales.y(t), box.right(), scales.y(t))));
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
            g.draw(line(band.hours(), band.quantile(2), scales, false, new Path2D.Double()));
        }
        g.setPaint(PlotDrawing.colour(style.inks().quiet()));
        g.setStroke(new BasicStroke(2));
        g.draw(new Line2D.Double(box.left(), box.bottom(), box.right(), box.bottom()));
    }

    /** A logarithmic axis has no place for zeros. */
    private boolean isShown(BandPanel.Band band) {
        return !value.logarithmic() || Arrays.stream(band.quantile(2)).anyMatch(v -> v > 0);
    }

    private void fill(Graphics2D g, BandPanel.Band band, int low, int high, int opacity, Scales scales) {
        Path2D path = line(band.hours(), band.quantile(high), scales, false, new Path2D.Double());
        line(band.hours(), band.quantile(low), scales, true, path);
        path.closePath();
        int rgb = Colours.rgb(style.curve(band.look()).colour());
        g.setPaint(new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, opacity));
        g.fill(path);
    }

    private static Path2D line(List<Double> hours, double[] values, Scales scales, boolean back, Path2D path) {
        for (int i = 0; i < values.length; i++) {
            int k = back ? values.length - 1 - i : i;
            double x = scales.x(hours.get(k));
            double y = scales.y(values[k]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }
}
