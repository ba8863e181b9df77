package org.thiosim.report;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.thiosim.chart.Chart;
import org.thiosim.chart.ResultCharts;

/**
 * The pictures of a report.
 *
 * @param charts in the order shown
 * @param svg each as SVG, by name
 */
public record Pictures(List<Chart> charts, Map<String, byte[]> svg) {
    public Pictures {
        charts = List.copyOf(charts);
        svg = Map.copyOf(svg);
    }

    boolean has(Predicate<Chart> which) {
        return charts.stream().anyMatch(which);
    }

    /**
     * Writes some of the pictures, each of which fills the window while the page's address names it.
     *
     * @param section id of the heading that a reader returns to
     */
    void write(Html html, Predicate<Chart> which, String section) {
        charts.stream().filter(which).forEach(chart -> figure(html, chart, section));
    }

    private void figure(Html html, Chart chart, String section) {
        String data = Base64.getEncoder().encodeToString(svg.getOrDefault(chart.name(), new byte[0]));
        String id = "picture-" + ResultCharts.fileName(chart.name());
        html.open("figure", "id", id).open("a", "class", "enlarge", "href", "#" + id);
        html.empty(
                "img",
                "src",
                "data:image/svg+xml;base64," + data,
                "alt",
                chart.description(),
                "width",
                Integer.toString(chart.width()),
                "height",
                Integer.toString(chart.height()));
        html.close("a");
        html.element("a", "Back to the report", "class", "back", "href", "#" + section);
        html.close("figure");
    }
}
