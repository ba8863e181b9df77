package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds places inside the plot for the texts of ranges: at their range, off each other, on as little curve as possible. */
final class RangeTexts {
    private static final double PAD = 8;
    private static final double COLUMN = 6;
    private static final double COVERING = 10;
    private static final double BELOW = 12;
    private static final double BESIDE = 60;
    private static final double FAR = 200;
    private static final int POSITIONS = 9;

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
        if (beyond(range, scales.value()).isEmpty()) {
            String what = range.isWindow() ? "grey band: " : "dashed line: ";
            place(range.label(), what + range.label(), scales.y(range.top()), scales.y(range.bottom()));
        }
    }

    /** What is said above the plot of a range that lies beyond the axis; empty of one that is drawn. */
    static Optional<String> beyond(ReferenceRange range, ValueScale value) {
        if (range.bottom() > value.high()) {
            return Optional.of("↑ off this axis: " + range.label());
        }
        return range.top() < value.low() ? Optional.of("↓ off this axis: " + range.label()) : Optional.empty();
    }

    /**
     * Puts a text at a band that reaches from {@code top} to {@code bottom}, px; both are equal for a line.
     *
     * @param elsewhere the text where it cannot stand in the band or at the line
     */
    private void place(String label, String elsewhere, double top, double bottom) {
        List<Candidate> candidates = new ArrayList<>();
        forms(label).forEach((lines, cost) -> addHere(candidates, lines, top, bottom, cost));
        forms(elsewhere).forEach((lines, cost) -> addElsewhere(candidates, lines, top, bottom, cost));
        best(candidates).ifPresent(this::write);
    }

    /** A text in one line and in two, with what each costs. */
    private Map<List<String>, Double> forms(String label) {
        double widest = scales.plot().width() - 2 * PAD;
        Map<List<String>, Double> forms = new LinkedHashMap<>();
        if (TextWrap.fits(label, style, widest)) {
            forms.put(TextWrap.lines(label, style, widest, 1), 0.0);
        }
        List<String> halves = TextWrap.halves(label, style);
        boolean narrow = halves.stream().allMatch(line -> style.width(line) <= widest);
        forms.put(narrow ? halves : TextWrap.lines(label, style, widest, 2), style.size());
        return forms;
    }

    /** The candidate of least cost, curves covered included, that is inside the plot and off the texts written so far. */
    private Optional<Candidate> best(List<Candidate> candidates) {
        List<Candidate> free = candidates.stream()
                .filter(candidate ->
                        scales.plot().contains(candidate.box) && taken.stream().noneMatch(candidate.box::overlaps))
                .sorted(Comparator.comparingDouble(Candidate::cost))
                .toList();
        Optional<Candidate> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Candidate candidate : free) {
            if (candidate.cost >= least) {
                break;
            }
            double cost = candidate.cost + COVERING * covered(candidate.box.grown(3));
            if (cost < least) {
                least = cost;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private void addHere(List<Candidate> candidates, List<String> lines, double top, double bottom, double cost) {
        double height = lines.size() * style.lineHeight();
        if (bottom - top < 1) {
            addRow(candidates, lines, top - PAD / 2 - height, cost);
            addRow(candidates, lines, bottom + PAD / 2, cost + BELOW);
        } else if (bottom - top >= height + PAD) {
            addRow(candidates, lines, top + PAD / 2, cost);
            addRow(candidates, lines, bottom - PAD / 2 - height, cost + BELOW / 2);
        }
    }

    private void addElsewhere(List<Candidate> candidates, List<String> lines, double top, double bottom, double cost) {
        double height = lines.size() * style.lineHeight();
        if (bottom - top >= 1) {
            addRow(candidates, lines, top - PAD / 2 - height, cost + BESIDE);
            addRow(candidates, lines, bottom + PAD / 2, cost + BESIDE + BELOW);
        }
        for (double y = scales.plot().top() + PAD; y + height < scales.plot().bottom(); y += height / 2) {
            addRow(candidates, lines, y, cost + FAR + distance(y, y + height, top, bottom));
        }
    }

    private void addRow(List<Candidate> candidates, List<String> lines, double top, double cost) {
        Box plot = scales.plot();
        double width = lines.stream().mapToDouble(style::width).max().orElse(0);
        double height = lines.size() * style.lineHeight();
        double room = plot.width() - width - 2 * PAD;
        for (int i = 0; i < POSITIONS; i++) {
            double left = plot.left() + PAD + room * i / (POSITIONS - 1);
            Box box = new Box(left, top, left + width, top + height);
            candidates.add(new Candidate(lines, box, cost + 0.3 * i));
        }
    }

    /** How much of a box's width curves cross, px. */
    private double covered(Box box) {
        double covered = 0;
        for (Trace trace : traces) {
            double top = Double.NaN;
            double bottom = Double.NaN;
            for (double x = box.left() - COLUMN; x <= box.right() + COLUMN; x += COLUMN) {
                double hour = scales.hour(x);
                double nextTop = y(trace.highAt(hour));
                double nextBottom = y(trace.lowAt(hour));
                if (Math.min(top, nextTop) <= box.bottom() && Math.max(bottom, nextBottom) >= box.top()) {
                    covered += COLUMN;
                }
                top = nextTop;
                bottom = nextBottom;
            }
        }
        return covered;
    }

    private double y(double amount) {
        return Double.isNaN(amount) ? Double.NaN : scales.y(amount);
    }

    private void write(Candidate candidate) {
        Box box = candidate.box;
        List<String> lines = candidate.lines;
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

    private record Candidate(List<String> lines, Box box, double cost) {}
}
