package org.thiosim.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.thiosim.chart.Typeset;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.Scenario;

/** What stands around the sections of every report: title, purpose, lesson, contents, manifest and footer. */
final class PageFrame {
    private PageFrame() {}

    /**
     * A page up to the beginning of its main part.
     *
     * @param contents names of the sections by the ids of their headings
     */
    static Html open(Scenario.Head head, Map<String, String> contents) {
        Html html = new Html();
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", head.title() + " – thiosim");
        html.style(PageStyle.css()).close("head").open("body");
        html.element("a", "Skip to the report", "class", "skip", "href", "#report");
        html.open("header");
        html.element("p", Purpose.NOTICE, "class", "banner");
        html.element("h1", head.title());
        if (!head.lesson().isBlank()) {
            html.element("p", Typeset.of(head.lesson().strip()), "class", "lesson");
        }
        html.close("header").open("nav", "aria-label", "Contents").open("ul");
        contents.forEach((id, name) ->
                html.open("li").element("a", name, "href", "#" + id).close("li"));
        return html.close("ul").close("nav").open("main", "id", "report");
    }

    /** The page in UTF-8, closed after the manifest's text. */
    static byte[] close(Html html, Scenario.Head head, String manifest) {
        html.element("h2", "Manifest", "id", "manifest");
        html.open("details").element("summary", "What is needed to repeat this run");
        html.open("pre", "tabindex", "0").verbatim(manifest).close("pre").close("details");
        html.close("main").open("footer").element("p", Purpose.NOTICE, "class", "banner");
        html.element("p", "Made by thiosim from the scenario " + head.id() + ".", "class", "quiet");
        html.close("footer").close("body").close("html");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
