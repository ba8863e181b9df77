package org.thiosim.qualification;

import java.util.OptionalDouble;
import org.thiosim.simulation.TimeWindow;

/** What was measured: an observable at a time, or a metric of it over a window. */
public sealed interface Measurand {
    String observable();

    /** Time of the sample, or end of the window, in h; not a number where the file gives none. */
    double hour();

    /** The value at a time; at a dose time the value before the dose. */
    record Level(String observable, double hour) implements Measurand {}

    /**
     * A metric over a window.
     *
     * @param metric its id, for example {@code auc}
     */
    record Exposure(String observable, String metric, TimeWindow window) implements Measurand {
        @Override
        public double hour() {
            return window.to();
        }
    }

    /**
     * A quantity that one simulated patient does not have.
     *
     * @param low a share of patients above this counts, in the observable's unit
     * @param high a share of patients below this counts, in the observable's unit
     */
    record Population(String observable, double hour, OptionalDouble low, OptionalDouble high) implements Measurand {

        /** Whether it is the share of patients within limits and not a level. */
        boolean limited() {
            return low.isPresent() || high.isPresent();
        }

        boolean within(double value) {
            return low.stream().allMatch(l -> value > l) && high.stream().allMatch(h -> value < h);
        }
    }

    /** The observable, with the metric in words where there is one. */
    default String label() {
        return this instanceof Exposure e ? e.observable() + " " + e.metric() : observable();
    }
}
