package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario gave with one value of the swept setting.
 *
 * @param value the value as written
 */
public record SweepPoint(String value, SimulationResult result) {
    private static final String AT_END = "at-end";
    private static final String AUC = "auc";

    /** One number of a sweep. */
    public record Row(String value, String arm, String observable, String metric, double number, String unit) {}

    /** Of each arm and observable: the value at the horizon, and the area under the curve of the last dosing interval. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            for (TimeCourse course : arm.timeCourses()) {
                atEnd(arm, course.observable())
                        .ifPresent(end -> rows.add(row(arm, course.observable(), AT_END, end, course.unit())));
                auc(arm, course.observable())
                        .ifPresent(m -> rows.add(row(arm, course.observable(), AUC, m.value(), m.unit())));
            }
        }
        return rows;
    }

    private Row row(ArmResult arm, String observable, String metric, double number, String unit) {
        return new Row(value, arm.arm().name(), observable, metric, number, unit);
    }

    /** The value at the horizon, before a dose that would be due; empty after a failed solve and where it is not valid. */
    public Optional<Double> atEnd(ArmResult arm, String observable) {
        return arm.timeCourses().stream()
                .filter(c -> arm.isSuccess() && c.observable().equals(observable))
                .map(c -> c.values()[c.values().length - 1])
                .filter(v -> !Double.isNaN(v))
                .findFirst();
    }

    /** The area under the curve of the arm's last dosing interval; empty where it has none. */
    public Optional<Metric> auc(ArmResult arm, String observable) {
        Optional<TimeWindow> last = ReportWindows.phases(
                        result.scenario().arms(), result.scenario().horizon())
                .stream()
                .flatMap(p ->
                        ReportWindows.intervals(arm.arm(), p, result.scenario().horizon()).stream())
                .map(ReportWindows.Intervals::last)
                .max(Comparator.comparingDouble(TimeWindow::to));
        return arm.metrics().stream()
                .filter(m -> m.observable().equals(observable) && m.metric().equals(AUC))
                .filter(m -> last.filter(m.window()::equals).isPresent())
                .findFirst();
    }
}
