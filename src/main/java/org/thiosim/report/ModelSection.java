package org.thiosim.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thiosim.chart.Typeset;
import org.thiosim.model.Effect;
import org.thiosim.model.Known;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Parameter;
import org.thiosim.model.Source;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.units.Conversions;
import org.thiosim.units.Numbers;

/** The model behind a run: its parts, every parameter with how it is known, conversions and sources. */
final class ModelSection {
    private final Html html;
    private final List<Arm> arms;
    private final Model model;

    ModelSection(Html html, SimulationResult result) {
        this.html = html;
        this.arms = result.scenario().arms();
        this.model = arms.get(0).model().model();
    }

    void write() {
        html.element("h2", "The model and its sources", "id", "model");
        html.open("ul");
        part(model.host());
        model.modules().forEach(this::part);
        html.close("ul");
        Map<Parameter, Set<String>> used = used();
        counts(used.keySet());
        html.open("details", "open", "open")
                .element("summary", "All " + used.size() + " parameters with value, status and source");
        parameters(used);
        html.close("details");
        effects();
        html.element("h3", "Constants of conversion");
        html.list(Conversions.STANDARD.described().stream().map(Typeset::of).toList());
        sources();
    }

    private void part(ModelPart part) {
        html.open("li")
                .element("strong", part.header().id())
                .text(part.header().title())
                .close("li");
    }

    /** Parameters in force, with the arms that use a value of their own. */
    private Map<Parameter, Set<String>> used() {
        Map<Parameter, Set<String>> used = new LinkedHashMap<>();
        for (Arm arm : arms) {
            for (Parameter base : arm.model().model().numbers().parameters().values()) {
                Parameter parameter = arm.parameterSet()
                        .flatMap(s -> Optional.ofNullable(s.parameters().get(base.id())))
                        .orElse(base);
                used.computeIfAbsent(parameter, k -> new LinkedHashSet<>()).add(arm.name());
            }
        }
        return used;
    }

    private void counts(Set<Parameter> parameters) {
        html.element("h3", "How the parameters are known");
        html.open("ul");
        for (Known known : Known.values()) {
            long count = parameters.stream()
                    .filter(p -> p.provenance().known() == known)
                    .count();
            if (count > 0) {
                html.open("li")
                        .element("strong", count + " " + known.word())
                        .text(known.meaning())
                        .close("li");
            }
        }
        html.close("ul");
    }

    private void parameters(Map<Parameter, Set<String>> used) {
        html.scroll("Parameters");
        html.open("table").open("thead");
        html.row("th", List.of("parameter", "value", "status", "source", "note"))
                .close("thead")
                .open("tbody");
        used.forEach((p, who) -> {
            html.open("tr").element("th", p.id(), "scope", "row");
            html.element("td", value(p) + (who.size() < arms.size() ? " in " + String.join(", ", who) : ""));
            html.element("td", p.provenance().known().word());
            html.element("td", String.join(", ", p.provenance().sources()));
            html.element("td", p.provenance().note()).close("tr");
        });
        html.close("tbody").close("table").close("div");
    }

    private static String value(Parameter parameter) {
        String unit = parameter.typical().unit().text();
        return Numbers.format(parameter.typical().value(), 6)
                + (unit.equals("1") ? "" : " " + Typeset.of(unit))
                + (parameter.variability().isEmpty() ? "" : " (" + parameter.variability() + ")");
    }

    private void effects() {
        if (model.network().effects().isEmpty()) {
            return;
        }
        html.element("h3", "Effects on enzymes");
        html.open("ul");
        for (Effect effect : model.network().effects().values()) {
            html.open("li").element("strong", effect.title());
            html.text("on "
                    + String.join(
                            ", ", effect.on().stream().map(Object::toString).toList())
                    + (effect.mechanism() == Effect.Mechanism.COMPETITIVE ? ", competitive" : "")
                    + "; " + effect.provenance().known().word()
                    + " (" + String.join(", ", effect.provenance().sources()) + ")");
            html.close("li");
        }
        html.close("ul");
    }

    private void sources() {
        html.element("h3", "Sources");
        html.open("details", "open", "open")
                .element("summary", model.sources().size() + " publications and data sets")
                .open("ul");
        for (Source source : model.sources().values()) {
            html.open("li").element("strong", source.id()).text(source.text()).close("li");
        }
        html.close("ul").close("details");
    }
}
