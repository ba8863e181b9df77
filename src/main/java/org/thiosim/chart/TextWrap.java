package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a given width, after spaces, hyphens, underscores and slashes, else inside a word. */
final class TextWrap {
    private static final String ELLIPSIS = "…";

    private TextWrap() {}

    /** At most {@code most} lines, each no wider than {@code width} px; what does not fit ends in an ellipsis. */
    static List<String> lines(String text, TextStyle style, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = printable(text);
        while (!rest.isEmpty() && lines.size() < most) {
            if (style.width(rest) <= width) {
                lines.add(rest);
                return List.copyOf(lines);
            }
            boolean last = lines.size() == most - 1;
            int end = last ? fitting(rest, ELLIPSIS, style, width) : lineEnd(rest, style, width);
            lines.add(rest.substring(0, end).strip() + (last ? ELLIPSIS : ""));
            rest = rest.substring(end).strip();
        }
        return List.copyOf(lines);
    }

    /** The lines of a text whose line breaks are kept, at most {@code most} in all; what does not fit ends in an ellipsis. */
    static List<String> paragraphs(String text, TextStyle style, double width, int most) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().filter(l -> !printable(l).isEmpty()).toList()) {
            if (lines.size() == most) {
                lines.add(cut(lines.remove(most - 1), style, width));
                break;
            }
            lines.addAll(lines(line, style, width, most - lines.size()));
        }
        return List.copyOf(lines);
    }

    /** A line that says that more follows. */
    private static String cut(String line, TextStyle style, double width) {
        return line.endsWith(ELLIPSIS) ? line : line.substring(0, fitting(line, ELLIPSIS, style, width)) + ELLIPSIS;
    }

    /** The text in two lines of about the same width. */
    static List<String> halves(String text, TextStyle style) {
        double width = style.width(printable(text)) / 2;
        List<String> lines = lines(text, style, width, 3);
        while (lines.size() > 2) {
            width *= 1.05;
            lines = lines(text, style, width, 3);
        }
        return lines;
    }

    /** One line no wider than {@code width} px. */
    static String line(String text, TextStyle style, double width) {
        return String.join("", lines(text, style, width, 1));
    }

    /** Whether the whole text fits into one line. */
    static boolean fits(String text, TextStyle style, double width) {
        return style.width(printable(text)) <= width;
    }

    /** The text without characters that no picture can show: controls become spaces, lone surrogates U+FFFD. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                case Character.SURROGATE, Character.UNASSIGNED -> clean.append('\uFFFD');
                case Character.FORMAT -> {}
                default -> clean.appendCodePoint(point);
            }
        });
        return clean.toString().strip();
    }

    private static int lineEnd(String text, TextStyle style, double width) {
        int longest = fitting(text, "", style, width);
        for (boolean apart : new boolean[] {false, true}) {
            for (int end = longest; end > longest / 3; end--) {
                if (isBreak(text, end) && (apart || !isNumber(text, end))) {
                    return end;
                }
            }
        }
        return longest;
    }

    private static boolean isBreak(String text, int end) {
        return " -_/".indexOf(text.charAt(end - 1)) >= 0 || text.charAt(end) == ' ';
    }

    /** Whether a break would part a number from its unit, as after {@code 4-} in {@code 4-g}. */
    private static boolean isNumber(String text, int end) {
        return end > 1 && text.charAt(end - 1) == '-' && Character.isDigit(text.charAt(end - 2));
    }

    /** Length of the longest head that fits together with {@code tail}, at least one character. */
    private static int fitting(String text, String tail, TextStyle style, double width) {
        int end = Character.charCount(text.codePointAt(0));
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (style.width(text.substring(0, next) + tail) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
