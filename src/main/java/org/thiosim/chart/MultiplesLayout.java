package org.thiosim.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.TimeCourse;

/** Lays out small multiples: header, a grid of plots, the arms as a legend, cautions. */
final class MultiplesLayout {
    private static final double MARGIN = 28;
    private static final double GAP = 26;
    private static final double SAMPLE = 60;
    private static final double TITLE = 23;
    private static final double HEAD = 2 * TITLE;
    private static final String WINDOW = "grey: therapeutic window";
    private static final String LIMIT = "dashed line across: limit";
    private static final int FEWEST_TICKS = 4;
    private static final int MOST_TICKS = 7;
    private static final int TIME_STEPS = 7;

    private final SmallMultiples panel;
    private final ChartStyle style;
    private final ChartStyle fine;
    private final TextStyle small;
    private final TextStyle ticks;
    private final List<TextMark> texts = new ArrayList<>();
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();

    private MultiplesLayout(SmallMultiples panel, ChartStyle style) {
        this.panel = panel;
        this.style = style;
        this.fine = style.small();
        this.small = new TextStyle(style.sizes().small(), false, style.inks().quiet());
        this.ticks = small.withSize(panel.columns() > 3 ? 19 : 22);
    }

    static Figure figure(SmallMultiples panel, ChartStyle style) {
        return new MultiplesLayout(panel, style).figure();
    }

    private Figure figure() {
        double bottom = legend(footer());
        List<String> all = List.of(WINDOW, LIMIT);
        List<Box> boxes = boxes(headerEnd(all), bottom);
        List<String> hints = hints(boxes);
        if (!hints.equals(all)) {
            boxes = boxes(headerEnd(hints), bottom);
        }
        header(hints);
        for (int i = 0; i < boxes.size(); i++) {
            cell(panel.cells().get(i), boxes.get(i));
        }
        String plots = String.join(
                ", ", panel.cells().stream().map(SmallMultiples.Cell::title).toList());
        return new Figure(
                panel.headline(),
                panel.headline() + ": " + plots + ". Arms: " + String.join(", ", panel.arms()),
                shapes,
                texts);
    }

    private List<Box> boxes(double top, double bottom) {
        int columns = panel.columns();
        int rows = panel.rows();
        double width = (style.width() - 2 * MARGIN - (columns - 1) * GAP) / columns;
        double height = (bottom - top - (rows - 1) * GAP / 2) / rows;
        return IntStream.range(0, panel.cells().size())
                .mapToObj(i -> {
                    double left = MARGIN + i % columns * (width + GAP);
                    double upper = top + i / columns * (height + GAP / 2);
                    return new Box(left, upper, left + width, upper + height);
                })
                .toList();
    }

    /** How to read the ranges that lie on the axis of some plot. */
    private List<String> hints(List<Box> boxes) {
        boolean window = false;
        boolean limit = false;
        for (int i = 0; i < boxes.size(); i++) {
            SmallMultiples.Cell cell = panel.cells().get(i);
            ValueScale value = value(cell, plotHeight(boxes.get(i)));
            for (ReferenceRange range : cell.ranges()) {
                boolean drawn = range.bottom() < value.high() && range.top() > value.low();
                window |= range.isWindow() && drawn;
                limit |= !range.isWindow() && value.shows(range.top());
            }
        }
        List<String> hints = new ArrayList<>();
        if (window) {
            hints.add(WINDOW);
        }
        if (limit) {
            hints.add(LIMIT);
        }
        return hints;
    }

    private TextStyle headline() {
        return new TextStyle(style.sizes().headline(), true, style.inks().text());
    }

    private TextStyle subtitle() {
        return new TextStyle(style.sizes().subtitle(), false, small.colour());
    }

    private List<String> subtitle(List<String> hints) {
        String words = Stream.concat(hints.stream(), Stream.of(panel.subtitle()))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(" · "));
        String capital = words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return TextWrap.lines(capital, subtitle(), style.width() - 2 * MARGIN, 2);
    }

    private double headerEnd(List<String> hints) {
        int lines = TextWrap.lines(panel.headline(), headline(), style.width() - 2 * MARGIN, 2)
                .size();
        return 0.6 * MARGIN
                + lines * headline().lineHeight()
                + subtitle(hints).size() * subtitle().lineHeight()
                + GAP / 2;
    }

    private void header(List<String> hints) {
        double y = paragraph(panel.headline(), headline(), 0.6 * MARGIN, style.width() - 2 * MARGIN, 2);
        for (String line : subtitle(hints)) {
            y = paragraph(line, subtitle(), y, style.width() - 2 * MARGIN, 1);
        }
    }

    private double footer() {
        double width = style.width() - 2 * MARGIN;
        TextStyle dark = new TextStyle(small.size(), false, style.inks().text());
        List<String> notice = new ArrayList<>(TextWrap.lines(sameCurves(), dark, width, 2));
        panel.notice().ifPresent(n -> notice.addAll(TextWrap.lines(n, dark, width, 5)));
        double top = style.height() - MARGIN / 2 - (notice.size() + 1) * small.lineHeight();
        double y = top;
        for (String line : notice) {
            y = paragraph(line, dark, y, width, 1);
        }
        paragraph(Purpose.NOTICE, small, y, width, 1);
        return top - GAP / 3;
    }

    /** Writes the arms from the bottom up in as many lines as they need; returns where they begin. */
    private double legend(double bottom) {
        double room = style.width() - 2 * MARGIN;
        List<List<Integer>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        double used = 0;
        for (int i = 0; i < panel.arms().size(); i++) {
            double width = entry(i);
            if (used > 0 && used + width > room) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.get(lines.size() - 1).add(i);
            used += width;
        }
        double top = bottom - lines.size() * 1.4 * style.sizes().axis();
        double y = top;
        for (List<Integer> line : lines) {
            double x = MARGIN;
            double middle = y + 0.7 * style.sizes().axis();
            for (int i : line) {
                arm(i, x, middle);
                x += entry(i);
            }
            y += 1.4 * style.sizes().axis();
        }
        return top - GAP / 3;
    }

    private TextStyle name(int arm) {
        return new TextStyle(style.sizes().axis(), true, style.curve(arm).textColour());
    }

    private String words(int arm) {
        return TextWrap.line(panel.arms().get(arm), name(arm), style.width() / 2.2);
    }

    private double entry(int arm) {
        return SAMPLE + 10 + name(arm).width(words(arm)) + 34;
    }

    private void arm(int arm, double x, double middle) {
        shapes.add(Marks.line(new Polyline(
                List.of(new Polyline.Point(x, middle), new Polyline.Point(x + SAMPLE, middle)), style.curve(arm))));
        double baseline = TextMark.baseline(middle, style.sizes().axis());
        texts.add(TextMark.plain(words(arm), x + SAMPLE + 10, baseline, name(arm), Anchor.START));
    }

    private double paragraph(String words, TextStyle ink, double top, double width, int most) {
        double y = top;
        for (String line : TextWrap.lines(words, ink, width, most)) {
            double middle = y + ink.lineHeight() / 2;
            texts.add(TextMark.plain(line, MARGIN, TextMark.baseline(middle, ink.size()), ink, Anchor.START));
            y += ink.lineHeight();
        }
        return y;
    }

    private void cell(SmallMultiples.Cell cell, Box box) {
        List<Trace> traces = traces(cell.curves());
        TextStyle bold = new TextStyle(TITLE, true, style.inks().text());
        double plotTop = box.top() + HEAD;
        double plotBottom = plotTop + plotHeight(box);
        ValueScale value = value(cell, plotHeight(box));
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
        axes(scales);
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

    private ValueScale value(SmallMultiples.Cell cell, double height) {
        int mostTicks = (int) Math.min(MOST_TICKS, Math.max(FEWEST_TICKS, height / ticks.size()));
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

    /** Which arms share a curve, in the longest words that fit beside the title; {@link #sameCurves} names them. */
    private Optional<String> alike(List<Trace> traces, int curves, double left, double right) {
        if (traces.size() == curves) {
            return Optional.empty();
        }
        List<String> ways = traces.size() == 1
                ? List.of(curves == 2 ? "both arms alike" : "all arms alike", "all alike")
                : List.of(shared(traces), "some arms alike", "some alike");
        return ways.stream().filter(w -> TextWrap.fits(w, ticks, right - left)).findFirst();
    }

    private static String shared(List<Trace> traces) {
        return traces.stream()
                .filter(t -> t.arms().size() > 1)
                .map(Trace::label)
                .collect(Collectors.joining("; "));
    }

    /** Which arms have the same curve in which plots, where that is so of some but not all; empty where there are none. */
    private String sameCurves() {
        Map<String, List<String>> plots = new LinkedHashMap<>();
        for (SmallMultiples.Cell cell : panel.cells()) {
            List<Trace> traces = traces(cell.curves());
            if (traces.size() > 1 && traces.size() < cell.curves().size()) {
                plots.computeIfAbsent(shared(traces), k -> new ArrayList<>()).add(cell.title());
            }
        }
        return plots.isEmpty()
                ? ""
                : plots.entrySet().stream()
                        .map(e -> e.getKey() + " in " + String.join(", ", e.getValue()))
                        .collect(Collectors.joining(" · ", "Same curve: ", ""));
    }

    private void axes(Scales scales) {
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

    private List<Trace> traces(List<TimeCourse> curves) {
        List<Integer> looks = curves.stream()
                .map(c -> Math.max(0, panel.arms().indexOf(c.arm())))
                .toList();
        return Trace.of(curves, fine.withCurves(looks));
    }
}
