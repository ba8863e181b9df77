package org.thiosim.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.thiosim.simulation.TimeCourse;

/**
 * Draws one observable of all arms over time.
 *
 * <p>Weeks are the time axis of runs of more than 14 days, days of runs of 2 to 14 days, hours of shorter ones. The value
 * axis is logarithmic where {@link ValueScale} says so. Each curve
 * carries its arm's name at its end; arms with the same curve share it. A curve that swings more than 50 times is drawn
 * as the range of each day.
 */
public final class TimeCourseChart {
    private static final double SIDE_BY_SIDE = 18;

    private TimeCourseChart() {}

    /** The picture of {@code panel} as a file of {@code format}. */
    public static byte[] draw(TimeCoursePanel panel, ChartStyle style, PictureFormat format) {
        return draw(panel, List.of(), style, format);
    }

    /** The picture with published values on the curves; each sample belongs to an arm of the panel. */
    public static byte[] draw(
            TimeCoursePanel panel, List<MeasuredSample> samples, ChartStyle style, PictureFormat format) {
        return figure(panel, samples, style).draw(style, format);
    }

    static Figure figure(TimeCoursePanel panel, List<MeasuredSample> samples, ChartStyle style) {
        Sheet sheet = SheetLayout.of(panel, samples, style);
        List<Consumer<Graphics2D>> shapes = new ArrayList<>();
        shapes.add(graphics -> PlotDrawing.draw(sheet, style, graphics));
        sheet.bars().forEach(bar -> shapes.add(Marks.bar(bar)));
        sheet.lines().forEach(line -> shapes.add(Marks.line(line)));
        shapes.add(graphics -> drawSamples(panel, samples, style, sheet.scales(), graphics));
        return new Figure(title(panel), description(panel), shapes, sheet.texts());
    }

    /** Samples of one time stand side by side. */
    private static void drawSamples(
            TimeCoursePanel panel, List<MeasuredSample> samples, ChartStyle style, Scales scales, Graphics2D graphics) {
        List<String> arms = panel.curves().stream().map(TimeCourse::arm).toList();
        for (MeasuredSample sample : samples) {
            List<MeasuredSample> beside =
                    samples.stream().filter(m -> m.hour() == sample.hour()).toList();
            double shift = SIDE_BY_SIDE * (beside.indexOf(sample) - (beside.size() - 1) / 2.0);
            double x = Math.min(scales.x(sample.hour()) + shift, scales.plot().right());
            drawSample(sample, style.curve(arms.indexOf(sample.arm())).colour(), x, scales, graphics);
        }
    }

    private static void drawSample(MeasuredSample sample, String colour, double x, Scales scales, Graphics2D graphics) {
        if (sample.low().isPresent() && sample.high().isPresent()) {
            double low = scales.y(sample.low().getAsDouble());
            PointMarker.spread(
                    graphics, colour, x, low, x, scales.y(sample.high().getAsDouble()));
        }
        PointMarker.Form form = sample.derived() ? PointMarker.Form.CIRCLE : PointMarker.Form.SQUARE;
        new PointMarker(colour, form, sample.derived()).draw(graphics, x, scales.y(sample.value()));
    }

    private static String title(TimeCoursePanel panel) {
        return TextWrap.printable(panel.observable() + ": " + panel.title());
    }

    private static String description(TimeCoursePanel panel) {
        String arms = panel.curves().stream().map(TimeCourse::arm).collect(Collectors.joining(", "));
        return TextWrap.printable(panel.observable() + Typeset.inBrackets(panel.unit()) + " over time for: " + arms);
    }
}
