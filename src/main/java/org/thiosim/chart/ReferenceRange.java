package org.thiosim.chart;

import java.util.OptionalDouble;

/**
 * A window or a limit drawn behind the curves: both ends make a band, one end makes a line.
 *
 * @param low lower end in the unit of the panel, if there is one
 * @param high upper end in the unit of the panel, if there is one
 * @param label what it is and for whom and which assay it holds, for example
 *     {@code 235–450 pmol/8e8 RBC: adult IBD, Lennard-type assay}
 */
public record ReferenceRange(OptionalDouble low, OptionalDouble high, String label) {
    public ReferenceRange {
        if (low.isEmpty() && high.isEmpty()) {
            throw new IllegalArgumentException(
                    "range '" + label + "' has neither a low nor a high end; give one or both");
        }
        low.ifPresent(value -> requireFinite(value, label));
        high.ifPresent(value -> requireFinite(value, label));
        if (low.isPresent() && high.isPresent() && low.getAsDouble() >= high.getAsDouble()) {
            throw new IllegalArgumentException("range '" + label + "' must have low < high, but " + low.getAsDouble()
                    + " >= " + high.getAsDouble());
        }
    }

    /** A band from {@code low} to {@code high}. */
    public static ReferenceRange window(double low, double high, String label) {
        return new ReferenceRange(OptionalDouble.of(low), OptionalDouble.of(high), label);
    }

    /** A line at a value that should not be exceeded. */
    public static ReferenceRange upperLimit(double high, String label) {
        return new ReferenceRange(OptionalDouble.empty(), OptionalDouble.of(high), label);
    }

    /** A line at a value that should be reached. */
    public static ReferenceRange lowerLimit(double low, String label) {
        return new ReferenceRange(OptionalDouble.of(low), OptionalDouble.empty(), label);
    }

    boolean isWindow() {
        return low.isPresent() && high.isPresent();
    }

    /** The lower end of a window, or the only end of a limit. */
    double bottom() {
        return low.orElseGet(high::getAsDouble);
    }

    /** The upper end of a window, or the only end of a limit. */
    double top() {
        return high.orElseGet(low::getAsDouble);
    }

    private static void requireFinite(double value, String label) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "range '" + label + "' has an end of " + value + "; ends must be numbers");
        }
    }
}
