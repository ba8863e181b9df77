package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.thiosim.chart.Polyline.Point;

/**
 * The names of the curves in a column right of the plot, each with a thin line to the end of its curve.
 *
 * @param texts names, one mark per line
 * @param leaders lines from curve to name
 */
record EndLabels(List<TextMark> texts, List<Polyline> leaders) {
    /** Width of the zone of the thin lines, px. */
    static final double LEADER = 44;

    private static final int MOST_LINES = 4;
    private static final double GAP = 8;
    private static final double SLACK = 0.01;
    private static final double SMALLEST_TEXT = 16;

    /** Names of curves over time: where the ends lie together, each line starts where the curves lie apart. */
    static EndLabels of(List<Trace> traces, Scales scales, double columnRight, ChartStyle style) {
        return at(LabelMoment.of(traces, scales, style.sizes().curve()), traces, scales, columnRight, style);
    }

    /** Names of curves through a few points: each line starts at the last point. */
    static EndLabels atEnds(List<Trace> traces, Scales scales, double columnRight, ChartStyle style) {
        return at(OptionalDouble.empty(), traces, scales, columnRight, style);
    }

    private static EndLabels at(
            OptionalDouble moment, List<Trace> traces, Scales scales, double columnRight, ChartStyle style) {
        Box plot = scales.plot();
        double left = plot.right() + LEADER;
        List<Block> blocks = blocks(traces, columnRight - left + SLACK, plot.height() + GAP, style);
        List<Point> ends = traces.stream()
                .map(t -> moment.isPresent() ? LabelMoment.point(t, moment.getAsDouble(), scales) : end(t, scales))
                .toList();
        double[] wanted = ends.stream().mapToDouble(Point::y).toArray();
        double[] heights = blocks.stream().mapToDouble(Block::height).toArray();
        double[] placed = LabelPlacement.place(wanted, heights, plot.top() - GAP / 2, plot.bottom() + GAP / 2);
        List<TextMark> texts = new ArrayList<>();
        List<Polyline> leaders = new ArrayList<>();
        for (int i = 0; i < placed.length; i++) {
            texts.addAll(blocks.get(i).marks(left, placed[i]));
            Polyline leader = leader(ends.get(i), plot.right(), left - 6, placed[i], traces.get(i));
            boolean early = ends.get(i).x() < scales.x(traces.get(i).lastHour());
            leaders.add(early ? leader.dotted() : leader);
        }
        return new EndLabels(List.copyOf(texts), List.copyOf(leaders));
    }

    /** Width of the widest name when none is broken, px. */
    static double widest(List<Trace> traces, ChartStyle style) {
        return traces.stream()
                .mapToDouble(trace -> textStyle(trace, style).width(TextWrap.printable(trace.label())))
                .max()
                .orElse(0);
    }

    /** The names uncut, in smaller letters if they need much room; cut only when the smallest letters do not help. */
    private static List<Block> blocks(List<Trace> traces, double width, double height, ChartStyle style) {
        for (double size = style.sizes().curve(); size >= SMALLEST_TEXT; size -= 2) {
            List<Block> blocks = blocks(traces, width, size, MOST_LINES, style);
            if (height(blocks) <= height) {
                return blocks;
            }
        }
        for (int most = MOST_LINES - 1; most >= 1; most--) {
            List<Block> blocks = blocks(traces, width, SMALLEST_TEXT, most, style);
            if (height(blocks) <= height) {
                return blocks;
            }
        }
        throw new IllegalArgumentException(
                traces.size() + " curves are too many for one picture; show at most " + TimeCoursePanel.MAXIMUM_ARMS);
    }

    private static List<Block> blocks(List<Trace> traces, double width, double size, int most, ChartStyle style) {
        List<Block> blocks = new ArrayList<>();
        for (Trace trace : traces) {
            TextStyle text = textStyle(trace, style).withSize(size);
            blocks.add(new Block(TextWrap.lines(trace.label(), text, width, most), text));
        }
        return blocks;
    }

    private static double height(List<Block> blocks) {
        return blocks.stream().mapToDouble(Block::height).sum();
    }

    private static TextStyle textStyle(Trace trace, ChartStyle style) {
        return new TextStyle(style.sizes().curve(), true, trace.style().textColour());
    }

    /** Where the drawn curve ends, or is last well above a logarithmic axis; a band ends at its upper edge. */
    private static Point end(Trace trace, Scales scales) {
        double[] highs = trace.named();
        int last = highs.length - 1;
        while (last > 0
                && scales.value().logarithmic()
                && highs[last] < scales.value().low()) {
            last--;
        }
        return new Point(scales.x(trace.hours()[last]), scales.y(highs[last]));
    }

    private static Polyline leader(Point end, double plotRight, double labelLeft, double labelY, Trace trace) {
        CurveStyle look = new CurveStyle(trace.style().colour(), 1.5f, List.of());
        Point out = new Point(Math.max(end.x(), plotRight) + 6, end.y());
        return new Polyline(List.of(end, out, new Point(labelLeft - 8, labelY), new Point(labelLeft, labelY)), look);
    }

    /** The lines of one name. */
    private record Block(List<String> lines, TextStyle style) {
        double height() {
            return lines.size() * style.lineHeight() + GAP;
        }

        List<TextMark> marks(double left, double middle) {
            List<TextMark> marks = new ArrayList<>();
            double first = middle - (lines.size() - 1) * style.lineHeight() / 2;
            for (int i = 0; i < lines.size(); i++) {
                double y = TextMark.baseline(first + i * style.lineHeight(), style.size());
                marks.add(TextMark.plain(lines.get(i), left, y, style, TextMark.Anchor.START));
            }
            return marks;
        }
    }
}
