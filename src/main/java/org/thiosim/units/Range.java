package org.thiosim.units;

/**
 * A closed interval of numbers.
 *
 * @param low may be −∞
 * @param high not below {@code low}, may be +∞
 */
public record Range(double low, double high) {
    public static final Range EVERYTHING = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("the range from " + low + " to " + high + " is empty");
        }
    }

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
