package org.thiosim.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.chart.PhaseWords;
import org.thiosim.chart.TellingPhase;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** How much each enzyme carried in each phase, by arm. */
final class FlowSection {
    private static final double UNCHANGED = 0.005;
    private static final double SHOWN = 1e-6;

    private final Html html;
    private final SimulationResult result;
    private final RunRecord run;

    FlowSection(Html html, SimulationResult result, RunRecord run) {
        this.html = html;
        this.result = result;
        this.run = run;
    }

    void write() {
        String first = run.armNames().get(0);
        html.element(
                "p",
                "Large: µmol a day through all reactions of an enzyme at a site, on average over the phase. Small: how many"
                        + " of 100 µmol taken these are, and the change of that part against "
                        + first
                        + ". The part tells an inhibited enzyme from a smaller dose.",
                "class",
                "quiet");
        TimeWindow telling = TellingPhase.of(run);
        for (TimeWindow phase : run.phases()) {
            String[] open = phase.equals(telling) ? new String[] {"open", ""} : new String[0];
            EnzymeFlows flows = EnzymeFlows.of(result, run, phase);
            if (!flows.perDay().isEmpty()) {
                html.open("details", open).element("summary", capital(PhaseWords.span(phase)));
                table(phase, flows);
                html.close("details");
            }
        }
    }

    private void table(TimeWindow phase, EnzymeFlows flows) {
        html.scroll("Flows through enzymes, " + PhaseWords.span(phase));
        html.open("table").open("thead").open("tr").element("th", "enzyme", "scope", "col");
        run.armNames().forEach(a -> html.element("th", a, "scope", "col"));
        html.close("tr").close("thead").open("tbody").open("tr").element("th", "drug taken", "scope", "row");
        for (double taken : flows.taken()) {
            html.element("td", Numbers.format(taken, 3), "class", "number");
        }
        html.close("tr");
        flows.perDay().forEach((enzyme, perDay) -> {
            html.open("tr").open("th", "scope", "row").text(EnzymeWords.of(enzyme));
            if (!EnzymeWords.of(enzyme).equals(enzyme)) {
                html.element("span", enzyme, "class", "note");
            }
            html.close("th");
            for (int arm = 0; arm < perDay.length; arm++) {
                cell(flows, enzyme, arm);
            }
            html.close("tr");
        });
        html.close("tbody").close("table").close("div");
    }

    private void cell(EnzymeFlows flows, String enzyme, int arm) {
        double flow = flows.perDay().getOrDefault(enzyme, new double[arm + 1])[arm];
        OptionalDouble part = flows.part(enzyme, arm);
        html.open("td", "class", "number").text(flow < SHOWN ? "about 0" : Numbers.format(flow, 3));
        if (part.isPresent() && flow >= SHOWN) {
            html.element("span", Numbers.format(100 * part.getAsDouble(), 2) + " of 100", "class", "note");
        }
        change(flows.fold(enzyme, arm))
                .ifPresent(c -> html.element("span", c, "class", c.startsWith("−") ? "down" : "up"));
        html.close("td");
    }

    private static Optional<String> change(OptionalDouble fold) {
        if (fold.isEmpty() || Math.abs(fold.getAsDouble() - 1) < UNCHANGED) {
            return Optional.empty();
        }
        double ratio = fold.getAsDouble();
        return Optional.of(
                ratio >= 10
                        ? "×" + Numbers.format(ratio, 2)
                        : (ratio > 1 ? "+" : "−") + Numbers.format(100 * Math.abs(ratio - 1), 2) + " %");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
