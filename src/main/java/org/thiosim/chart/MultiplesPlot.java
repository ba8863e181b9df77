package org.thiosim.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.TimeCourse;

/** Draws the plots of small multiples, each with its title, its unit and its axes. */
final class MultiplesPlot {
    private static final double GAP = 26;
    private static final int FEWEST_TICKS = 4;
    private static final int MOST_TICKS = 7;
    private static final int TIME_STEPS = 7;
    private static final double TITLE = 23;
    private static final double HEAD = 2 * TITLE;

    private final SmallMultiples panel;
    private final ChartStyle style;
    private final ChartStyle fine;
    private final TextStyle ticks;

    MultiplesPlot(SmallMultiples panel, ChartStyle style) {
        this.panel = panel;
        this.style = style;
        this.fine = style.small();
        this.ticks =
                new TextStyle(panel.columns() > 3 ? 19 : 22, false, style.inks().quiet());
    }

    /** Adds a plot, with its title and its axes. */
    void draw(SmallMultiples.Cell cell, Box box, List<Consumer<Graphics2D>> shapes, List<TextMark> texts) {
        List<Trace> traces = traces(cell.curves());
        TextStyle bold = new TextStyle(TITLE, true, style.inks().text());
        double plotTop = box.top() + HEAD;
        double plotBottom = plotTop + plotHeight(box);
        ValueScale value = value(cell, box);
        double until = traces.stream().mapToDouble(Trace::lastHour).max().orElse(1);
        double from = start(until);
        TimeAxis time = TimeAxis.between(from, until, TIME_STEPS).since(cell.borders(), TIME_STEPS);
        double y = box.top() + bold.lineHeight() / 2;
        String title = TextWrap.line(cell.title(), bold, box.width());
        texts.add(TextMark.plain(title, box.left(), TextMark.baseline(y, bold.size()), bold, Anchor.START));
        String unit = Typeset.inBrackets(cell.unit()).strip();
        double after = box.left() + bold.width(title) + 8;
        String plain = value.logarithmic() ? unit + " log" : unit;
        String clock = time.title().replaceFirst("hours", "h");
        String more = Stream.of(plain + " · " + clock, plain + " · h after the dose")
                .filter(w -> clock.contains("dose"))
                .filter(w -> after + ticks.width(w) <= box.right())
                .findFirst()
                .orElse(plain);
        if (after + ticks.width(more) <= box.right()) {
            texts.add(TextMark.plain(more.strip(), after, TextMark.baseline(y, bold.size()), ticks, Anchor.START));
        }
        alike(traces, cell.curves().size(), after + ticks.width(more) + GAP, box.right())
                .ifPresent(words -> texts.add(
                        TextMark.plain(words, box.right(), TextMark.baseline(y, bold.size()), ticks, Anchor.END)));
        double label = value.ticks().stream()
                .mapToDouble(t -> ticks.width(PlainNumber.of(t)))
                .max()
                .orElse(0);
        double lastTick = ticks.width("00 wk") - ticks.width("00") / 2 - GAP / 2;
        Box plot = new Box(box.left() + label + 10, plotTop, box.right() - lastTick, plotBottom);
        Scales scales = new Scales(plot, time, value);
        Sheet sheet = new Sheet(scales, traces, cell.ranges(), List.of(), List.of(), List.of());
        cell.borders().stream()
                .filter(b -> b > from && b < until)
                .forEach(b -> shapes.add(Marks.line(new Polyline(
                        List.of(
                                new Polyline.Point(scales.x(b), plot.top()),
                                new Polyline.Point(scales.x(b), plot.bottom())),
                        new CurveStyle(style.inks().grid(), 2, List.of(5f, 5f))))));
        shapes.add(graphics -> PlotDrawing.draw(sheet, fine, graphics));
        axes(scales, texts);
    }

    /** The earliest time of the plots that end at a time, so that a ratio begins where its substances do. */
    private double start(double until) {
        return panel.cells().stream()
                .flatMap(cell -> cell.curves().stream())
                .map(TimeCourse::hours)
                .filter(hours -> hours[hours.length - 1] == until)
                .mapToDouble(hours -> hours[0])
                .min()
                .orElse(0);
    }

    private double plotHeight(Box box) {
        return box.height() - HEAD - 1.9 * ticks.size();
    }

    /** The value axis of a plot. */
    ValueScale value(SmallMultiples.Cell cell, Box box) {
        int mostTicks = (int) Math.min(MOST_TICKS, Math.max(FEWEST_TICKS, plotHeight(box) / ticks.size()));
        ValueScale.Wish wish = ValueScale.Wish.of(cell.unit()).withTicks(mostTicks);
        return panel.sharedValues()
                ? ValueScale.of(
                        panel.cells().stream()
                                .flatMap(c -> traces(c.curves()).stream())
                                .toList(),
                        cell.ranges(),
                        wish.linear())
                : ValueScale.of(traces(cell.curves()), cell.ranges(), wish);
    }

    /** Which arms share a curve, in the longest words that fit beside the title; the picture's foot names them. */
    private Optional<String> alike(List<Trace> traces, int curves, double left, double right) {
        if (traces.size() == curves) {
            return Optional.empty();
        }
        List<String> ways = traces.size() == 1
                ? Stream.of("arms alike", "alike")
                        .map(w -> (curves == 2 ? "both " : "all ") + w)
                        .toList()
                : List.of(shared(traces), "some alike");
        return ways.stream().filter(w -> TextWrap.fits(w, ticks, right - left)).findFirst();
    }

    /** The names of the arms that have a curve in common. */
    static String shared(List<Trace> traces) {
        return traces.stream()
                .filter(t -> t.arms().size() > 1)
                .map(Trace::label)
                .collect(Collectors.joining("; "));
    }

    private void axes(Scales scales, List<TextMark> texts) {
        Box plot = scales.plot();
        for (double tick : scales.value().ticks()) {
            double y = TextMark.baseline(scales.y(tick), ticks.size());
            texts.add(TextMark.plain(PlainNumber.of(tick), plot.left() - 8, y, ticks, Anchor.END));
        }
        double y = TextMark.baseline(plot.bottom() + ticks.size(), ticks.size());
        List<TimeAxis.Tick> times = scales.time().ticks();
        for (int i = 0; i < times.size(); i++) {
            double x = scales.x(times.get(i).hour());
            String label = times.get(i).label();
            texts.add(
                    i < times.size() - 1
                            ? TextMark.plain(label, x, y, ticks, Anchor.MIDDLE)
                            : TextMark.plain(
                                    label + " " + unit(scales.time()),
                                    x - ticks.width(label) / 2,
                                    y,
                                    ticks,
                                    Anchor.START));
        }
    }

    private static String unit(TimeAxis time) {
        return switch (time.title()) {
            case "weeks" -> "wk";
            case "days" -> "d";
            default -> "h";
        };
    }

    /** The distinct curves, each in the look of its first arm. */
    List<Trace> traces(List<TimeCourse> curves) {
        List<Integer> looks = curves.stream()
                .map(c -> Math.max(0, panel.arms().indexOf(c.arm())))
                .toList();
        return Trace.of(curves, fine.withCurves(looks));
    }
}
