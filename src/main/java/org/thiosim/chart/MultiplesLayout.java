package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.simulation.Purpose;

/** Lays out small multiples: header, a grid of plots, the arms as a legend, cautions. */
final class MultiplesLayout {
    private static final double MARGIN = 28;
    private static final double GAP = 26;
    private static final double SAMPLE = 60;
    private static final int EACH_ROW = 200;
    private static final int SPARED_LINES = 4;
    private static final int NOTICE_LINES = 12;

    private final SmallMultiples panel;
    private final ChartStyle style;
    private final TextStyle small;
    private final MultiplesPlot plots;
    private final List<TextMark> texts = new ArrayList<>();
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();

    private MultiplesLayout(SmallMultiples panel, ChartStyle style) {
        this.panel = panel;
        this.style = style;
        this.small = new TextStyle(style.sizes().small(), false, style.inks().quiet());
        this.plots = new MultiplesPlot(panel, style);
    }

    /** A style as high as the rows of plots and the lines of the notice ask for. */
    static ChartStyle sized(SmallMultiples panel, ChartStyle style) {
        MultiplesLayout layout = new MultiplesLayout(panel, style);
        double more = layout.small.lineHeight() * Math.max(0, layout.notice().size() - SPARED_LINES);
        return style.withHeight((int) (style.height() + EACH_ROW * Math.max(0, panel.rows() - 2) + more));
    }

    private List<String> notice() {
        return panel.notice()
                .map(n -> TextWrap.paragraphs(n, small, style.width() - 2 * MARGIN, NOTICE_LINES))
                .orElse(List.of());
    }

    static Figure figure(SmallMultiples panel, ChartStyle style) {
        return new MultiplesLayout(panel, style).figure();
    }

    private Figure figure() {
        double bottom = legend(footer());
        List<String> hints = hints(boxes(headerEnd(List.of()), bottom));
        List<Box> boxes = boxes(headerEnd(hints), bottom);
        header(hints);
        for (int i = 0; i < boxes.size(); i++) {
            plots.draw(panel.cells().get(i), boxes.get(i), shapes, texts);
        }
        String titles = String.join(
                ", ", panel.cells().stream().map(SmallMultiples.Cell::title).toList());
        return new Figure(
                panel.headline(),
                panel.headline() + ": " + titles + ". Arms: " + String.join(", ", panel.arms()),
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

    /** How to read the ranges that lie on the axis of some plot, with their values, and the bands. */
    private List<String> hints(List<Box> boxes) {
        List<String> windows = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        boolean bands = false;
        for (int i = 0; i < boxes.size(); i++) {
            SmallMultiples.Cell cell = panel.cells().get(i);
            ValueScale value = plots.value(cell, boxes.get(i));
            for (ReferenceRange range : cell.ranges()) {
                if (range.isWindow() && range.bottom() < value.high() && range.top() > value.low()) {
                    windows.add(
                            cell.title() + " " + PlainNumber.of(range.bottom()) + "–" + PlainNumber.of(range.top()));
                } else if (!range.isWindow() && value.shows(range.top())) {
                    limits.add(cell.title() + " " + PlainNumber.of(range.top()));
                }
            }
            bands |= plots.traces(cell.curves()).stream()
                    .anyMatch(t -> t.periodHours().orElse(0) == DAY);
        }
        List<String> hints = new ArrayList<>();
        if (!windows.isEmpty()) {
            hints.add("grey: therapeutic window of " + String.join(", ", windows));
        }
        if (!limits.isEmpty()) {
            hints.add("dashed across: limit of " + String.join(", ", limits));
        }
        if (bands) {
            hints.add("bands: lowest to highest of each day");
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
        notice.addAll(notice());
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
                List.of(new Polyline.Point(x, middle), new Polyline.Point(x + SAMPLE, middle)), look(arm))));
        double baseline = TextMark.baseline(middle, style.sizes().axis());
        texts.add(TextMark.plain(words(arm), x + SAMPLE + 10, baseline, name(arm), Anchor.START));
    }

    /** An arm's line as the plots draw it, without dashes where most of them have none. */
    private CurveStyle look(int arm) {
        String name = panel.arms().get(arm);
        List<CurveStyle> drawn = panel.cells().stream()
                .flatMap(c -> plots.traces(c.curves()).stream())
                .filter(t -> t.arms().contains(name))
                .map(Trace::style)
                .toList();
        long solid = drawn.stream().filter(l -> l.dash().isEmpty()).count();
        return 2 * solid > drawn.size()
                ? new CurveStyle(style.curve(arm).colour(), style.curve(arm).width(), List.of())
                : style.curve(arm);
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

    /** Which arms have the same curve in which plots, where that is so of some but not all; empty where there are none. */
    private String sameCurves() {
        Map<String, List<String>> titles = new LinkedHashMap<>();
        for (SmallMultiples.Cell cell : panel.cells()) {
            List<Trace> traces = plots.traces(cell.curves());
            if (traces.size() > 1 && traces.size() < cell.curves().size()) {
                titles.computeIfAbsent(MultiplesPlot.shared(traces), k -> new ArrayList<>())
                        .add(cell.title());
            }
        }
        return titles.isEmpty()
                ? ""
                : titles.entrySet().stream()
                        .map(e -> e.getKey() + " in " + String.join(", ", e.getValue()))
                        .collect(Collectors.joining(" · ", "Same curve: ", ""));
    }
}
