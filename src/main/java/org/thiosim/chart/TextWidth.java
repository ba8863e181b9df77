package org.thiosim.chart;

/**
 * Widths of texts from a fixed table, so that a layout is the same on every machine.
 *
 * <p>Hundredths of the font size, of DejaVu Sans, which is wider than the other usual sans-serif fonts: what fits by this
 * table fits in those too. Characters outside ASCII count as wide.
 */
final class TextWidth {
    private static final int[] REGULAR = {
        32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
        84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99,
        69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52,
        39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84
    };
    private static final int[] BOLD = {
        35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40,
        84, 84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68, 81, 77,
        110, 77, 72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, 72, 72,
        49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84
    };
    private static final int FIRST = ' ';

    private TextWidth() {}

    /** Width in px of one line at a font size in px. */
    static double of(String text, double size, boolean bold) {
        int[] table = bold ? BOLD : REGULAR;
        int hundredths = text.codePoints().map(point -> width(point, table)).sum();
        return hundredths * size / 100;
    }

    private static int width(int point, int[] table) {
        if (point >= FIRST && point < FIRST + table.length) {
            return table[point - FIRST];
        }
        return switch (point) {
            case '·', '\u00A0' -> 38;
            case '–', '²', '³', '¹' -> 50;
            case '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹' -> 50;
            default -> point < 0x250 ? 75 : 100;
        };
    }
}
