package org.thiosim.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same on every JDK and in every locale. */
public final class Numbers {

    private static final int SMALLEST_PLAIN_EXPONENT = -4;
    private static final int LARGEST_PLAIN_EXPONENT = 6;
    private static final int ENOUGH_DIGITS = 17;

    private Numbers() {}

    /**
     * The number rounded half-even to significant digits, without trailing zeros: plain from 1e-4 up to below 1e7,
     * otherwise like {@code 1.234e-9}; {@code 0}, {@code NaN}, {@code Infinity} and {@code -Infinity} as such.
     */
    public static String format(double value, int significantDigits) {
        if (significantDigits < 1) {
            throw new IllegalArgumentException("at least 1 significant digit is needed, not " + significantDigits);
        }
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(significantDigits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    /** The text with the fewest digits that reads back as exactly this number. */
    public static String shortest(double value) {
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            String text = format(value, digits);
            if (Double.parseDouble(text) == value) {
                return text;
            }
        }
        return format(value, ENOUGH_DIGITS);
    }
}
