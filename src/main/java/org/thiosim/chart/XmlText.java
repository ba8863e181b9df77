package org.thiosim.chart;

import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes elements as XML with attributes in alphabetical order and without document type, so that equal trees give equal text. */
final class XmlText {
    private XmlText() {}

    /** The document with this root and its namespace, one element per line. */
    static String of(Element root) {
        StringBuilder xml = new StringBuilder(1 << 16).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        append(xml, root, " xmlns=\"" + root.getNamespaceURI() + '"');
        return xml.append('\n').toString();
    }

    private static void append(StringBuilder xml, Element element, String space) {
        xml.append("\n<").append(element.getTagName()).append(space);
        attributes(element).forEach((name, value) -> {
            xml.append(' ').append(name).append("=\"");
            appendEscaped(xml, value);
            xml.append('"');
        });
        if (!element.hasChildNodes()) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                append(xml, inner, "");
            } else {
                appendEscaped(xml, child.getNodeValue());
            }
        }
        xml.append("</").append(element.getTagName()).append('>');
    }

    private static SortedMap<String, String> attributes(Element element) {
        SortedMap<String, String> sorted = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            sorted.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        return sorted;
    }

    private static void appendEscaped(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(letter);
            }
        }
    }
}
