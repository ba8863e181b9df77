package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.model.Observable;

/** The metrics of one arm: of each phase, of its first and last dosing interval, and those asked for. */
final class MetricTable {
    private static final List<ExposureMetric> INTERVAL = List.of(
            ExposureMetric.AUC,
            ExposureMetric.AVERAGE,
            ExposureMetric.CMAX,
            ExposureMetric.TMAX,
            ExposureMetric.CMIN,
            ExposureMetric.TROUGH);
    private static final List<ExposureMetric> PHASE = List.of(
            ExposureMetric.AUC, ExposureMetric.AVERAGE, ExposureMetric.CMAX, ExposureMetric.TMAX, ExposureMetric.CMIN);

    private final Scenario scenario;
    private final Arm arm;
    private final List<TimeWindow> phases;
    private final List<TimeWindow> windows;
    private final ExposureTable exposure;
    private final Simulator.Observations observations;
    private final List<Metric> metrics = new ArrayList<>();

    MetricTable(
            Scenario scenario,
            Arm arm,
            List<TimeWindow> phases,
            List<TimeWindow> windows,
            ExposureTable exposure,
            Simulator.Observations observations) {
        this.scenario = scenario;
        this.arm = arm;
        this.phases = phases;
        this.windows = windows;
        this.exposure = exposure;
        this.observations = observations;
    }

    List<Metric> metrics() {
        for (String id : scenario.outputs().observables()) {
            Optional.ofNullable(arm.model().model().outputs().observables().get(id))
                    .ifPresent(o -> phases.forEach(p -> phase(o, p)));
        }
        for (Scenario.MetricRequest request : scenario.outputs().metrics()) {
            Optional.ofNullable(arm.model().model().outputs().observables().get(request.observable()))
                    .ifPresent(o -> add(o, request.metric(), request.window()));
        }
        return metrics.stream().distinct().toList();
    }

    private void phase(Observable observable, TimeWindow phase) {
        PHASE.forEach(m -> add(observable, m, phase));
        if (observable.window().filter(w -> arm.isIn(w.scope())).isPresent()) {
            add(observable, ExposureMetric.TIME_IN_WINDOW, phase);
        }
        ReportWindows.intervals(arm, phase, scenario.horizon()).ifPresent(i -> {
            INTERVAL.forEach(m -> add(observable, m, i.first()));
            INTERVAL.forEach(m -> add(observable, m, i.last()));
            accumulation(observable, phase, i);
        });
        course(observable, phase);
    }

    private void add(Observable observable, ExposureMetric metric, TimeWindow window) {
        WindowExposure e = exposure.exposure(windows.indexOf(window), index(observable));
        if (e.isValid()) {
            metrics.add(new Metric(
                    arm.name(),
                    observable.id(),
                    metric.id(),
                    window,
                    metric.value(e, window),
                    metric.unit(observable.unit().text())));
        }
    }

    private void accumulation(Observable observable, TimeWindow phase, ReportWindows.Intervals intervals) {
        boolean builtUp = observations
                .course(index(observable), ReportWindows.track(arm, phase, scenario.horizon()))
                .startsAtZero();
        if (phase.from() > 0 || !builtUp || observable.unit().dimension().isNone()) {
            return;
        }
        WindowExposure first = exposure.exposure(windows.indexOf(intervals.first()), index(observable));
        WindowExposure last = exposure.exposure(windows.indexOf(intervals.last()), index(observable));
        if (first.isValid()
                && last.isValid()
                && first.auc() > 0
                && !intervals.first().equals(intervals.last())) {
            add(observable, "accumulation", phase, last.auc() / first.auc(), "1");
        }
    }

    private void course(Observable observable, TimeWindow phase) {
        CourseMetrics course =
                observations.course(index(observable), ReportWindows.track(arm, phase, scenario.horizon()));
        boolean dosed = ReportWindows.interval(arm, phase, scenario.horizon()).isPresent();
        OptionalDouble plateau = dosed ? course.timeTo90PercentOfPlateau() : OptionalDouble.empty();
        plateau.ifPresent(t -> add(observable, "time-to-90-percent-of-plateau", phase, t, "h"));
        OptionalDouble halfLife = dosed ? OptionalDouble.empty() : course.halfLife();
        halfLife.ifPresent(t -> add(observable, "half-life", phase, t, "h"));
    }

    private void add(Observable observable, String metric, TimeWindow phase, double value, String unit) {
        metrics.add(new Metric(arm.name(), observable.id(), metric, phase, value, unit));
    }

    private int index(Observable observable) {
        return arm.model().observables().indexOf(observable);
    }
}
