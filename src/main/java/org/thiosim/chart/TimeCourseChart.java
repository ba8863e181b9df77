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
 * axis is logarithmic when positive values after the first twentieth of the time span more than two decades. Each curve
 * carries its arm's name at its end; arms with the same curve share it. A curve that swings more than 50 times is drawn
 * as the range of each day.
 */
public final class TimeCourseChart {
    private TimeCourseChart() {}

    /** The picture of {@code panel} as a file of {@code format}. */
    public static byte[] draw(TimeCoursePanel panel, ChartStyle style, PictureFormat format) {
        return figure(panel, style).draw(style, format);
    }

    static Figure figure(TimeCoursePanel panel, ChartStyle style) {
        Sheet sheet = SheetLayout.of(panel, style);
        List<Consumer<Graphics2D>> shapes = new ArrayList<>();
        shapes.add(graphics -> PlotDrawing.draw(sheet, style, graphics));
        sheet.bars().forEach(bar -> shapes.add(Marks.bar(bar)));
        sheet.lines().forEach(line -> shapes.add(Marks.line(line)));
        return new Figure(title(panel), description(panel), shapes, sheet.texts());
    }

    private static String title(TimeCoursePanel panel) {
        return TextWrap.printable(panel.observable() + ": " + panel.title());
    }

    private static String description(TimeCoursePanel panel) {
        String arms = panel.curves().stream().map(TimeCourse::arm).collect(Collectors.joining(", "));
        return TextWrap.printable(panel.observable() + Typeset.inBrackets(panel.unit()) + " over time for: " + arms);
    }
}
