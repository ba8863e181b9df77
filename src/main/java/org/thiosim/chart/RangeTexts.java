package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds places inside the plot for the texts of ranges: at their range, off each other, on as little curve as possible. */
final class RangeTexts {
    private static final double PAD = 8;
    private static final double COLUMN = 6;
    private static final double LARGEST_SHARE = 0.62;
    private static final int POSITIONS = 7;

    private final Scales scales;
    private final List<Trace> traces;
    private final TextStyle style;
    private final List<Box> taken = new ArrayList<>();
    private final List<TextMark> marks = new ArrayList<>();

    private RangeTexts(Scales scales, List<Trace> traces, TextStyle style) {
        this.scales = scales;
        this.traces = traces;
        this.style = style;
    }

    static List<TextMark> of(List<ReferenceRange> ranges, List<Trace> traces, Scales scales, TextStyle style) {
        RangeTexts texts = new RangeTexts(scales, traces, style);
        ranges.forEach(texts::add);
        return List.copyOf(texts.marks);
    }

    private void add(ReferenceRange range) {
        ValueScale value = scales.value();
        if (range.bottom() > value.high()) {
            place(
                    "↑ off this axis: " + range.label(),
                    scales.plot().top(),
                    scales.plot().top());
        } else if (range.top() < value.low()) {
            place(
                    "↓ off this axis: " + range.label(),
                    scales.plot().bottom(),
                    scales.plot().bottom());
        } else {
            place(range.label(), scales.y(range.top()), scales.y(range.bottom()));
        }
    }

    /** Puts a text at a band that reaches from {@code top} to {@code bottom}, px; both are equal for a line. */
    private void place(String label, double top, double bottom) {
        Box plot = scales.plot();
        List<String> lines = TextWrap.lines(label, style, plot.width() * LARGEST_SHARE, 2);
        double width = lines.stream().mapToDouble(style::width).max().orElse(0);
        double height = lines.size() * style.lineHeight();
        double inside = bottom - top >= height + PAD ? 0 : height * 3;
        List<Candidate> candidates = new ArrayList<>();
        addRow(candidates, top + PAD / 2, width, height, inside);
        addRow(candidates, bottom - PAD / 2 - height, width, height, inside + 1);
        addRow(candidates, top - PAD / 2 - height, width, height, height * 2);
        addRow(candidates, bottom + PAD / 2, width, height, height * 2 + 1);
        for (double y = plot.top() + PAD; y + height < plot.bottom(); y += height / 2) {
            addRow(candidates, y, width, height, height * 4 + distance(y, y + height, top, bottom));
        }
        candidates.stream()
                .filter(candidate ->
                        plot.contains(candidate.box) && taken.stream().noneMatch(candidate.box::overlaps))
                .min(Comparator.comparingDouble(Candidate::cost))
                .ifPresent(best -> write(lines, best.box));
    }

    private void addRow(List<Candidate> candidates, double top, double width, double height, double cost) {
        Box plot = scales.plot();
        double room = plot.width() - width - 2 * PAD;
        for (int i = 0; i < POSITIONS; i++) {
            double left = plot.left() + PAD + room * i / (POSITIONS - 1);
            Box box = new Box(left, top, left + width, top + height);
            candidates.add(new Candidate(box, cost + covered(box.grown(3)) + 0.3 * i));
        }
    }

    /** How much curve a box covers, px. */
    private double covered(Box box) {
        double covered = 0;
        for (Trace trace : traces) {
            for (double x = box.left(); x <= box.right(); x += COLUMN) {
                double high = trace.highAt(scales.hour(x));
                if (!Double.isNaN(high)
                        && scales.y(high) <= box.bottom()
                        && scales.y(trace.lowAt(scales.hour(x))) >= box.top()) {
                    covered += COLUMN;
                }
            }
        }
        return covered;
    }

    private void write(List<String> lines, Box box) {
        taken.add(box.grown(2));
        for (int i = 0; i < lines.size(); i++) {
            double middle = box.top() + (i + 0.5) * style.lineHeight();
            marks.add(new TextMark(
                    lines.get(i),
                    box.left(),
                    TextMark.baseline(middle, style.size()),
                    style,
                    TextMark.Anchor.START,
                    TextMark.Setting.RIMMED));
        }
    }

    private static double distance(double top, double bottom, double from, double to) {
        return Math.max(0, Math.max(from - bottom, top - to));
    }

    private record Candidate(Box box, double cost) {}
}
