package org.thiosim.units;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number with its unit, such as {@code 0.85 1/h}, {@code 150 mg} or the dimensionless {@code 0.54}.
 *
 * @param value the number as written, finite
 * @param unit the unit as written
 */
public record Quantity(double value, Unit unit) {

    private static final String EXAMPLES = "write for example '150 mg', '0.85 1/h' or '0.54'";
    private static final Pattern DATE = Pattern.compile("\\s*\\d{4}-\\d{1,2}-\\d{1,2}\\b.*");

    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the value of a quantity must be finite, not " + value);
        }
    }

    /**
     * Reads a number optionally followed by a unit.
     *
     * @throws UnitException when the text is not a quantity
     */
    public static Quantity parse(String text) {
        int start = text.length() - text.stripLeading().length();
        if (start == text.length()) {
            throw new UnitException(0, "the quantity is empty; " + EXAMPLES);
        }
        if (DATE.matcher(text).matches()) {
            throw new UnitException(
                    start,
                    "'" + text.strip() + "' is a calendar date; a time is counted from the start, such as 12 wk");
        }
        char first = text.charAt(start);
        boolean signed = first == '-' || first == '+';
        Optional<Numeral> numeral = Numeral.at(text, signed ? start + 1 : start);
        if (numeral.isEmpty()) {
            throw new UnitException(start, "'" + text.strip() + "' does not start with a number; " + EXAMPLES);
        }
        double magnitude = numeral.get().value().doubleValue();
        if (Double.isInfinite(magnitude)) {
            throw new UnitException(start, "the number in '" + text.strip() + "' is too large");
        }
        int end = numeral.get().end();
        return new Quantity(first == '-' ? -magnitude : magnitude, unitAfter(text, end));
    }

    private static Unit unitAfter(String text, int end) {
        String rest = text.substring(end);
        if (rest.isBlank()) {
            return Unit.ONE;
        }
        try {
            return Unit.parse(rest);
        } catch (UnitException e) {
            throw e.shiftedBy(end);
        }
    }

    /** The value in canonical units. */
    public double canonical() {
        return unit.toCanonical(value);
    }

    public Dimension dimension() {
        return unit.dimension();
    }

    /** The quantity as one would write it; {@link #parse} reads it back to an equal quantity. */
    @Override
    public String toString() {
        return unit.equals(Unit.ONE) ? Numbers.shortest(value) : Numbers.shortest(value) + " " + unit.text();
    }
}
