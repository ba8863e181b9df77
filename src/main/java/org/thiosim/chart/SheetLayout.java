package org.thiosim.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thiosim.chart.TextMark.Anchor;
import org.thiosim.chart.TextMark.Setting;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.TimeCourse;

/** Lays out a panel: header at the top, footer at the bottom, doses above it, the plot in what is left. */
final class SheetLayout {
    private static final double MARGIN = 28;
    private static final double GAP = 12;
    private static final double NARROWEST_NAMES = 150;
    private static final double WIDEST_NAMES = 340;
    private static final double WIDEST_DRUG = 220;
    private static final double SMALLEST_TITLE = 14;

    private final TimeCoursePanel panel;
    private final ChartStyle style;
    private final TimeAxis time;
    private final ValueScale value;
    private final List<String> arms;
    private final List<Trace> traces;
    private final List<TextMark> texts = new ArrayList<>();
    private final TextStyle small;
    private final TextStyle axis;

    private SheetLayout(TimeCoursePanel panel, List<MeasuredSample> samples, ChartStyle style) {
        this.panel = panel;
        this.style = style;
        this.arms = panel.curves().stream().map(TimeCourse::arm).toList();
        TimeAxis shown = TimeAxis.of(
                panel.curves(), panel.doses().stream().map(DoseSpan::fromHour).toList());
        this.time = ValueScale.isRatio(panel.unit()) ? TimeAxis.between(0, shown.untilHour()) : shown;
        this.traces = Trace.of(panel.curves(), style);
        this.value =
                ValueScale.of(MeasuredExtent.beside(traces, samples), panel.ranges(), ValueScale.Wish.of(panel.unit()));
        this.small = new TextStyle(style.sizes().small(), false, style.inks().quiet());
        this.axis = new TextStyle(style.sizes().axis(), false, style.inks().quiet());
    }

    static Sheet of(TimeCoursePanel panel, ChartStyle style) {
        return of(panel, List.of(), style);
    }

    /** A sheet whose value axis also has room for published values. */
    static Sheet of(TimeCoursePanel panel, List<MeasuredSample> samples, ChartStyle style) {
        return new SheetLayout(panel, samples, style).sheet();
    }

    private Sheet sheet() {
        double names = namesWidth();
        List<DoseRow> rows = doseRows(names - EndLabels.LEADER);
        double top = header();
        double stripBottom = footer();
        double stripTop = stripBottom - DoseStrip.height(rows.size(), style);
        double ticksTop = stripTop - (rows.isEmpty() ? 0 : GAP / 2) - 1.8 * axis.size();
        Box plot = new Box(leftOfPlot(rows), top, style.width() - MARGIN - names, ticksTop);
        Scales scales = new Scales(plot, time, value);
        Box strip = new Box(MARGIN, stripTop, style.width() - MARGIN, stripBottom);
        EndLabels labels = EndLabels.of(traces, scales, style.width() - MARGIN, style);
        DoseStrip doses = DoseStrip.of(rows, arms, scales, strip, style);
        axisTexts(scales);
        TextStyle limit = new TextStyle(small.size(), false, style.inks().limit());
        texts.addAll(rangeTexts(scales, limit));
        texts.addAll(labels.texts());
        texts.addAll(doses.texts());
        List<Polyline> lines = new ArrayList<>(labels.leaders());
        lines.addAll(doses.samples());
        return new Sheet(scales, traces, panel.ranges(), List.copyOf(texts), doses.bars(), List.copyOf(lines));
    }

    private double namesWidth() {
        List<DoseRow> rows = doseRows(WIDEST_NAMES);
        double curves = Math.min(EndLabels.widest(traces, style), WIDEST_NAMES);
        double doses = Math.min(DoseStrip.widestArms(rows, arms, style), WIDEST_NAMES);
        return EndLabels.LEADER + Math.max(NARROWEST_NAMES, Math.max(curves, doses));
    }

    private List<DoseRow> doseRows(double width) {
        return DoseRow.of(panel.doses(), arms, some -> TextWrap.fits(DoseStrip.armText(some, arms), small, width));
    }

    /** Writes headline and subtitle; returns where the plot may begin. */
    private double header() {
        ChartStyle.TextSizes sizes = style.sizes();
        TextStyle headline = new TextStyle(sizes.headline(), true, style.inks().text());
        TextStyle subtitle = new TextStyle(sizes.subtitle(), false, style.inks().quiet());
        double width = style.width() - 2 * MARGIN;
        boolean named = panel.title().startsWith(panel.observable());
        String words = named ? "" : panel.title();
        String hints = hints();
        String both = words.isEmpty() || hints.isEmpty() ? words + hints : words + " · " + hints;
        double y = paragraph(named ? panel.title() : panel.observable(), headline, MARGIN, width, 2);
        if (subtitle.width(both) < 1.9 * width) {
            y = paragraph(both, subtitle, y, width, 2);
        } else {
            y = paragraph(words, subtitle, y, width, 2);
            y = paragraph(hints, subtitle, y, width, 1);
        }
        TextStyle limit = new TextStyle(small.size(), false, style.inks().limit());
        for (ReferenceRange range : panel.ranges()) {
            y = paragraph(RangeTexts.beyond(range, value).orElse(""), limit, y, width, 2);
        }
        return y + 2 * GAP;
    }

    private String hints() {
        List<String> hints = new ArrayList<>();
        if (value.logarithmic()) {
            hints.add("logarithmic axis");
        }
        List<String> periods = traces.stream()
                .filter(Trace::isBand)
                .map(trace -> Math.round(trace.periodHours().getAsDouble() / 24))
                .distinct()
                .sorted()
                .map(days -> days == 1 ? "each day" : days == 7 ? "each week" : days + " days")
                .toList();
        if (!periods.isEmpty()) {
            hints.add("bands: lowest to highest of " + String.join(" or ", periods));
        }
        return String.join(" · ", hints);
    }

    /** Writes notice and disclaimer from the bottom up; returns where they begin. */
    private double footer() {
        double width = style.width() - 2 * MARGIN;
        TextStyle text = new TextStyle(small.size(), false, style.inks().text());
        List<String> notice = panel.notice()
                .map(words -> TextWrap.paragraphs(words, text, width, 6))
                .orElse(List.of());
        double top = style.height() - MARGIN / 2 - (notice.size() + 1) * small.lineHeight();
        double y = top;
        for (String line : notice) {
            y = paragraph(line, text, y, width, 1);
        }
        paragraph(Purpose.NOTICE, small, y, width, 1);
        return top - GAP;
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

    private double leftOfPlot(List<DoseRow> rows) {
        double drugs = rows.stream()
                .mapToDouble(row -> small.width(TextWrap.printable(row.drug())))
                .max()
                .orElse(0);
        double forAxis = axis.lineHeight() + widestTick() + 2 * GAP;
        return MARGIN + Math.max(forAxis, Math.min(drugs, WIDEST_DRUG) + GAP);
    }

    /** Width of the widest tick label, at least that of four digits. */
    private double widestTick() {
        return value.ticks().stream()
                .mapToDouble(tick -> axis.width(PlainNumber.of(tick)))
                .reduce(axis.width("0000"), Math::max);
    }

    private void axisTexts(Scales scales) {
        Box plot = scales.plot();
        for (double tick : value.ticks()) {
            double y = TextMark.baseline(scales.y(tick), axis.size());
            texts.add(TextMark.plain(PlainNumber.of(tick), plot.left() - GAP, y, axis, Anchor.END));
        }
        double y = TextMark.baseline(plot.bottom() + 1.05 * axis.size(), axis.size());
        for (TimeAxis.Tick tick : time.ticks()) {
            texts.add(TextMark.plain(tick.label(), scales.x(tick.hour()), y, axis, Anchor.MIDDLE));
        }
        double right = plot.right() + EndLabels.LEADER;
        TextStyle title = axis.fitting(time.title(), style.width() - MARGIN - right, SMALLEST_TITLE);
        texts.add(TextMark.plain(time.title(), right, y, title, Anchor.START));
        List<String> name =
                TextWrap.lines(panel.observable() + Typeset.inBrackets(panel.unit()), axis, plot.height(), 1);
        double x = MARGIN + axis.size() * 0.78;
        texts.add(new TextMark(name.get(0), x, plot.middle(), axis, Anchor.MIDDLE, Setting.TURNED));
    }

    private List<TextMark> rangeTexts(Scales scales, TextStyle limit) {
        boolean nothing = panel.curves().stream()
                .allMatch(curve -> Arrays.stream(curve.values()).allMatch(amount -> amount == 0));
        if (!nothing) {
            return RangeTexts.of(panel.ranges(), traces, scales, limit);
        }
        Box plot = scales.plot();
        TextStyle bold =
                new TextStyle(style.sizes().subtitle(), true, style.inks().text());
        double middle = (plot.left() + plot.right()) / 2;
        return List.of(TextMark.plain("All values are zero.", middle, plot.middle(), bold, Anchor.MIDDLE));
    }
}
