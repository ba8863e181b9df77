package org.thiosim.chart;

import java.util.List;

/**
 * How one arm's curve looks.
 *
 * @param colour {@code #rrggbb}
 * @param width line width, px
 * @param dash lengths of dashes and gaps in px; empty for a solid line
 */
public record CurveStyle(String colour, float width, List<Float> dash) {
    private static final float THIN = 0.6f;

    public CurveStyle {
        Colours.rgb(colour);
        if (!(width > 0)) {
            throw new IllegalArgumentException("line width " + width + " px: must be above 0");
        }
        dash = List.copyOf(dash);
    }

    /** The same for a curve that goes up and down often, in which dashes would swallow peaks: solid and thinner. */
    CurveStyle zigzag() {
        return new CurveStyle(colour, THIN * width, List.of());
    }

    /** The colour made dark enough for text on white (contrast 4.5 : 1 or more), {@code #rrggbb}. */
    public String textColour() {
        return Colours.readableOnWhite(colour);
    }
}
