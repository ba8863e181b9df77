package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;

import java.util.List;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/**
 * The one phase of a run that sums it up: report and pathway speak of the same.
 *
 * <p>Each arm's mean of an observable over the last day of a phase is compared with the first arm's; the sum of the log
 * ratios, of the first observables, tells how far the arms lie apart. Of phases that come near the most telling one the
 * last is taken, as its levels are nearest to steady; where some arms take nothing in it, though they did before, the
 * first in which the same arms take nothing, as later they have nothing left to show. A phase shorter than a day counts only where none is longer.
 */
public final class TellingPhase {
    private static final int OBSERVABLES = 5;
    private static final double NEAR = 0.8;
    private static final double LEAST = 0.05;

    private TellingPhase() {}

    public static TimeWindow of(RunRecord run) {
        double longest =
                run.phases().stream().mapToDouble(TimeWindow::length).max().orElse(0);
        List<TimeWindow> whole = run.phases().stream()
                .filter(p -> p.length() >= Math.min(DAY, longest))
                .toList();
        double most = whole.stream().mapToDouble(p -> difference(run, p)).max().orElse(0);
        List<TimeWindow> telling =
                whole.stream().filter(p -> difference(run, p) >= NEAR * most).toList();
        List<String> idle = idle(run, telling.get(telling.size() - 1));
        return idle.isEmpty()
                ? telling.get(telling.size() - 1)
                : telling.stream()
                        .filter(p -> idle(run, p).equals(idle))
                        .findFirst()
                        .orElseThrow();
    }

    /** The arms that take nothing in a phase but did before. */
    private static List<String> idle(RunRecord run, TimeWindow phase) {
        return run.arms().stream()
                .filter(arm -> arm.doses().stream().anyMatch(d -> d.fromHour() < phase.from()))
                .filter(arm -> arm.doses().stream()
                        .allMatch(d -> d.fromHour() >= phase.to()
                                || d.untilHour() <= phase.from() && d.fromHour() < phase.from()))
                .map(RunRecord.Treatment::arm)
                .toList();
    }

    private static double difference(RunRecord run, TimeWindow phase) {
        return run.observables().stream()
                .map(shown -> run.curves().whole(shown.id()))
                .filter(courses -> courses.size() > 1)
                .limit(OBSERVABLES)
                .mapToDouble(courses -> difference(courses, phase, largest(courses, run.phases())))
                .sum();
    }

    private static double largest(List<TimeCourse> courses, List<TimeWindow> phases) {
        return courses.stream()
                .flatMapToDouble(c -> phases.stream().mapToDouble(p -> lastDay(c, p)))
                .max()
                .orElse(0);
    }

    /** Levels far below the largest of the run count as alike, or what is washed out would differ most. */
    private static double difference(List<TimeCourse> courses, TimeWindow phase, double largest) {
        if (largest <= 0) {
            return 0;
        }
        double first = lastDay(courses.get(0), phase) + LEAST * largest;
        return courses.stream()
                .mapToDouble(c -> Math.abs(StrictMath.log((lastDay(c, phase) + LEAST * largest) / first)))
                .sum();
    }

    private static double lastDay(TimeCourse course, TimeWindow phase) {
        double from = Math.max(phase.from(), phase.to() - DAY);
        double[] hours = course.hours();
        double[] values = course.values();
        double sum = 0;
        int samples = 0;
        for (int i = 0; i < hours.length; i++) {
            if (hours[i] > from && hours[i] <= phase.to() && !Double.isNaN(values[i])) {
                sum += values[i];
                samples++;
            }
        }
        return samples == 0 ? 0 : sum / samples;
    }
}
