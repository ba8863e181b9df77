package org.thiosim.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thiosim.expression.Expression;
import org.thiosim.model.Archetype;
import org.thiosim.model.Covariate;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Provenance;
import org.thiosim.units.Numbers;
import org.thiosim.units.Range;
import org.thiosim.units.Unit;

/** What a model says of its patients: covariates and archetypes with their values, status and sources. */
final class PatientCards {
    private static final int DIGITS = 6;

    private PatientCards() {}

    /** The covariates of all parts; what a module adds to one of the host stands below the host's. */
    static List<Card> covariates(Model model) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (ModelPart part : model.parts()) {
            for (Covariate covariate : part.inputs().covariates().values()) {
                boolean isFirst = !lines.containsKey(covariate.id());
                List<String> card = lines.computeIfAbsent(covariate.id(), k -> new ArrayList<>());
                if (isFirst) {
                    card.add(values(covariate));
                    card.add(levels(covariate));
                    card.add(from(covariate.provenance()));
                } else {
                    covariate
                            .studied()
                            .ifPresent(r -> card.add("with " + part.header().id() + " studied "
                                    + range(r, covariate.unit()) + "; " + from(covariate.provenance())));
                }
            }
        }
        return lines.entrySet().stream()
                .map(e -> new Card(e.getKey(), e.getValue()))
                .toList();
    }

    private static String values(Covariate covariate) {
        return covariate
                        .fallback()
                        .map(Expression::toString)
                        .map(d -> "default " + d)
                        .orElse("must be given")
                + covariate
                        .allowed()
                        .map(r -> "; allowed " + range(r, covariate.unit()))
                        .orElse("")
                + covariate
                        .studied()
                        .map(r -> "; studied " + range(r, covariate.unit()))
                        .orElse("");
    }

    private static String levels(Covariate covariate) {
        return covariate.levels().isEmpty()
                ? ""
                : "levels: "
                        + covariate.levels().entrySet().stream()
                                .map(e -> e.getKey() + " "
                                        + Numbers.format(covariate.unit().fromCanonical(e.getValue()), DIGITS))
                                .sorted()
                                .collect(Collectors.joining(", "));
    }

    private static String from(Provenance provenance) {
        return provenance.known().word() + ", source: " + String.join(", ", provenance.sources())
                + (provenance.note().isEmpty() ? "" : "; " + provenance.note());
    }

    private static String range(Range range, Unit unit) {
        return Numbers.format(unit.fromCanonical(range.low()), DIGITS) + " to "
                + Numbers.format(unit.fromCanonical(range.high()), DIGITS)
                + (unit.text().equals("1") ? "" : " " + unit.text());
    }

    static List<Card> archetypes(Model model) {
        return model.inputs().archetypes().values().stream()
                .map(a -> new Card(a.id(), List.of(a.title(), "sets " + settings(a, model), from(a.provenance()))))
                .toList();
    }

    private static String settings(Archetype archetype, Model model) {
        return archetype.values().entrySet().stream()
                .map(e -> e.getKey() + " "
                        + Numbers.format(unit(e.getKey(), model).fromCanonical(e.getValue()), DIGITS)
                        + (unit(e.getKey(), model).text().equals("1")
                                ? ""
                                : " " + unit(e.getKey(), model).text()))
                .collect(Collectors.joining(", "));
    }

    private static Unit unit(String covariate, Model model) {
        return Optional.ofNullable(model.inputs().covariates().get(covariate))
                .map(Covariate::unit)
                .orElse(Unit.ONE);
    }
}
