package org.thiosim.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Consumer;

/**
 * A picture laid out and ready to be drawn in any format.
 *
 * @param title what it shows, for readers who cannot see it
 * @param description the same in a sentence
 * @param shapes what is drawn, from the back to the front
 * @param texts what is written above the shapes
 */
record Figure(String title, String description, List<Consumer<Graphics2D>> shapes, List<TextMark> texts) {
    Figure {
        shapes = List.copyOf(shapes);
        texts = List.copyOf(texts);
    }

    byte[] draw(ChartStyle style, PictureFormat format) {
        Picture picture = switch (format) {
            case PNG -> new PngPicture(style);
            case SVG -> new SvgPicture(style, TextWrap.printable(title), TextWrap.printable(description));
        };
        Graphics2D graphics = picture.shapes();
        graphics.setPaint(PlotDrawing.colour("#FFFFFF"));
        graphics.fill(new Rectangle2D.Double(0, 0, style.width(), style.height()));
        shapes.forEach(shape -> shape.accept(graphics));
        texts.forEach(picture::write);
        return picture.bytes();
    }
}
