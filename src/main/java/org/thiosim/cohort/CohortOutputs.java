package org.thiosim.cohort;

import static org.thiosim.units.Clock.DAY;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.thiosim.simulation.ExposureMetric;
import org.thiosim.simulation.Scenario;
import org.thiosim.units.Unit;

/**
 * What is kept of each patient.
 *
 * @param observables ids with their units, in the order of the files
 * @param hours times reported, ascending
 * @param metrics those from daily values and those from the continuous solution
 * @param targets judged from the metrics
 */
public record CohortOutputs(
        List<Shown> observables, List<Double> hours, List<CohortMetric> metrics, List<Target> targets) {
    /** An observable as files and charts name it. */
    public record Shown(String id, String title, String unit) {
        private static final Unit CELLS = Unit.parse("1e9/L");

        /** Whether it counts blood cells. */
        public boolean isCellCount() {
            return Unit.parse(unit).dimension().equals(CELLS.dimension());
        }
    }

    public CohortOutputs {
        observables = List.copyOf(observables);
        hours = List.copyOf(hours);
        metrics = List.copyOf(metrics);
        targets = List.copyOf(targets);
    }

    /** What the solver is asked for: reported times, every day of a daily metric, and the continuous metrics. */
    public Scenario.Outputs asked() {
        TreeSet<Double> all = new TreeSet<>(hours);
        for (CohortMetric metric : metrics) {
            if (metric.isDaily()) {
                all.add(metric.window().to());
                long first = (long) Math.floor(metric.window().from() / DAY) + 1;
                for (long day = first;
                        !metric.metric().equals(CohortMetric.TROUGH)
                                && day * DAY <= metric.window().to();
                        day++) {
                    all.add(day * DAY);
                }
            }
        }
        List<Scenario.MetricRequest> requests = metrics.stream()
                .filter(m -> !m.isDaily())
                .map(m -> new Scenario.MetricRequest(
                        m.observable(), ExposureMetric.of(m.metric()).orElseThrow(), m.window()))
                .toList();
        return new Scenario.Outputs(observables.stream().map(Shown::id).toList(), List.copyOf(all), requests);
    }

    /** Index of an observable in the order of the files. */
    public int indexOf(String observable) {
        return observables.stream().map(Shown::id).toList().indexOf(observable);
    }

    /** The targets, goals before harms. */
    public List<Target> goalsFirst() {
        return targets.stream().sorted(Comparator.comparing(t -> !t.isGoal())).toList();
    }
}
