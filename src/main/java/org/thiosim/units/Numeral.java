package org.thiosim.units;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An unsigned number found in a text: {@code 8e8}, {@code .5}, {@code 8x10^8}, {@code 8×10⁸} or {@code 10^9}.
 *
 * @param value the exact value
 * @param end position after its last character
 */
record Numeral(BigDecimal value, int end) {

    private static final String MANTISSA = "(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern POWER_OF_TEN = Pattern.compile(
            "(?:(" + MANTISSA + ") *[x×] *)?10(?:\\^([+-]?[0-9]{1,3})|([⁺⁻]?[" + SUPERSCRIPTS + "]{1,3}))");
    private static final Pattern PLAIN = Pattern.compile(MANTISSA + "(?:[eE][+-]?[0-9]{1,3})?");

    static Optional<Numeral> at(String text, int start) {
        Matcher power = POWER_OF_TEN.matcher(text).region(start, text.length());
        if (power.lookingAt()) {
            String mantissa = power.group(1);
            String plain = power.group(2);
            int exponent = Integer.parseInt(plain != null ? plain : plainDigits(power.group(3)));
            BigDecimal value = mantissa == null ? BigDecimal.ONE : new BigDecimal(mantissa);
            return Optional.of(new Numeral(value.scaleByPowerOfTen(exponent), power.end()));
        }
        Matcher plain = PLAIN.matcher(text).region(start, text.length());
        return plain.lookingAt()
                ? Optional.of(new Numeral(new BigDecimal(plain.group()), plain.end()))
                : Optional.empty();
    }

    static boolean isSuperscript(char c) {
        return c == '⁻' || c == '⁺' || SUPERSCRIPTS.indexOf(c) >= 0;
    }

    /** Superscripts as ordinary digits and signs. */
    static String plainDigits(String superscripts) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < superscripts.length(); i++) {
            char c = superscripts.charAt(i);
            plain.append(c == '⁻' ? "-" : c == '⁺' ? "+" : String.valueOf(SUPERSCRIPTS.indexOf(c)));
        }
        return plain.toString();
    }
}
