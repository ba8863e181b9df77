package org.thiosim.chart;

import java.util.List;
import org.thiosim.simulation.TimeCourse;

/**
 * A picture of a sweep: one number of an observable against the swept value, one curve for each arm.
 *
 * @param title what the picture is about
 * @param what the number, for example {@code at the end of the run}
 * @param setting what was swept
 * @param labels of the ticks
 * @param places of the values on the axis, ascending; their numbers, or 0, 1, … for words
 * @param curves one for each arm, whose times are the places
 */
public record SweepPanel(
        String title,
        String observable,
        String what,
        SweptSetting setting,
        List<String> labels,
        List<Double> places,
        List<TimeCourse> curves) {
    public SweepPanel {
        labels = List.copyOf(labels);
        places = List.copyOf(places);
        curves = List.copyOf(curves);
        if (labels.size() != places.size() || places.size() < 2) {
            throw new IllegalArgumentException("a sweep needs two or more values, each with one place");
        }
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("chart of " + observable + " has no curve; give at least one arm");
        }
    }
}
