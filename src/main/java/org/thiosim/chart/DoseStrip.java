package org.thiosim.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thiosim.chart.Polyline.Point;
import org.thiosim.chart.TextMark.Anchor;

/**
 * The strip of doses under the plot, on its time axis: a row per drug and arm, the drug to the left, the arm to the right.
 *
 * @param bars periods
 * @param texts drugs, arms and doses
 * @param samples a piece of each arm's curve before its name
 */
record DoseStrip(List<Bar> bars, List<TextMark> texts, List<Polyline> samples) {
    /** The most rows drawn; a last line says how many more there are. */
    static final int MOST_ROWS = 12;

    private static final int ROOMY_ROWS = 5;
    private static final double PAD = 8;
    private static final double NARROWEST_BAR = 4;
    private static final double LEADER_SAMPLE = 38;
    private static final double SMALLEST_TEXT = 15;

    /** Height of a row, px. */
    static double rowHeight(int rows, ChartStyle style) {
        return style.sizes().small() * (rows <= ROOMY_ROWS ? 1.5 : 1.25);
    }

    /** Rows drawn of so many, px high in all. */
    static double height(int rows, ChartStyle style) {
        int drawn = Math.min(rows, MOST_ROWS) + (rows > MOST_ROWS ? 1 : 0);
        return drawn * rowHeight(rows, style);
    }

    static DoseStrip of(List<DoseRow> rows, List<String> arms, Scales scales, Box strip, ChartStyle style) {
        Drawing drawing = new Drawing(rows, arms, scales, strip, style);
        for (int i = 0; i < Math.min(rows.size(), MOST_ROWS); i++) {
            drawing.add(i);
        }
        if (rows.size() > MOST_ROWS) {
            drawing.addRemainder();
        }
        return new DoseStrip(List.copyOf(drawing.bars), List.copyOf(drawing.texts), List.copyOf(drawing.samples));
    }

    /** How the arms of a row are named: all, all but a few, or each. */
    static String armText(List<String> some, List<String> all) {
        if (some.size() == all.size() && all.size() > 1) {
            return "all arms";
        }
        if (some.size() > all.size() / 2 && some.size() > 2) {
            return "all but " + all.stream().filter(arm -> !some.contains(arm)).collect(Collectors.joining(", "));
        }
        return String.join(", ", some);
    }

    /** Width of the widest name of arms, px. */
    static double widestArms(List<DoseRow> rows, List<String> all, ChartStyle style) {
        double size = style.sizes().small();
        return rows.stream()
                .mapToDouble(row -> TextWidth.of(TextWrap.printable(fullText(row, all)), size, false))
                .max()
                .orElse(0);
    }

    /** The arms of a row, with its dose when that will not fit into one of its many short periods. */
    private static String fullText(DoseRow row, List<String> all) {
        String arms = armText(row.arms(), all);
        return row.isPulsed() ? arms + ": " + row.spans().get(0).label() : arms;
    }

    /** One strip in the making. */
    private static final class Drawing {
        private final List<DoseRow> rows;
        private final List<String> arms;
        private final Map<String, CurveStyle> looks = new HashMap<>();
        private final Scales scales;
        private final Box strip;
        private final ChartStyle style;
        private final TextStyle plain;
        private final double rowHeight;
        private final List<Bar> bars = new ArrayList<>();
        private final List<TextMark> texts = new ArrayList<>();
        private final List<Polyline> samples = new ArrayList<>();

        Drawing(List<DoseRow> rows, List<String> arms, Scales scales, Box strip, ChartStyle style) {
            this.rows = rows;
            this.arms = arms;
            this.scales = scales;
            this.strip = strip;
            this.style = style;
            this.plain =
                    new TextStyle(style.sizes().small(), false, style.inks().text());
            this.rowHeight = rowHeight(rows.size(), style);
            for (int i = 0; i < arms.size(); i++) {
                looks.put(arms.get(i), style.curve(i));
            }
        }

        void add(int index) {
            DoseRow row = rows.get(index);
            Box plot = scales.plot();
            double middle = strip.top() + (index + 0.5) * rowHeight;
            double leftRoom = plot.left() - strip.left() - PAD;
            texts.add(mark(fitted(row.drug(), plain, leftRoom), plot.left() - PAD, middle, Anchor.END));
            addBars(row, middle);
            if (index == 0 || !rows.get(index - 1).arms().equals(row.arms()) || row.isPulsed()) {
                addArms(row, middle);
            }
        }

        void addRemainder() {
            int hidden = rows.size() - MOST_ROWS;
            double middle = strip.top() + (MOST_ROWS + 0.5) * rowHeight;
            String text = "and " + hidden + " more rows of doses, not shown";
            texts.add(mark(text, scales.plot().left() + PAD, middle, Anchor.START, quiet()));
        }

        private void addArms(DoseRow row, double middle) {
            double left = scales.plot().right() + EndLabels.LEADER;
            CurveStyle look = look(row);
            TextStyle ink = new TextStyle(plain.size(), false, look.textColour());
            texts.add(mark(fitted(fullText(row, arms), ink, strip.right() - left), left, middle, Anchor.START));
            if (row.arms().size() == 1) {
                Point from = new Point(left - LEADER_SAMPLE, middle);
                samples.add(new Polyline(List.of(from, new Point(left - PAD, middle)), look));
            }
        }

        private void addBars(DoseRow row, double middle) {
            List<DoseSpan> shown = row.spans().stream()
                    .filter(span -> span.untilHour() >= scales.time().fromHour()
                            && span.fromHour() <= scales.time().untilHour())
                    .toList();
            String colour = look(row).colour();
            String fill =
                    row.arms().size() == 1 ? Colours.pale(colour) : style.inks().window();
            List<Box> boxes = shown.stream().map(span -> bar(span, middle)).toList();
            boxes.forEach(box -> bars.add(new Bar(box, fill, colour)));
            List<Integer> steps = IntStream.range(0, boxes.size())
                    .filter(i -> !row.isPulsed() && isStep(boxes, i))
                    .boxed()
                    .toList();
            boolean written = addSteps(shown, boxes, steps, middle);
            for (int i = 0; i < boxes.size() && !row.isPulsed(); i++) {
                if (written && steps.contains(i)) {
                    continue;
                }
                double end = i + 1 < boxes.size()
                        ? boxes.get(i + 1).left()
                        : scales.plot().right();
                addDose(shown.get(i), boxes.get(i), end, middle);
            }
        }

        /** Whether a bar is followed by others and has a neighbour of the same width, as the steps of a taper have. */
        private static boolean isStep(List<Box> boxes, int i) {
            return i + 1 < boxes.size()
                    && (isAlike(boxes.get(i), boxes.get(i + 1)) || i > 0 && isAlike(boxes.get(i), boxes.get(i - 1)));
        }

        private static boolean isAlike(Box one, Box other) {
            return Math.abs(one.width() - other.width()) < 1;
        }

        /** Writes the doses of steps in one way and size, the longest in which each fits into its bar; false where none does. */
        private boolean addSteps(List<DoseSpan> spans, List<Box> boxes, List<Integer> steps, double middle) {
            int most = steps.stream()
                    .mapToInt(i -> spans.get(i).words().size())
                    .max()
                    .orElse(0);
            for (int way = 0; way < most; way++) {
                int form = way;
                for (double size = plain.size(); size >= SMALLEST_TEXT; size -= 2) {
                    TextStyle ink = plain.withSize(size);
                    if (steps.stream()
                            .allMatch(i -> TextWrap.fits(
                                    words(spans.get(i), form, most),
                                    ink,
                                    boxes.get(i).width() - 2 * PAD))) {
                        steps.forEach(i -> texts.add(mark(
                                words(spans.get(i), form, most),
                                boxes.get(i).left() + PAD,
                                middle,
                                Anchor.START,
                                ink)));
                        return true;
                    }
                }
            }
            return false;
        }

        /** The words of a way, counted from the shortest of {@code most}. */
        private static String words(DoseSpan span, int way, int most) {
            int own = way - (most - span.words().size());
            return TextWrap.printable(span.words().get(Math.max(0, own)));
        }

        /** Writes the dose in its bar or to the right of it, in the longest words that fit; none where none do. */
        private void addDose(DoseSpan span, Box box, double end, double middle) {
            double room = end - box.right();
            for (String words : span.words()) {
                for (double size = plain.size(); size >= SMALLEST_TEXT; size -= 2) {
                    TextStyle ink = plain.withSize(size);
                    boolean inside = TextWrap.fits(words, ink, box.width() - 2 * PAD);
                    if (inside || TextWrap.fits(words, ink, room - 2 * PAD)) {
                        double left = (inside ? box.left() : box.right()) + PAD;
                        texts.add(mark(TextWrap.printable(words), left, middle, Anchor.START, ink));
                        return;
                    }
                }
            }
        }

        private Box bar(DoseSpan span, double middle) {
            Box plot = scales.plot();
            double left = Math.max(scales.x(span.fromHour()), plot.left());
            double right = Math.min(Math.max(scales.x(span.untilHour()), left + NARROWEST_BAR), plot.right());
            double half = rowHeight / 2 - 2;
            return new Box(Math.min(left, right - NARROWEST_BAR), middle - half, right, middle + half);
        }

        private CurveStyle look(DoseRow row) {
            if (row.arms().size() == 1) {
                return looks.getOrDefault(row.arms().get(0), style.curve(0));
            }
            return new CurveStyle(style.inks().quiet(), 2, List.of());
        }

        private TextStyle quiet() {
            return new TextStyle(plain.size(), false, style.inks().quiet());
        }

        private TextMark mark(Fitted fitted, double x, double middle, Anchor anchor) {
            return mark(fitted.text, x, middle, anchor, fitted.style);
        }

        private static TextMark mark(String text, double x, double middle, Anchor anchor, TextStyle ink) {
            return TextMark.plain(text, x, TextMark.baseline(middle, ink.size()), ink, anchor);
        }

        /** The text in smaller letters if that makes it fit, else cut. */
        private static Fitted fitted(String text, TextStyle ink, double width) {
            TextStyle fitting = ink.fitting(text, width, SMALLEST_TEXT);
            return new Fitted(TextWrap.line(text, fitting, width), fitting);
        }

        private record Fitted(String text, TextStyle style) {}
    }
}
