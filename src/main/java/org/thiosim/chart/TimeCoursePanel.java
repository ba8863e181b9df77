package org.thiosim.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thiosim.simulation.TimeCourse;

/**
 * What one picture shows: one observable, all arms.
 *
 * <p>Refuses curves that cannot be drawn (none, without samples, of different units, with NaN or infinite values, times
 * that fall, two of one arm) with an {@link IllegalArgumentException} that names the arm and the sample.
 *
 * @param title what the picture is about, for example the scenario's title
 * @param observable the observable as users read it: headline and name of the value axis
 * @param unit unit of all values and ranges
 * @param curves one curve per arm, in the order of the arms
 * @param ranges windows and limits behind the curves
 * @param doses periods of dosing under the curves; those of arms without a curve are left out
 * @param notice a caution for this picture, for example an extrapolation
 */
public record TimeCoursePanel(
        String title,
        String observable,
        String unit,
        List<TimeCourse> curves,
        List<ReferenceRange> ranges,
        List<DoseSpan> doses,
        Optional<String> notice) {

    /** The most arms one picture can show; {@link #split} makes several pictures of more. */
    public static final int MAXIMUM_ARMS = 8;

    public TimeCoursePanel {
        curves = List.copyOf(curves);
        ranges = List.copyOf(ranges);
        doses = List.copyOf(doses);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("chart of " + observable + " has no curve; give at least one arm");
        }
        Set<String> arms = new HashSet<>();
        for (TimeCourse curve : curves) {
            requireDrawable(curve, observable, unit);
            if (!arms.add(curve.arm())) {
                throw new IllegalArgumentException("chart of " + observable + " has two curves of arm " + curve.arm());
            }
        }
    }

    /** This panel, or panels of at most {@link #MAXIMUM_ARMS} arms each with their doses, numbered in the title. */
    public List<TimeCoursePanel> split() {
        if (curves.size() <= MAXIMUM_ARMS) {
            return List.of(this);
        }
        int parts = (curves.size() + MAXIMUM_ARMS - 1) / MAXIMUM_ARMS;
        List<TimeCoursePanel> panels = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            List<TimeCourse> some = curves.subList(part * curves.size() / parts, (part + 1) * curves.size() / parts);
            Set<String> arms = new HashSet<>();
            some.forEach(curve -> arms.add(curve.arm()));
            panels.add(new TimeCoursePanel(
                    title + " (" + (part + 1) + " of " + parts + ")",
                    observable,
                    unit,
                    some,
                    ranges,
                    doses.stream().filter(dose -> arms.contains(dose.arm())).toList(),
                    notice));
        }
        return List.copyOf(panels);
    }

    private static void requireDrawable(TimeCourse curve, String observable, String unit) {
        String name = observable + " of arm " + curve.arm();
        double[] hours = curve.hours();
        double[] values = curve.values();
        if (!curve.unit().equals(unit)) {
            throw new IllegalArgumentException(name + " is in " + curve.unit() + " but the chart is in " + unit);
        }
        if (hours.length < 2 || !(hours[hours.length - 1] > hours[0])) {
            throw new IllegalArgumentException(
                    name + " has " + hours.length + " sample(s); a curve needs two or more at different times");
        }
        for (int i = 0; i < hours.length; i++) {
            if (!Double.isFinite(hours[i]) || !Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + ": sample " + i + " is " + values[i] + " at " + hours[i]
                        + " h; times and values must be finite numbers (did the solve fail?)");
            }
            if (i > 0 && hours[i] < hours[i - 1]) {
                throw new IllegalArgumentException(
                        name + ": sample " + i + " at " + hours[i] + " h is before the one at " + hours[i - 1] + " h");
            }
        }
    }
}
