package org.thiosim.chart;

import java.util.List;
import java.util.Optional;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeCourse;

/**
 * A picture of a sweep: one number of an observable against the swept value, one curve for each arm.
 *
 * @param about what stands beside the numbers
 * @param setting what was swept
 * @param stops the swept values, ascending
 * @param reference window or limit of the observable, where it holds for every arm and value
 * @param curves one for each arm, whose times are the places
 */
public record SweepPanel(
        About about,
        String observable,
        SweptSetting setting,
        List<Stop> stops,
        Optional<RunRecord.Reference> reference,
        List<TimeCourse> curves) {
    public SweepPanel {
        stops = List.copyOf(stops);
        curves = List.copyOf(curves);
        if (stops.size() < 2) {
            throw new IllegalArgumentException("a sweep needs two or more values");
        }
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("chart of " + observable + " has no curve; give at least one arm");
        }
    }

    /**
     * What a sweep is of and how far to trust it.
     *
     * @param title of the scenario
     * @param what the number, for example {@code at the end of the run}
     * @param cautions contraindications, with the arms and values that they concern
     */
    public record About(String title, String what, List<String> cautions) {
        public About {
            cautions = List.copyOf(cautions);
        }
    }

    /** A swept value: the label of its tick and its place on the axis, its number or 0, 1, … for words. */
    public record Stop(String label, double place) {}
}
