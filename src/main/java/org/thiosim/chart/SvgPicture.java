package org.thiosim.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A picture of vectors, with texts as text elements in the reader's sans-serif font.
 *
 * <p>The bytes depend on the panel alone: no date, no random id. Ids begin with a mark made from the panel, so that
 * several pictures can stand in one HTML page.
 */
final class SvgPicture implements Picture {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DECIMALS = 2;

    private final ChartStyle style;
    private final Document document;
    private final SVGGraphics2D graphics;
    private final Element texts;
    private final String title;
    private final String description;

    SvgPicture(ChartStyle style, String title, String description) {
        this.style = style;
        this.title = title;
        this.description = description;
        document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(DECIMALS);
        context.setIDGenerator(new PanelIds(title + '\n' + description));
        graphics = new SVGGraphics2D(context, false);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setSVGCanvasSize(new Dimension(style.width(), style.height()));
        texts = document.createElementNS(SVG, "g");
        texts.setAttributeNS(null, "font-family", "sans-serif");
        texts.setAttributeNS(null, "stroke", "none");
    }

    @Override
    public Graphics2D shapes() {
        return graphics;
    }

    @Override
    public void write(TextMark mark) {
        if (mark.setting() == TextMark.Setting.RIMMED) {
            Element rim = element(mark);
            rim.setAttributeNS(null, "stroke", "#FFFFFF");
            rim.setAttributeNS(null, "stroke-width", "5");
            rim.setAttributeNS(null, "stroke-linejoin", "round");
            rim.setAttributeNS(null, "aria-hidden", "true");
            texts.appendChild(rim);
        }
        texts.appendChild(element(mark));
    }

    private Element element(TextMark mark) {
        Element text = document.createElementNS(SVG, "text");
        TextStyle ink = mark.style();
        if (mark.setting() == TextMark.Setting.TURNED) {
            text.setAttributeNS(
                    null, "transform", "translate(" + number(mark.x()) + " " + number(mark.y()) + ") rotate(-90)");
        } else {
            text.setAttributeNS(null, "x", number(mark.x()));
            text.setAttributeNS(null, "y", number(mark.y()));
        }
        text.setAttributeNS(null, "font-size", number(ink.size()));
        text.setAttributeNS(null, "fill", ink.colour());
        if (ink.bold()) {
            text.setAttributeNS(null, "font-weight", "bold");
        }
        switch (mark.anchor()) {
            case START -> {}
            case MIDDLE -> text.setAttributeNS(null, "text-anchor", "middle");
            case END -> text.setAttributeNS(null, "text-anchor", "end");
        }
        text.setTextContent(mark.text());
        return text;
    }

    @Override
    public byte[] bytes() {
        Element root = graphics.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + style.width() + " " + style.height());
        root.setAttributeNS(null, "role", "img");
        root.insertBefore(described("desc", description), root.getFirstChild());
        root.insertBefore(described("title", title), root.getFirstChild());
        root.appendChild(texts);
        dropSharedId(root);
        return XmlText.of(root).getBytes(StandardCharsets.UTF_8);
    }

    /** Batik's own empty definitions carry the same id in every picture. */
    private static void dropSharedId(Element root) {
        NodeList definitions = root.getElementsByTagNameNS(SVG, "defs");
        for (int i = 0; i < definitions.getLength(); i++) {
            Element element = (Element) definitions.item(i);
            if (!element.hasChildNodes()) {
                element.removeAttributeNS(null, "id");
            }
        }
    }

    private Element described(String name, String words) {
        Element element = document.createElementNS(SVG, name);
        element.setTextContent(words);
        return element;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Ids that differ from those of other panels. */
    private static final class PanelIds extends SVGIDGenerator {
        private final String mark;

        PanelIds(String content) {
            mark = "c" + Integer.toHexString(content.hashCode()) + "-";
        }

        @Override
        public String generateID(String prefix) {
            return mark + super.generateID(prefix);
        }
    }
}
