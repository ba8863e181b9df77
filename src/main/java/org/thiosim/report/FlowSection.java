package org.thiosim.report;

import java.util.Map;
import org.thiosim.chart.PhaseWords;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** How much each enzyme carried in each phase, by arm. */
final class FlowSection {
    private final Html html;
    private final RunRecord run;

    FlowSection(Html html, RunRecord run) {
        this.html = html;
        this.run = run;
    }

    void write() {
        html.element(
                "p",
                "µmol a day through all reactions of an enzyme at a site, on average over each phase; in brackets the change"
                        + " against "
                        + run.armNames().get(0) + ".",
                "class",
                "quiet");
        for (TimeWindow phase : run.phases()) {
            Map<String, double[]> flows = EnzymeFlows.of(run, phase);
            if (!flows.isEmpty()) {
                table(phase, flows);
            }
        }
    }

    private void table(TimeWindow phase, Map<String, double[]> flows) {
        html.element("h3", capital(PhaseWords.span(phase)));
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        html.element("th", "enzyme", "scope", "col");
        run.armNames().forEach(a -> html.element("th", a, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
        flows.forEach((enzyme, perDay) -> {
            html.open("tr").element("th", enzyme, "scope", "row");
            for (int arm = 0; arm < perDay.length; arm++) {
                html.element("td", amount(perDay, arm), "class", "number");
            }
            html.close("tr");
        });
        html.close("tbody").close("table").close("div");
    }

    private static String amount(double[] perDay, int arm) {
        String amount = Numbers.format(perDay[arm], 3);
        if (arm == 0 || perDay[0] <= 0) {
            return amount;
        }
        return amount + " (" + EnzymeFlows.change(perDay, arm) + ")";
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
