package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a scenario gave with one value of the swept setting.
 *
 * @param value the value as written
 * @param reading when it was read
 */
public record SweepPoint(String value, SweepReading reading, SimulationResult result) {
    private static final String AT = "at";
    private static final String AVERAGE = ExposureMetric.AVERAGE.id();

    /** Runs a scenario as it is read. */
    public static SweepPoint of(String value, SweepReading reading, Scenario scenario) {
        return new SweepPoint(value, reading, Simulator.run(reading.asked(scenario)));
    }

    /**
     * One number of a sweep.
     *
     * @param window of a mean; empty for the value at the time of reading
     * @param interval between the arm's doses then, in h; empty where nothing is repeated
     */
    public record Row(
            String arm,
            String observable,
            String metric,
            double number,
            String unit,
            Optional<TimeWindow> window,
            OptionalDouble interval) {}

    /** Of each arm and observable: the value at the time of reading, and the mean over the arm's span. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            OptionalDouble interval = span(arm).interval();
            for (TimeCourse course : arm.timeCourses()) {
                String observable = course.observable();
                String name = arm.arm().name();
                value(arm, observable)
                        .ifPresent(v ->
                                rows.add(new Row(name, observable, AT, v, course.unit(), Optional.empty(), interval)));
                mean(arm, observable)
                        .ifPresent(m -> rows.add(new Row(
                                name, observable, AVERAGE, m.value(), m.unit(), Optional.of(m.window()), interval)));
            }
        }
        return rows;
    }

    /** Where an arm is read. */
    public SweepReading.Span span(ArmResult arm) {
        return Optional.ofNullable(reading.spans().get(arm.arm().name())).orElseThrow();
    }

    /** The value at the time of reading, before a dose due then; empty after a failed solve and where it is not valid. */
    public Optional<Double> value(ArmResult arm, String observable) {
        return arm.timeCourses().stream()
                .filter(c -> arm.isSuccess() && c.observable().equals(observable))
                .map(c -> c.at(reading.hour()))
                .filter(v -> !Double.isNaN(v))
                .findFirst();
    }

    /** The mean over the arm's span; empty after a failed solve, where it is not valid and for amounts. */
    public Optional<Metric> mean(ArmResult arm, String observable) {
        return arm.metrics().stream()
                .filter(m -> m.observable().equals(observable) && m.metric().equals(AVERAGE))
                .filter(m -> m.window().equals(span(arm).window()))
                .findFirst();
    }
}
