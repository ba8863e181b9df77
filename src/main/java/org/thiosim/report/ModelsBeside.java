package org.thiosim.report;

import static org.thiosim.units.Clock.DAY;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.chart.Typeset;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Observable;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.CommonUnits;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.units.Conversions;
import org.thiosim.units.Numbers;

/** Why the models of a comparison differ: what each was made from, the unit it counts in, and how long its 6-TGN stays. */
final class ModelsBeside {
    private static final String TGN = "6-TGN";
    private static final int DIGITS = 3;

    private final Html html;
    private final SimulationResult result;

    ModelsBeside(Html html, SimulationResult result) {
        this.html = html;
        this.result = result;
    }

    void write() {
        html.element("h2", "Why the models differ", "id", "flows");
        if (result.arms().stream().anyMatch(a -> published(a).isPresent())) {
            words();
            table();
        }
        html.element("h3", "What each model was made from, and cannot do");
        models().values().forEach(this::model);
    }

    private void words() {
        html.element(
                "p",
                "How long 6-TGN stays: published half-lives in red cells run from 2 to 17 days, and the time to a steady"
                        + " state with them. Most data are troughs at steady state. These tell how formation and loss of 6-TGN"
                        + " stand to each other, but hardly how fast both are: that follows from what was fixed, such as a"
                        + " volume of 1 L, or from the shape that was chosen, such as a saturable uptake. Red cells live for"
                        + " 120 days, so no half-life here is that of a cell. Whoever asks when a level is steady, or gone, gets"
                        + " the answer of the assumption.");
        html.element(
                "p",
                "In which unit: levels are put on one scale with the molar mass that the model's file states and the constants"
                        + " under “Constants of conversion”. What no factor can mend is the assay (the acid hydrolysis of Dervieux"
                        + " and Boulieu frees more 6-TGN than that of Lennard), haemoglobin counted as tetramer or as monomer"
                        + " (a factor of 4), and a conversion of the authors' own; a level that cannot be put on the scale has"
                        + " a chart of its own. Beyond that, models differ by whom they were made from.");
    }

    private void table() {
        html.scroll("6-TGN by model");
        html.open("table").element("caption", "6-TGN by model");
        html.open("thead")
                .row(
                        "th",
                        List.of(
                                "arm",
                                "model",
                                "counts 6-TGN in",
                                "last level before a dose",
                                "9/10 of the plateau after",
                                "half-life after the last dose"))
                .close("thead")
                .open("tbody");
        result.arms().forEach(this::row);
        html.close("tbody").close("table").close("div");
    }

    private void row(ArmResult arm) {
        html.open("tr").element("th", arm.arm().name(), "scope", "row");
        html.element("td", model(arm).id());
        html.element("td", published(arm).map(o -> unit(arm, o)).orElse("no 6-TGN"));
        html.element("td", level(arm), "class", "number");
        html.element("td", days(arm, "time-to-90-percent-of-plateau"), "class", "number");
        html.element("td", days(arm, "half-life"), "class", "number");
        html.close("tr");
    }

    private static Model model(ArmResult arm) {
        return arm.arm().model().model();
    }

    /** 6-TGN as the model's own file counts it. */
    private static Optional<Observable> published(ArmResult arm) {
        return Optional.ofNullable(model(arm).host().outputs().observables().get(TGN));
    }

    /** The unit of the model's own file, and what one of it is on the common scale. */
    private static String unit(ArmResult arm, Observable published) {
        String unit = Typeset.of(published.unit().text());
        Optional<Observable> shown =
                Optional.ofNullable(model(arm).outputs().observables().get(TGN));
        if (shown.isEmpty()) {
            return unit + ", not converted";
        }
        OptionalDouble mass =
                published.molarMass().stream().mapToDouble(m -> m.canonical()).findFirst();
        OptionalDouble factor = Conversions.STANDARD.factor(
                published.unit().dimension(), shown.get().unit().dimension(), mass);
        String common = shown.get().unit().text();
        return common.equals(published.unit().text()) || factor.isEmpty()
                ? unit
                : unit + " (1 is "
                        + Numbers.format(
                                shown.get()
                                        .unit()
                                        .fromCanonical(published.unit().toCanonical(1) * factor.getAsDouble()),
                                DIGITS)
                        + " " + Typeset.of(common) + ")";
    }

    private static String days(ArmResult arm, String metric) {
        return last(arm, metric)
                .map(m -> Numbers.format(m.value() / DAY, DIGITS) + " d")
                .orElse("not seen");
    }

    private static String level(ArmResult arm) {
        return last(arm, "trough")
                .map(m -> Numbers.format(m.value(), DIGITS) + " " + Typeset.of(m.unit()))
                .orElse("none");
    }

    private static Optional<Metric> last(ArmResult arm, String metric) {
        return arm.metrics().stream()
                .filter(m -> m.metric().equals(metric) && isTgn(m.observable()))
                .reduce((first, last) -> last);
    }

    private static boolean isTgn(String observable) {
        return observable.equals(TGN) || CommonUnits.isVariant(observable, TGN);
    }

    private Map<String, Model> models() {
        Map<String, Model> models = new LinkedHashMap<>();
        result.arms().forEach(a -> models.putIfAbsent(model(a).id(), model(a)));
        return models;
    }

    private void model(Model model) {
        ModelPart.Header header = model.host().header();
        html.element("h4", header.id());
        String population = header.population().isEmpty() ? "" : " Made from: " + Typeset.of(header.population()) + ".";
        html.element("p", Typeset.of(header.title()) + "." + population);
        String observables = String.join(", ", model.outputs().observables().keySet());
        html.element("p", "Gives " + Typeset.of(observables) + ".", "class", "quiet");
        if (!header.limits().isEmpty()) {
            html.list(header.limits().stream().map(Typeset::of).toList());
        }
    }
}
