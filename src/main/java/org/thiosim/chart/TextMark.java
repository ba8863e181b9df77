package org.thiosim.chart;

/**
 * One line of text at its place.
 *
 * @param text the line
 * @param x where the anchor is, px
 * @param y the baseline, px
 * @param style size, weight, colour
 * @param anchor which point of the line is at {@code x}
 * @param setting how it is set
 */
record TextMark(String text, double x, double y, TextStyle style, Anchor anchor, Setting setting) {
    /** Which point of a line its position gives. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Plain, with a white rim that keeps it readable on curves, or turned to read upwards. */
    enum Setting {
        PLAIN,
        RIMMED,
        TURNED
    }

    private static final double ASCENT = 0.78;
    private static final double DESCENT = 0.22;

    static TextMark plain(String text, double x, double y, TextStyle style, Anchor anchor) {
        return new TextMark(text, x, y, style, anchor, Setting.PLAIN);
    }

    /** Baseline of a line of this size whose capitals are centred at {@code middle}. */
    static double baseline(double middle, double size) {
        return middle + 0.36 * size;
    }

    /** Distance from the line's start to its anchor, px. */
    double shift() {
        double width = style.width(text);
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
    }

    /** What the line covers. */
    Box box() {
        double width = style.width(text);
        double above = ASCENT * style.size();
        double below = DESCENT * style.size();
        if (setting == Setting.TURNED) {
            return new Box(x - above, y + shift() - width, x + below, y + shift());
        }
        return new Box(x - shift(), y - above, x - shift() + width, y + below);
    }
}
