package org.thiosim.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.thiosim.chart.Typeset;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Observable;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.units.Numbers;

/** Why the models of a comparison differ: what each was made from, the unit it counts in, and how long its 6-TGN stays. */
final class ModelsBeside {
    private static final String TGN = "6-TGN";
    private static final String HALF_LIFE = "half-life";
    private static final double DAY = 24;
    private static final int DIGITS = 3;

    private final Html html;
    private final SimulationResult result;

    ModelsBeside(Html html, SimulationResult result) {
        this.html = html;
        this.result = result;
    }

    void write() {
        html.element("h2", "Why the models differ", "id", "flows");
        html.element(
                "p",
                "Published half-lives of 6-TGN in red cells run from 2 to 17 days. A model of sparse trough levels"
                        + " tells only dose over clearance well: the volume, and with it the half-life, takes up whatever"
                        + " the plasma layer before it leaves open. Red cells live 120 days, so no half-life here is that"
                        + " of a cell. Levels differ by assay (the acid hydrolysis of Dervieux and Boulieu frees more than that"
                        + " of Lennard), by what the molar mass counts (the base, the nucleotide, or the drug in disguise),"
                        + " and by population.");
        html.open("div", "class", "wide").open("table");
        html.open("thead").open("tr");
        Stream.of("Arm", "Model", "Counts 6-TGN in", "Half-life of 6-TGN", "Last level of 6-TGN")
                .forEach(h -> html.element("th", h, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
        result.arms().forEach(this::row);
        html.close("tbody").close("table").close("div");
        html.element("h3", "What each model was made from, and cannot do");
        models().values().forEach(this::model);
    }

    private void row(ArmResult arm) {
        html.open("tr").element("th", arm.arm().name(), "scope", "row");
        html.element("td", arm.arm().model().model().id());
        html.element("td", published(arm.arm()).map(Typeset::of).orElse("no 6-TGN"));
        html.element("td", halfLife(arm).orElse("not seen: no stretch without doses"), "class", "number");
        html.element("td", level(arm).map(Typeset::of).orElse("none"), "class", "number");
        html.close("tr");
    }

    /** The unit that the model's own file counts in. */
    private static Optional<String> published(Arm arm) {
        return arm.model().model().host().outputs().observables().values().stream()
                .filter(o -> o.id().equals(TGN))
                .map(o -> o.unit().text())
                .findFirst();
    }

    private static Optional<String> halfLife(ArmResult arm) {
        return arm.metrics().stream()
                .filter(m -> isTgn(m.observable()) && m.metric().equals(HALF_LIFE))
                .reduce((first, last) -> last)
                .map(Metric::value)
                .map(h -> Numbers.format(h / DAY, DIGITS) + " d");
    }

    /** The last trough under treatment. */
    private static Optional<String> level(ArmResult arm) {
        return arm.metrics().stream()
                .filter(m -> isTgn(m.observable()) && m.metric().equals("trough"))
                .reduce((first, last) -> last)
                .map(m -> Numbers.format(m.value(), DIGITS) + " " + m.unit());
    }

    private static boolean isTgn(String observable) {
        return observable.equals(TGN) || observable.startsWith(TGN + " (");
    }

    private Map<String, Model> models() {
        Map<String, Model> models = new LinkedHashMap<>();
        result.arms()
                .forEach(a -> models.putIfAbsent(
                        a.arm().model().model().id(), a.arm().model().model()));
        return models;
    }

    private void model(Model model) {
        ModelPart.Header header = model.host().header();
        html.open("p")
                .element("strong", header.id())
                .text(header.title() + ". " + population(header))
                .close("p");
        List<String> observables = model.outputs().observables().values().stream()
                .map(Observable::id)
                .toList();
        html.element("p", "Gives " + Typeset.of(String.join(", ", observables)) + ".", "class", "quiet");
        html.list(header.limits().stream().map(Typeset::of).toList());
    }

    private static String population(ModelPart.Header header) {
        return header.population().isEmpty() ? "" : Typeset.of(header.population()) + ".";
    }
}
