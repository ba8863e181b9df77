package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.chart.TextMark.Setting;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.units.Numbers;

/** Draws how a number of a run depends on a swept value: a dose–response curve where that is a dose. */
public final class SweepChart {
    private static final double MARGIN = 28;
    private static final double TOP = 130;
    private static final double SUBTITLE = 94;
    private static final double BELOW = 122;
    private static final double LEFT = 170;
    private static final double GAP = 12;
    private static final int DIGITS = 3;
    private static final double WIDEST_NAMES = 340;
    private static final double EDGE = 0.04;
    private static final double TRIANGLE = 9;
    private static final double ASIDE = 2.4;
    private static final int CAUTION_LINES = 6;

    private final SweepPanel panel;
    private final ChartStyle style;
    private final List<Trace> traces;
    private final List<ReferenceRange> ranges;
    private final Scales scales;
    private final List<String> cautions;
    private final List<String> subtitle;

    private SweepChart(SweepPanel panel, ChartStyle style) {
        this.panel = panel;
        this.style = style;
        this.traces = Trace.of(panel.curves(), style);
        double names = EndLabels.LEADER + Math.min(EndLabels.widest(traces, style), WIDEST_NAMES);
        ValueScale.Wish wish = ValueScale.Wish.of(panel.curves().get(0).unit()).fromStart();
        this.ranges = panel.reference().stream()
                .map(r -> new ReferenceRange(r.low(), r.high(), Typeset.of(r.label())))
                .toList();
        ValueScale value = ValueScale.of(traces, ranges, wish);
        TextStyle axis = new TextStyle(style.sizes().axis(), false, style.inks().quiet());
        double ticks = value.ticks().stream()
                .mapToDouble(t -> axis.width(PlainNumber.of(t)))
                .max()
                .orElse(0);
        double left = Math.max(LEFT, MARGIN + axis.lineHeight() + 2 * GAP + ticks);
        this.subtitle = TextWrap.lines(about(value), subtitle(), style.width() - 2 * MARGIN, 2);
        this.cautions = TextWrap.lines(
                String.join(" ", panel.about().cautions()), small(), style.width() - 2 * MARGIN, CAUTION_LINES);
        double below = BELOW + cautions.size() * small().lineHeight();
        double top = TOP + (subtitle.size() - 1) * subtitle().lineHeight();
        Box plot = new Box(left, top, style.width() - MARGIN - names, style.height() - below);
        this.scales = new Scales(plot, axis(panel), value);
    }

    /** The picture, named {@code sweep-} and the observable. */
    public static Chart of(SweepPanel panel) {
        ChartStyle style = ChartStyle.STANDARD;
        return new Chart(
                "sweep-" + ResultCharts.fileName(panel.observable()), new SweepChart(panel, style).figure(), style);
    }

    private Figure figure() {
        EndLabels names = EndLabels.atEnds(traces, scales, style.width() - MARGIN, style);
        List<TextMark> all = new ArrayList<>(texts());
        all.addAll(names.texts());
        all.addAll(RangeTexts.of(ranges, traces, scales, small()));
        Sheet sheet = new Sheet(scales, traces, ranges, all, List.of(), names.leaders());
        List<Consumer<Graphics2D>> shapes = new ArrayList<>();
        shapes.add(graphics -> PlotDrawing.draw(sheet, style, graphics));
        sheet.lines().forEach(line -> shapes.add(Marks.line(line)));
        shapes.add(this::points);
        return new Figure(headline(), headline() + ", " + panel.about().what() + ": " + numbers(), shapes, all);
    }

    private String headline() {
        return panel.observable() + " by " + panel.setting().name();
    }

    private String numbers() {
        return panel.curves().stream()
                .map(curve -> curve.arm() + " "
                        + Arrays.stream(curve.values())
                                .mapToObj(v -> Numbers.format(v, DIGITS))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static TimeAxis axis(SweepPanel panel) {
        double first = panel.stops().get(0).place();
        double last = panel.stops().get(panel.stops().size() - 1).place();
        double edge = EDGE * (last - first);
        List<TimeAxis.Tick> ticks = panel.stops().stream()
                .map(s -> new TimeAxis.Tick(s.place(), TextWrap.printable(s.label())))
                .toList();
        return new TimeAxis(first - edge, last + edge, panel.setting().axis(), ticks);
    }

    private void points(Graphics2D graphics) {
        for (SweepPanel.Stop stop : panel.stops()) {
            double x = scales.x(stop.place());
            List<Trace> unseen = traces.stream()
                    .filter(t -> isBelow(t.highAt(stop.place()), scales.value()))
                    .toList();
            for (Trace trace : traces) {
                String colour = trace.style().colour();
                double value = trace.highAt(stop.place());
                if (unseen.contains(trace)) {
                    double aside = unseen.indexOf(trace) - (unseen.size() - 1) / 2.0;
                    below(graphics, colour, x + aside * ASIDE * TRIANGLE);
                } else if (!Double.isNaN(value)) {
                    new PointMarker(colour, PointMarker.Form.CIRCLE, false).draw(graphics, x, scales.y(value));
                }
            }
        }
    }

    /** Whether a value has no place on the axis. */
    private static boolean isBelow(double value, ValueScale axis) {
        return axis.logarithmic() && value < axis.low();
    }

    /** An open triangle that points down from the axis. */
    private void below(Graphics2D graphics, String colour, double x) {
        double y = scales.plot().bottom();
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - TRIANGLE, y - TRIANGLE);
        triangle.lineTo(x + TRIANGLE, y - TRIANGLE);
        triangle.lineTo(x, y + 0.6 * TRIANGLE);
        triangle.closePath();
        graphics.setPaint(PlotDrawing.colour("#FFFFFF"));
        graphics.fill(triangle);
        graphics.setPaint(PlotDrawing.colour(colour));
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(triangle);
    }

    private List<TextMark> texts() {
        ChartStyle.TextSizes sizes = style.sizes();
        TextStyle headline = new TextStyle(sizes.headline(), true, style.inks().text());
        TextStyle axis = new TextStyle(sizes.axis(), false, style.inks().quiet());
        Box plot = scales.plot();
        double width = style.width() - 2 * MARGIN;
        List<TextMark> texts = new ArrayList<>();
        texts.add(TextMark.plain(line(headline(), headline, width), MARGIN, 52, headline, Anchor.START));
        double baseline = SUBTITLE;
        for (String line : subtitle) {
            texts.add(TextMark.plain(line, MARGIN, baseline, subtitle(), Anchor.START));
            baseline += subtitle().lineHeight();
        }
        for (double tick : scales.value().ticks()) {
            double y = TextMark.baseline(scales.y(tick), axis.size());
            texts.add(TextMark.plain(PlainNumber.of(tick), plot.left() - GAP, y, axis, Anchor.END));
        }
        double free = Double.NEGATIVE_INFINITY;
        for (TimeAxis.Tick tick : scales.time().ticks()) {
            double half = axis.width(tick.label()) / 2;
            double x = scales.x(tick.hour());
            if (x - half > free) {
                texts.add(TextMark.plain(tick.label(), x, plot.bottom() + 34, axis, Anchor.MIDDLE));
                free = x + half + 12;
            }
        }
        double middle = (plot.left() + plot.right()) / 2;
        texts.add(TextMark.plain(
                line(panel.setting().axis(), axis, plot.width()), middle, plot.bottom() + 66, axis, Anchor.MIDDLE));
        TimeCourse any = panel.curves().get(0);
        String name = line(panel.observable() + Typeset.inBrackets(any.unit()), axis, plot.height());
        texts.add(new TextMark(name, MARGIN + axis.size() * 0.78, plot.middle(), axis, Anchor.MIDDLE, Setting.TURNED));
        double y = style.height() - 20 - cautions.size() * small().lineHeight();
        TextStyle caution = new TextStyle(sizes.small(), false, style.inks().text());
        for (String line : cautions) {
            texts.add(TextMark.plain(line, MARGIN, y, caution, Anchor.START));
            y += caution.lineHeight();
        }
        texts.add(TextMark.plain(Purpose.NOTICE, MARGIN, y, small(), Anchor.START));
        return texts;
    }

    /** What the numbers are and how to read the picture. */
    private String about(ValueScale value) {
        boolean below =
                traces.stream().flatMapToDouble(t -> Arrays.stream(t.highs())).anyMatch(v -> isBelow(v, value));
        return capital(panel.about().what())
                + (value.logarithmic() ? " · logarithmic axis" : "")
                + (below ? " · open triangles: below the axis" : "")
                + ranges.stream()
                        .flatMap(r -> RangeTexts.beyond(r, value).stream())
                        .map(beyond -> " · " + beyond)
                        .collect(Collectors.joining())
                + " · "
                + panel.about().title();
    }

    private TextStyle subtitle() {
        return new TextStyle(style.sizes().subtitle(), false, style.inks().quiet());
    }

    private TextStyle small() {
        return new TextStyle(style.sizes().small(), false, style.inks().quiet());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String line(String words, TextStyle ink, double width) {
        return TextWrap.lines(words, ink, width, 1).stream().findFirst().orElse("");
    }
}
