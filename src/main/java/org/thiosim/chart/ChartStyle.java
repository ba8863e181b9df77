package org.thiosim.chart;

import java.util.List;

/**
 * The one look of all charts: size, curves in the order of arms, text sizes, neutral inks, font.
 *
 * <p>The curve colours are Okabe and Ito's colour-blind-safe set without its yellow (too pale on white), ordered so that
 * neighbours differ in grey; each also has a dash pattern of its own, so that arms can be told apart without colour.
 *
 * @param width picture width, px; the view box of an SVG
 * @param height picture height, px
 * @param curves looks of the first, second, … curve; used again from the start when there are more curves
 * @param sizes text sizes
 * @param inks colours of everything but curves
 * @param font font family, a logical name such as {@code SansSerif}
 */
public record ChartStyle(int width, int height, List<CurveStyle> curves, TextSizes sizes, Inks inks, String font) {

    /** Slide size, 1600 x 900 px, readable when shown 900 px wide. */
    public static final ChartStyle STANDARD = new ChartStyle(
            1600,
            900,
            List.of(
                    new CurveStyle("#0072B2", 4.5f, List.of()),
                    new CurveStyle("#E69F00", 4.5f, List.of(18f, 7f)),
                    new CurveStyle("#000000", 3.5f, List.of(4f, 6f)),
                    new CurveStyle("#009E73", 4.5f, List.of(18f, 6f, 4f, 6f)),
                    new CurveStyle("#CC79A7", 4.5f, List.of(9f, 5f)),
                    new CurveStyle("#D55E00", 5.5f, List.of(30f, 9f)),
                    new CurveStyle("#56B4E9", 4.5f, List.of(18f, 6f, 4f, 6f, 4f, 6f)),
                    new CurveStyle("#737373", 3f, List.of())),
            new TextSizes(36, 24, 24, 22, 20),
            new Inks("#1A1A1A", "#595959", "#D9D9D9", "#ECECEC", "#404040"),
            "SansSerif");

    /** The standard style with curves whose pale fill can be told from the grey of a window. */
    static final ChartStyle FILLED = STANDARD.withCurves(List.of(0, 1, 3, 4, 5, 6, 2, 7));

    public ChartStyle {
        if (width < 1000 || height < 560) {
            throw new IllegalArgumentException(
                    "chart of " + width + " x " + height + " px is too small; at least 1000 x 560 is needed");
        }
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("a chart style needs at least one curve style");
        }
        curves = List.copyOf(curves);
    }

    /** This style with the curves of {@code indices} in that order, so that an arm keeps its look in every picture. */
    public ChartStyle withCurves(List<Integer> indices) {
        return new ChartStyle(width, height, indices.stream().map(this::curve).toList(), sizes, inks, font);
    }

    /** This style on a picture of another height. */
    ChartStyle withHeight(int pixels) {
        return new ChartStyle(width, pixels, curves, sizes, inks, font);
    }

    /** This style with finer lines and letters for small plots. */
    ChartStyle small() {
        List<CurveStyle> fine = curves.stream()
                .map(c -> new CurveStyle(
                        c.colour(),
                        c.width() * 0.7f,
                        c.dash().stream().map(d -> d * 0.6f).toList()))
                .toList();
        return new ChartStyle(width, height, fine, sizes, inks, font);
    }

    /** The look of the curve at {@code index}. */
    public CurveStyle curve(int index) {
        return curves.get(index % curves.size());
    }

    /**
     * Text sizes in px.
     *
     * @param headline the observable, bold
     * @param subtitle the line under it
     * @param curve names at the curves, bold
     * @param axis tick and axis labels
     * @param small everything else
     */
    public record TextSizes(double headline, double subtitle, double curve, double axis, double small) {}

    /**
     * Neutral colours, {@code #rrggbb}.
     *
     * @param text main text
     * @param quiet axis labels, footer
     * @param grid grid lines
     * @param window bands of reference
     * @param limit lines and texts of reference
     */
    public record Inks(String text, String quiet, String grid, String window, String limit) {
        public Inks {
            List.of(text, quiet, grid, window, limit).forEach(Colours::rgb);
        }
    }
}
