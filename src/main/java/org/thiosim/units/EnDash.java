package org.thiosim.units;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ranges of numbers as printed matter shows them: {@code 235–450 pmol/8e8 RBC} for {@code 235-450 pmol/8e8 RBC}.
 *
 * <p>Only a pair of rising numbers that stands alone is a range: names ({@code 6-TGN}), dates ({@code 2024-03}) and
 * identifiers ({@code 10.1111/j.1365-2133.2002}) keep their hyphens.
 */
public final class EnDash {
    private static final Pattern PAIR =
            Pattern.compile("(?<![\\w.,/*+-])(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)((?:e\\d+)?)(?![\\w-]|\\.\\d)");

    private EnDash() {}

    /** A text for people with its ranges set. */
    public static String of(String text) {
        return PAIR.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        Double.parseDouble(m.group(1)) < Double.parseDouble(m.group(2))
                                ? m.group(1) + "–" + m.group(2) + m.group(3)
                                : m.group()));
    }
}
