package org.thiosim.chart;

/**
 * Size, weight and colour of a text.
 *
 * @param size px
 * @param bold whether bold
 * @param colour {@code #rrggbb}
 */
record TextStyle(double size, boolean bold, String colour) {
    double width(String line) {
        return TextWidth.of(line, size, bold);
    }

    /** Distance of two lines, px. */
    double lineHeight() {
        return size * 1.22;
    }

    TextStyle withSize(double other) {
        return new TextStyle(other, bold, colour);
    }
}
