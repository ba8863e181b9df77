package org.thiosim.simulation;

/** A stretch of time in h. */
public record TimeWindow(double from, double to) {
    public TimeWindow {
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    "a window of time ends after it starts, found " + from + " to " + to + " h");
        }
    }

    public double length() {
        return to - from;
    }
}
