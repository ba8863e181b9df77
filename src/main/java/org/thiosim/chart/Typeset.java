package org.thiosim.chart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thiosim.units.EnDash;

/** Units as printed matter shows them: {@code pmol/8×10⁸ RBC} for {@code pmol/8e8 RBC}, {@code m²} for {@code m^2}. */
public final class Typeset {
    private static final Pattern POWER_OF_TEN = Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)e(\\d+)(?!\\w)");
    private static final Pattern EXPONENT = Pattern.compile("\\^(\\d++)(?!\\.\\d)");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Typeset() {}

    /** A text with its powers raised. */
    public static String of(String text) {
        String powers = POWER_OF_TEN
                .matcher(EnDash.of(text))
                .replaceAll(m -> (m.group(1).equals("1") ? "" : m.group(1) + "×") + "10" + raised(m.group(2)));
        return EXPONENT.matcher(powers)
                .replaceAll(m -> Matcher.quoteReplacement(raised(m.group(1))))
                .replace(" * ", "·");
    }

    /** A number with its unit, such as {@code 2.7 × 10⁹/L}; the number alone where there is no unit. */
    public static String amount(String number, String unit) {
        String set = of(unit);
        return unit.equals("1") ? number : number + (set.startsWith("10") ? " × " : " ") + set;
    }

    /** The unit in brackets after a space; nothing for a number without unit. */
    public static String inBrackets(String unit) {
        return unit.equals("1") ? "" : " (" + of(unit) + ")";
    }

    private static String raised(String digits) {
        StringBuilder raised = new StringBuilder();
        digits.chars().forEach(d -> raised.append(SUPERSCRIPTS.charAt(d - '0')));
        return raised.toString();
    }
}
