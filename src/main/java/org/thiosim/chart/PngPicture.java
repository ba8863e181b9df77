package org.thiosim.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A picture of pixels. */
final class PngPicture implements Picture {
    private static final float RIM = 5;

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Font plain;
    private final Font bold;

    PngPicture(ChartStyle style) {
        image = new BufferedImage(style.width(), style.height(), BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        plain = new Font(style.font(), Font.PLAIN, 1);
        bold = new Font(style.font(), Font.BOLD, 1);
    }

    @Override
    public Graphics2D shapes() {
        return graphics;
    }

    @Override
    public void write(TextMark mark) {
        TextStyle style = mark.style();
        Font font = (style.bold() ? bold : plain).deriveFont((float) style.size());
        FontRenderContext context = graphics.getFontRenderContext();
        GlyphVector glyphs = font.createGlyphVector(context, mark.text());
        double width = glyphs.getLogicalBounds().getWidth();
        double shift = switch (mark.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        AffineTransform before = graphics.getTransform();
        graphics.translate(mark.x(), mark.y());
        if (mark.setting() == TextMark.Setting.TURNED) {
            graphics.rotate(-Math.PI / 2);
        }
        if (mark.setting() == TextMark.Setting.RIMMED) {
            Shape outline = glyphs.getOutline((float) -shift, 0);
            graphics.setColor(Color.WHITE);
            graphics.setStroke(new BasicStroke(RIM, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(outline);
        }
        graphics.setColor(new Color(Colours.rgb(style.colour())));
        graphics.drawGlyphVector(glyphs, (float) -shift, 0);
        graphics.setTransform(before);
    }

    @Override
    public byte[] bytes() {
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return PngEncoder.encode(pixels, image.getWidth(), image.getHeight());
    }
}
