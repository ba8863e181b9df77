package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.List;
import java.util.stream.Collectors;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** Phases and what is taken in them, in words. */
public final class PhaseWords {

    private PhaseWords() {}

    /** A time as {@code week 12}, {@code day 3} or {@code 48 h}. */
    public static String time(double hours) {
        if (hours >= 2 * WEEK && hours % WEEK == 0) {
            return "week " + Numbers.format(hours / WEEK, 4);
        }
        return hours >= 4 * DAY && hours % DAY == 0
                ? "day " + Numbers.format(hours / DAY, 4)
                : Numbers.format(hours, 4) + " h";
    }

    /** A stretch as {@code weeks 12–20}, {@code days 0–10} or {@code 0–48 h}. */
    public static String span(TimeWindow window) {
        double unit = window.to() >= 2 * WEEK ? WEEK : window.to() >= 4 * DAY ? DAY : 1;
        String both = Numbers.format(window.from() / unit, 4) + "–" + Numbers.format(window.to() / unit, 4);
        return unit == 1 ? both + " h" : (unit == WEEK ? "weeks " : "days ") + both;
    }

    /** What an arm takes in a phase, for example {@code azathioprine 50 mg daily + allopurinol 100 mg daily}. */
    public static String takes(RunRecord run, String arm, TimeWindow phase) {
        List<RunRecord.Dosing> doses = run.arms().stream()
                .filter(a -> a.arm().equals(arm))
                .flatMap(a -> a.doses().stream())
                .filter(d -> d.isSingle()
                        ? d.fromHour() >= phase.from() && d.fromHour() < phase.to()
                        : d.fromHour() < phase.to() && d.untilHour() > phase.from())
                .toList();
        return doses.isEmpty()
                ? "no drug"
                : doses.stream()
                        .map(d -> d.drug() + " " + times(d, doses) + Typeset.of(d.label()))
                        .distinct()
                        .collect(Collectors.joining(" + "));
    }

    /** How often a single dose is taken, where that is more than once. */
    private static String times(RunRecord.Dosing dose, List<RunRecord.Dosing> all) {
        long times = all.stream()
                .filter(d -> d.isSingle()
                        && d.drug().equals(dose.drug())
                        && d.label().equals(dose.label()))
                .count();
        return dose.isSingle() && times > 1 ? times + " × " : "";
    }
}
