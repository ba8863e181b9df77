package org.thiosim.report;

import java.util.List;
import org.thiosim.units.EnDash;

/** Builds HTML in which every text is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder(1 << 16);

    /** Opens an element; {@code attributes} are names and values in turn. */
    Html open(String element, String... attributes) {
        tag(element, attributes);
        page.append('>');
        return this;
    }

    Html close(String element) {
        page.append("</").append(element).append(">\n");
        return this;
    }

    /** An element without content, such as {@code img}. */
    Html empty(String element, String... attributes) {
        tag(element, attributes);
        page.append(">\n");
        return this;
    }

    private void tag(String element, String... attributes) {
        page.append('<').append(element);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            page.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    /** Words for people, their ranges of numbers with a dash. */
    Html text(String words) {
        return verbatim(EnDash.of(words));
    }

    /** A text as it is, such as a file. */
    Html verbatim(String text) {
        page.append(escaped(text));
        return this;
    }

    /** An element that holds a text. */
    Html element(String element, String words, String... attributes) {
        return open(element, attributes).text(words).close(element);
    }

    /** A style sheet, which must not be escaped. */
    Html style(String css) {
        page.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** Opens a table's frame, which keys too can scroll where the page is narrow. */
    Html scroll(String label) {
        return open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", label);
    }

    /** Opens a table whose columns have these names, in a frame. */
    Html table(String label, String... columns) {
        scroll(label).open("table").open("thead").open("tr");
        List.of(columns).forEach(c -> element("th", c, "scope", "col"));
        return close("tr").close("thead").open("tbody");
    }

    /** Closes a table and its frame. */
    Html closeTable() {
        return close("tbody").close("table").close("div");
    }

    /** A row whose first cell names it. */
    Html namedRow(List<String> cells) {
        open("tr").element("th", cells.get(0), "scope", "row");
        cells.stream().skip(1).forEach(c -> element("td", c));
        return close("tr");
    }

    Html list(List<String> items) {
        open("ul");
        items.forEach(i -> element("li", i));
        return close("ul");
    }

    Html row(String cell, List<String> cells) {
        open("tr");
        cells.forEach(c -> element(cell, c));
        return close("tr");
    }

    @Override
    public String toString() {
        return "<!DOCTYPE html>\n" + page;
    }

    /** The text as HTML shows it; characters that HTML does not allow become U+FFFD. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\t' -> escaped.append((char) point);
                default -> escaped.appendCodePoint(allowed(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int point) {
        boolean control = point < 0x20 || point >= 0x7F && point < 0xA0;
        boolean surrogate = point >= 0xD800 && point < 0xE000;
        boolean nonCharacter = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point < 0xFDF0;
        boolean turning = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        return !control && !surrogate && !nonCharacter && !turning;
    }
}
