package org.thiosim.simulation;

import java.util.List;

/**
 * What is to be simulated: arms that share a clock, sample times and a solver.
 *
 * @param horizon end of the simulation in h
 * @param seed where random numbers start; without variability nothing depends on it
 */
public record Scenario(Head head, List<Arm> arms, double horizon, Outputs outputs, SolverChoice solver, long seed) {
    public Scenario {
        arms = List.copyOf(arms);
    }

    /** Whether its arms differ in the model that describes them. */
    public boolean comparesModels() {
        return arms.stream().map(a -> a.model().model().id()).distinct().count() > 1;
    }

    /**
     * What a scenario is about.
     *
     * @param lesson what a reader learns from it, may be empty
     * @param source where its regimen or its lesson comes from, may be empty
     */
    public record Head(String id, String title, String lesson, String source) {
        public Head(String id, String title, String lesson) {
            this(id, title, lesson, "");
        }
    }

    /**
     * What is reported.
     *
     * @param observables ids in the order asked for
     * @param hours sample times in h
     * @param metrics exposure metrics beyond those of every phase
     */
    public record Outputs(List<String> observables, List<Double> hours, List<MetricRequest> metrics) {
        public Outputs {
            observables = List.copyOf(observables);
            hours = List.copyOf(hours);
            metrics = List.copyOf(metrics);
        }
    }

    /** One metric of one observable in one window. */
    public record MetricRequest(String observable, ExposureMetric metric, TimeWindow window) {}
}
