package org.thiosim.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thiosim.expression.Expression;
import org.thiosim.model.Effect;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Observable;
import org.thiosim.model.Parameter;
import org.thiosim.model.ParameterSet;
import org.thiosim.model.Provenance;
import org.thiosim.model.Reaction;
import org.thiosim.model.Species;
import org.thiosim.simulation.Purpose;
import org.thiosim.units.Numbers;

/** Prints a model in full: what it says, how it is known and where it comes from. */
final class ModelDescription {
    private static final int DIGITS = 6;

    private final Model model;

    ModelDescription(Model model) {
        this.model = model;
    }

    void print(PrintWriter out) {
        out.println(model.id() + ": " + model.host().header().title());
        for (ModelPart module : model.modules()) {
            out.println(
                    "  with " + module.header().id() + ": " + module.header().title());
        }
        out.println(Purpose.NOTICE);
        if (!model.host().header().population().isEmpty()) {
            out.println("Population: " + model.host().header().population());
        }
        model.parts().forEach(p -> p.header().limits().forEach(l -> out.println("Cannot: " + l)));
        section(out, "Drugs", drugs());
        cards(out, "Covariates", PatientCards.covariates(model));
        cards(out, "Archetypes", PatientCards.archetypes(model));
        section(out, "Dose windows", windows());
        equations(out);
        section(out, "Reactions", reactions());
        section(out, "Effects on enzymes", effects());
        formulas(out, "Quantities that follow the species", model.network().quantities());
        formulas(out, "Arithmetic of one patient", model.numbers().individual());
        section(out, "Factors on parameters and individual quantities", scales());
        section(out, "Parameters", parameters(model.numbers().parameters()));
        for (ParameterSet set : model.numbers().sets().values()) {
            if (!set.parameters().isEmpty()) {
                section(out, "Parameter set " + set.id() + ": " + set.title(), parameters(set.parameters()));
            }
        }
        section(out, "Correlated variability", correlations());
        section(out, "Observables", observables());
        heading(out, "Notices");
        notices().forEach((text, from) -> out.println("- " + text + " [" + String.join(", ", from) + "]"));
        heading(out, "Sources");
        model.sources().values().forEach(s -> out.println("- " + s.id() + ": " + s.text()));
    }

    private static void heading(PrintWriter out, String title) {
        out.println();
        out.println(title);
        out.println("-".repeat(title.length()));
    }

    private static void section(PrintWriter out, String title, List<List<String>> rows) {
        if (rows.size() > 1) {
            heading(out, title);
            TextTable.printLeft(out, rows);
        }
    }

    private static void formulas(PrintWriter out, String title, Map<String, Expression> formulas) {
        if (!formulas.isEmpty()) {
            heading(out, title);
            formulas.forEach((id, f) -> out.println(id + " = " + f));
        }
    }

    private List<List<String>> drugs() {
        List<List<String>> rows = table("drug", "molar mass", "forms", "routes", "source");
        model.inputs()
                .drugs()
                .values()
                .forEach(d -> rows.add(List.of(
                        d.id(),
                        d.molarMass().toString(),
                        String.join(", ", d.forms().keySet().stream().sorted().toList()),
                        routes(d.routes()),
                        String.join(", ", d.provenance().sources()))));
        return rows;
    }

    private static String routes(Map<String, String> routes) {
        return String.join(
                ", ",
                routes.entrySet().stream()
                        .map(e -> e.getKey() + " to " + e.getValue())
                        .sorted()
                        .toList());
    }

    private static void cards(PrintWriter out, String title, List<Card> cards) {
        if (!cards.isEmpty()) {
            heading(out, title);
            cards.forEach(c -> c.print(out));
        }
    }

    private List<List<String>> windows() {
        List<List<String>> rows = table("window", "drug", "lasts", "value", "known", "source", "note");
        model.inputs()
                .windows()
                .values()
                .forEach(w -> rows.add(row(
                        List.of(w.id(), w.drug(), w.lasts().toString(), w.amount() ? "dose" : "1"), w.provenance())));
        return rows;
    }

    private List<List<String>> scales() {
        List<List<String>> rows = table("factor", "on", "formula", "known", "source", "note");
        model.numbers()
                .scales()
                .forEach((id, s) -> rows.add(row(List.of(id, s.target(), s.by().toString()), s.provenance())));
        return rows;
    }

    private List<List<String>> correlations() {
        List<List<String>> rows = table("first", "second", "r", "known", "source", "note");
        model.numbers()
                .correlations()
                .forEach(c ->
                        rows.add(row(List.of(c.first(), c.second(), Numbers.format(c.r(), DIGITS)), c.provenance())));
        return rows;
    }

    private static List<String> row(List<String> cells, Provenance from) {
        List<String> row = new ArrayList<>(cells);
        row.addAll(List.of(from.known().word(), String.join(", ", from.sources()), from.note()));
        return row;
    }

    /** Sources by text; notices of several drugs with one text are one. */
    private Map<String, Set<String>> notices() {
        Map<String, Set<String>> notices = new LinkedHashMap<>();
        model.outputs()
                .notices()
                .forEach(n -> notices.computeIfAbsent(n.text(), k -> new LinkedHashSet<>())
                        .addAll(n.sources()));
        return notices;
    }

    private void equations(PrintWriter out) {
        heading(out, "Equations (v = rate of a reaction)");
        for (Species species : model.network().species().values()) {
            List<String> terms = new ArrayList<>();
            for (Reaction reaction : model.network().reactions().values()) {
                reaction.to().filter(species.id()::equals).ifPresent(s -> terms.add("+ v(" + reaction.id() + ")"));
                reaction.from().filter(species.id()::equals).ifPresent(s -> terms.add("- v(" + reaction.id() + ")"));
            }
            out.println("d " + species.id() + "/dt [" + species.kind().unit().text() + "/h] = "
                    + (terms.isEmpty() ? "0" : String.join(" ", terms)) + "    " + species.title());
        }
    }

    private List<List<String>> reactions() {
        List<List<String>> rows = table("reaction", "from", "to", "law", "rate", "enzyme or process", "effects");
        for (Reaction r : model.network().reactions().values()) {
            rows.add(List.of(
                    r.id(),
                    r.from().orElse(""),
                    r.to().orElse(""),
                    r.law().name(),
                    r.law().rate().toString(),
                    r.carrier(),
                    String.join(
                            ", ",
                            r.enzyme().map(model::effectsOn).orElse(List.of()).stream()
                                    .map(Effect::id)
                                    .toList())));
        }
        return rows;
    }

    private List<List<String>> effects() {
        List<List<String>> rows = table("effect", "on", "mechanism", "formula", "known", "source");
        for (Effect e : model.network().effects().values()) {
            rows.add(List.of(
                    e.id(),
                    String.join(", ", e.on().stream().map(Object::toString).toList()),
                    e.mechanism() == Effect.Mechanism.COMPETITIVE
                            ? "competitive: activity = 1/(1 + sum of terms)"
                            : "factor",
                    e.formula().toString(),
                    e.provenance().known().word(),
                    String.join(", ", e.provenance().sources())));
        }
        return rows;
    }

    private static List<List<String>> parameters(Map<String, Parameter> parameters) {
        List<List<String>> rows = table("parameter", "typical", "variability", "known", "source", "note");
        parameters
                .values()
                .forEach(p -> rows.add(row(List.of(p.id(), p.typical().toString(), p.variability()), p.provenance())));
        return rows;
    }

    private List<List<String>> observables() {
        List<List<String>> rows = table("observable", "unit", "formula", "window or limit", "title");
        for (Observable o : model.outputs().observables().values()) {
            rows.add(List.of(
                    o.id(),
                    o.unit().text(),
                    model.formula(o).toString(),
                    o.window().map(ModelDescription::window).orElse(""),
                    o.title()));
        }
        return rows;
    }

    private static String window(Observable.ReferenceWindow window) {
        Optional<String> low = window.low().map(q -> "from " + q);
        Optional<String> high = window.high().map(q -> "to " + q);
        return low.map(l -> l + " ").orElse("") + high.orElse("") + " (" + window.population() + ", " + window.assay()
                + "; " + String.join(", ", window.sources()) + ")";
    }

    private static List<List<String>> table(String... header) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(header));
        return rows;
    }
}
