package org.thiosim.chart;

import java.util.Locale;

/** Arithmetic of {@code #rrggbb} colours. */
final class Colours {
    private static final double READABLE = 4.5;
    private static final double PALE = 0.72;

    private Colours() {}

    /** The colour as 0xrrggbb. */
    static int rgb(String colour) {
        if (!colour.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException("colour '" + colour + "' must be written #rrggbb, for example #0072B2");
        }
        return Integer.parseInt(colour.substring(1), 16);
    }

    /** The colour darkened until its WCAG contrast with white is at least 4.5. */
    static String readableOnWhite(String colour) {
        int rgb = rgb(colour);
        double part = 1;
        while (contrastWithWhite(scaled(rgb, part)) < READABLE) {
            part -= 0.02;
        }
        return String.format(Locale.ROOT, "#%06X", scaled(rgb, part));
    }

    /** The colour mixed with white until black text on it and white beside it are both clear. */
    static String pale(String colour) {
        int rgb = rgb(colour);
        double part = 1;
        int mixed = rgb;
        while (luminance(mixed) < PALE) {
            part -= 0.02;
            mixed = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int channel = rgb >> shift & 0xFF;
                mixed |= (int) Math.rint(255 - part * (255 - channel)) << shift;
            }
        }
        return String.format(Locale.ROOT, "#%06X", mixed);
    }

    /** WCAG 2 contrast ratio with white, 1 to 21. */
    static double contrastWithWhite(int rgb) {
        return 1.05 / (luminance(rgb) + 0.05);
    }

    /** Relative luminance, 0 black to 1 white; also the grey a print without colour shows. */
    static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int scaled(int rgb, double part) {
        int red = (int) ((rgb >> 16 & 0xFF) * part);
        int green = (int) ((rgb >> 8 & 0xFF) * part);
        int blue = (int) ((rgb & 0xFF) * part);
        return red << 16 | green << 8 | blue;
    }
}
