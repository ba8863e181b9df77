package org.thiosim.chart;

/** A picture of a run that can be drawn in any format. */
public final class Chart {
    private final String name;
    private final Figure figure;
    private final ChartStyle style;

    Chart(String name, Figure figure, ChartStyle style) {
        this.name = name;
        this.figure = figure;
        this.style = style;
    }

    /** Name of its file without ending, for example {@code 6-TGN}. */
    public String name() {
        return name;
    }

    /** Width of the picture, px. */
    public int width() {
        return style.width();
    }

    /** Height of the picture, px. */
    public int height() {
        return style.height();
    }

    public String title() {
        return TextWrap.printable(figure.title());
    }

    /** What it shows, in words for readers who cannot see it. */
    public String description() {
        return TextWrap.printable(figure.description());
    }

    /** The picture as a file of {@code format}. */
    public byte[] draw(PictureFormat format) {
        return figure.draw(style, format);
    }
}
