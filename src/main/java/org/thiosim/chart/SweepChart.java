package org.thiosim.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.chart.TextMark.Setting;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.TimeCourse;

/** Draws how an observable at the end of a run depends on a swept value: a dose–response curve where that is a dose. */
public final class SweepChart {
    private static final double MARGIN = 28;
    private static final double TOP = 130;
    private static final double BELOW = 110;
    private static final double LEFT = 170;
    private static final double WIDEST_NAMES = 340;
    private static final double EDGE = 0.04;

    private final SweepPanel panel;
    private final ChartStyle style;
    private final List<Trace> traces;
    private final Scales scales;

    private SweepChart(SweepPanel panel, ChartStyle style) {
        this.panel = panel;
        this.style = style;
        this.traces = Trace.of(panel.curves(), style);
        double names = EndLabels.LEADER + Math.min(EndLabels.widest(traces, style), WIDEST_NAMES);
        Box plot = new Box(LEFT, TOP, style.width() - MARGIN - names, style.height() - BELOW);
        this.scales = new Scales(
                plot,
                axis(panel),
                ValueScale.of(
                        traces,
                        List.of(),
                        ValueScale.Wish.of(panel.curves().get(0).unit())));
    }

    /** The picture as a file of {@code format}. */
    public static byte[] draw(SweepPanel panel, ChartStyle style, PictureFormat format) {
        SweepChart chart = new SweepChart(panel, style);
        EndLabels names = EndLabels.of(chart.traces, chart.scales, style.width() - MARGIN, style);
        List<TextMark> texts = new ArrayList<>(chart.texts());
        texts.addAll(names.texts());
        Sheet sheet = new Sheet(chart.scales, chart.traces, List.of(), texts, List.of(), names.leaders());
        List<Consumer<Graphics2D>> shapes = new ArrayList<>();
        shapes.add(graphics -> PlotDrawing.draw(sheet, style, graphics));
        sheet.lines().forEach(line -> shapes.add(Marks.line(line)));
        shapes.add(chart::points);
        String title = panel.observable() + " by " + panel.axis();
        String description = panel.observable() + " at the end of the run by " + panel.axis();
        return new Figure(title, description, shapes, texts).draw(style, format);
    }

    private static TimeAxis axis(SweepPanel panel) {
        double first = panel.places().get(0);
        double last = panel.places().get(panel.places().size() - 1);
        double edge = EDGE * (last - first);
        List<TimeAxis.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < panel.places().size(); i++) {
            ticks.add(new TimeAxis.Tick(
                    panel.places().get(i), TextWrap.printable(panel.labels().get(i))));
        }
        return new TimeAxis(first - edge, last + edge, panel.axis(), ticks);
    }

    private void points(Graphics2D graphics) {
        for (Trace trace : traces) {
            double[] places = trace.hours();
            for (int i = 0; i < places.length; i++) {
                new PointMarker(trace.style().colour(), true, false)
                        .draw(graphics, scales.x(places[i]), scales.y(trace.highs()[i]));
            }
        }
    }

    private List<TextMark> texts() {
        ChartStyle.TextSizes sizes = style.sizes();
        TextStyle headline = new TextStyle(sizes.headline(), true, style.inks().text());
        TextStyle subtitle = new TextStyle(sizes.subtitle(), false, style.inks().quiet());
        TextStyle axis = new TextStyle(sizes.axis(), false, style.inks().quiet());
        TextStyle small = new TextStyle(sizes.small(), false, style.inks().quiet());
        Box plot = scales.plot();
        double width = style.width() - 2 * MARGIN;
        List<TextMark> texts = new ArrayList<>();
        String hint = scales.value().logarithmic() ? " · logarithmic axis" : "";
        texts.add(TextMark.plain(
                line(panel.observable() + " by " + panel.axis(), headline, width), MARGIN, 52, headline, Anchor.START));
        texts.add(TextMark.plain(
                line(panel.title() + " · at the end of the run" + hint, subtitle, width),
                MARGIN,
                94,
                subtitle,
                Anchor.START));
        for (double tick : scales.value().ticks()) {
            double y = TextMark.baseline(scales.y(tick), axis.size());
            texts.add(TextMark.plain(PlainNumber.of(tick), plot.left() - 12, y, axis, Anchor.END));
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
                line(panel.axis(), axis, plot.width()), middle, plot.bottom() + 66, axis, Anchor.MIDDLE));
        TimeCourse any = panel.curves().get(0);
        String name = line(panel.observable() + Typeset.inBrackets(any.unit()), axis, plot.height());
        texts.add(new TextMark(name, MARGIN + axis.size() * 0.78, plot.middle(), axis, Anchor.MIDDLE, Setting.TURNED));
        texts.add(TextMark.plain(Purpose.NOTICE, MARGIN, style.height() - 20, small, Anchor.START));
        return texts;
    }

    private static String line(String words, TextStyle ink, double width) {
        return TextWrap.lines(words, ink, width, 1).stream().findFirst().orElse("");
    }
}
