package org.thiosim.report;

import java.util.ArrayList;
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

/** The models behind a run: their parts, every parameter with how it is known, conversions and sources. */
final class ModelSection {
    private final Html html;
    private final Map<List<String>, List<Arm>> byModel = new LinkedHashMap<>();

    ModelSection(Html html, SimulationResult result) {
        this.html = html;
        for (Arm arm : result.scenario().arms()) {
            byModel.computeIfAbsent(parts(model(arm)), k -> new ArrayList<>()).add(arm);
        }
    }

    private static Model model(Arm arm) {
        return arm.model().model();
    }

    private static List<String> parts(Model model) {
        return model.parts().stream().map(p -> p.header().id()).toList();
    }

    void write() {
        html.element(
                "h2",
                byModel.size() == 1 ? "The model and its sources" : "The models and their sources",
                "id",
                "model");
        byModel.values().forEach(arms -> model(arms, byModel.size() > 1));
        html.element("h3", "Constants of conversion");
        html.list(Conversions.STANDARD.described().stream().map(Typeset::of).toList());
        sources();
    }

    /** One model and the arms that it describes. */
    private void model(List<Arm> arms, boolean oneOfSeveral) {
        Model model = model(arms.get(0));
        if (oneOfSeveral) {
            html.element("h3", String.join(" + ", parts(model)) + ": " + names(arms));
        }
        html.open("ul");
        model.parts().forEach(this::part);
        html.close("ul");
        Map<Parameter, Set<String>> used = used(arms);
        counts(used.keySet(), oneOfSeveral ? "h4" : "h3");
        if (oneOfSeveral) {
            html.open("details");
        } else {
            html.open("details", "open", "open");
        }
        html.element("summary", "All " + used.size() + " parameters with value, status and source");
        parameters(used, arms, oneOfSeveral ? "Parameters of " + model.id() : "Parameters");
        html.close("details");
        effects(model, oneOfSeveral ? "h4" : "h3");
    }

    private static String names(List<Arm> arms) {
        return String.join(", ", arms.stream().map(Arm::name).toList());
    }

    private void part(ModelPart part) {
        html.open("li")
                .element("strong", part.header().id())
                .text(part.header().title())
                .close("li");
    }

    /** Parameters in force, with the arms that use a value of their own. */
    private static Map<Parameter, Set<String>> used(List<Arm> arms) {
        Map<Parameter, Set<String>> used = new LinkedHashMap<>();
        for (Arm arm : arms) {
            for (Parameter base : model(arm).numbers().parameters().values()) {
                Parameter parameter = arm.parameterSet()
                        .flatMap(s -> Optional.ofNullable(s.parameters().get(base.id())))
                        .orElse(base);
                used.computeIfAbsent(parameter, k -> new LinkedHashSet<>()).add(arm.name());
            }
        }
        return used;
    }

    private void counts(Set<Parameter> parameters, String heading) {
        html.element(heading, "How the parameters are known");
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

    private void parameters(Map<Parameter, Set<String>> used, List<Arm> arms, String label) {
        html.scroll(label);
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

    private void effects(Model model, String heading) {
        if (model.network().effects().isEmpty()) {
            return;
        }
        html.element(heading, "Effects on enzymes");
        html.open("ul");
        for (Effect effect : model.network().effects().values()) {
            html.open("li").element("strong", effect.title());
            html.text("on "
                    + String.join(
                            ", ", effect.on().stream().map(Object::toString).toList())
                    + (effect.mechanism() == Effect.Mechanism.COMPETITIVE ? ", competitive" : "")
                    + "; " + effect.provenance().known().word()
                    + " (" + String.join(", ", effect.provenance().sources()) + ")"
                    + (model.unreached().contains(effect) ? "; finds no such enzyme in this model" : ""));
            html.close("li");
        }
        html.close("ul");
    }

    private void sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        byModel.values()
                .forEach(arms -> model(arms.get(0)).sources().forEach((id, source) -> {
                    Source known = sources.putIfAbsent(id, source);
                    if (known != null && !isSame(known, source)) {
                        sources.put(id + " (" + model(arms.get(0)).id() + ")", source);
                    }
                }));
        html.element("h3", "Sources");
        html.open("details", "open", "open")
                .element("summary", sources.size() + " publications and data sets")
                .open("ul");
        sources.forEach((id, source) ->
                html.open("li").element("strong", id).text(source.text()).close("li"));
        html.close("ul").close("details");
    }

    private static boolean isSame(Source one, Source other) {
        return one.doi().isPresent()
                ? one.doi().equals(other.doi())
                : one.text().equals(other.text());
    }
}
