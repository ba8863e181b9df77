package org.thiosim.report;

import java.util.ArrayList;
import java.util.List;
import org.thiosim.chart.SweepPanel;
import org.thiosim.chart.Typeset;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.units.Numbers;

/**
 * What a sweep adds to a report: how each observable depends on the swept setting, as a table and in pictures.
 *
 * @param panels one for each observable; none where nothing was swept
 * @param pictures of the panels
 */
public record SweepSection(List<SweepPanel> panels, Pictures pictures) {
    private static final int DIGITS = 3;

    public SweepSection {
        panels = List.copyOf(panels);
    }

    boolean isEmpty() {
        return panels.isEmpty();
    }

    void write(Html html) {
        SweepPanel first = panels.get(0);
        String name = first.setting().name();
        html.element("h2", "Sweep of the " + name, "id", "sweep");
        html.element(
                "p",
                "The scenario was also run with each of these values in place of its own; all else is as above. The other"
                        + " sections of this report show the scenario with its own value.",
                "class",
                "quiet");
        html.scroll("Sweep of the " + name).open("table");
        List<String> header = new ArrayList<>(List.of("observable", "arm"));
        first.stops().forEach(s -> header.add(Typeset.amount(s.label(), unit(first))));
        html.open("thead").row("th", header).close("thead").open("tbody");
        panels.forEach(p -> p.curves().forEach(c -> row(html, p, c)));
        html.closeTable();
        first.about().cautions().forEach(c -> html.element("p", c, "class", "stern"));
        pictures.write(html, c -> true, "sweep");
    }

    private static String unit(SweepPanel panel) {
        return panel.setting().unit().isEmpty() ? "1" : panel.setting().unit();
    }

    private static void row(Html html, SweepPanel panel, TimeCourse curve) {
        html.open("tr").open("th", "scope", "row");
        html.text(panel.observable() + Typeset.inBrackets(curve.unit()));
        html.element("span", panel.about().what(), "class", "note").close("th");
        html.element("td", curve.arm());
        for (SweepPanel.Stop stop : panel.stops()) {
            double value = curve.at(stop.place());
            html.element("td", Double.isNaN(value) ? "–" : Numbers.format(value, DIGITS), "class", "number");
        }
        html.close("tr");
    }
}
