package org.thiosim.qualification;

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

    /** A quantity that one simulated patient does not have. */
    record Population(String observable, double hour) implements Measurand {}

    /** The observable, with the metric in words where there is one. */
    default String label() {
        return this instanceof Exposure e ? e.observable() + " " + e.metric() : observable();
    }
}
