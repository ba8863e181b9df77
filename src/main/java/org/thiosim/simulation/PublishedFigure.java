package org.thiosim.simulation;

import java.util.Optional;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * A figure that the source of a model prints, and the scenario that recomputes it.
 *
 * @param what the figure in words
 * @param arithmetic whether it follows from the printed parameters by arithmetic, not from a reading of the paper
 * @param scenario one arm with one requested metric
 * @param against where present, the figure is the ratio of the metric to that of this scenario
 * @param published the printed value
 * @param within the relative deviation allowed
 */
public record PublishedFigure(
        String what,
        boolean arithmetic,
        Scenario scenario,
        Optional<Scenario> against,
        Quantity published,
        double within) {

    /**
     * The figure recomputed.
     *
     * @param value in the unit of {@code published}
     * @param deviation relative to the published value
     */
    public record Recomputed(PublishedFigure figure, double value, double deviation) {
        public boolean agrees() {
            return Math.abs(deviation) <= figure.within();
        }
    }

    /** Runs the scenarios; fails where one cannot be solved. */
    public Recomputed recompute() {
        double value = metric(scenario);
        if (against.isPresent()) {
            value /= metric(against.get());
        }
        return new Recomputed(this, value, value / published.value() - 1);
    }

    private double metric(Scenario run) {
        ArmResult arm = Simulator.run(run).arms().get(0);
        if (!arm.isSuccess()) {
            throw new IllegalStateException(what + ": " + arm.outcome().message());
        }
        Scenario.MetricRequest asked = run.outputs().metrics().get(0);
        Metric metric = arm.metrics().stream()
                .filter(m -> m.observable().equals(asked.observable())
                        && m.metric().equals(asked.metric().id())
                        && m.window().equals(asked.window()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(what + ": no value"));
        return against.isPresent()
                ? metric.value()
                : published.unit().fromCanonical(Unit.parse(metric.unit()).toCanonical(metric.value()));
    }
}
