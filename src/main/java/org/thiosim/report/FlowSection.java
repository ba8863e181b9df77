package org.thiosim.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thiosim.chart.PhaseWords;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Flow;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** How much each enzyme carried in each phase, by arm. */
final class FlowSection {
    private static final double DAY = 24;
    private static final double NEGLIGIBLE = 1e-9;

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
            Map<String, double[]> flows = flows(phase);
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
        double percent = 100 * (perDay[arm] / perDay[0] - 1);
        String change = Math.abs(percent) < 0.5
                ? "±0"
                : (percent > 0 ? "+" : "−") + Numbers.format(Math.abs(percent), percent <= -99 ? 3 : 2);
        return amount + " (" + change + " %)";
    }

    private Map<String, double[]> flows(TimeWindow phase) {
        List<String> arms = run.armNames();
        Map<String, double[]> flows = new LinkedHashMap<>();
        for (Flow flow : run.network().flows()) {
            if (flow.window().equals(phase) && !flow.enzyme().isEmpty()) {
                flows.computeIfAbsent(flow.enzyme(), k -> new double[arms.size()])[arms.indexOf(flow.arm())] +=
                        flow.micromoles() / phase.length() * DAY;
            }
        }
        flows.values().removeIf(perDay -> {
            double largest = 0;
            for (double flow : perDay) {
                largest = Math.max(largest, flow);
            }
            return largest < NEGLIGIBLE;
        });
        return flows;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
