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

    /** The same in letters so small, by whole px down to a smallest size, that words fit a width; they may still not fit. */
    TextStyle fitting(String words, double width, double smallest) {
        TextStyle style = this;
        while (style.size > smallest && !TextWrap.fits(words, style, width)) {
            style = style.withSize(Math.max(smallest, style.size - 1));
        }
        return style;
    }

    TextStyle withSize(double other) {
        return new TextStyle(other, bold, colour);
    }
}
