package org.thiosim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thiosim.model.Covariate;
import org.thiosim.model.Model;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.ArmResult;
import org.thiosim.units.Numbers;

/** Who is treated: what the scenario states of the patient, in words, first what all arms share. */
final class PatientWords {
    private static final int DIGITS = 4;
    private static final String METABOLISER = "poor";

    private PatientWords() {}

    /** One line for what is the same on all arms, and one for each arm that has something of its own. */
    static List<String> of(List<ArmResult> results) {
        Map<String, Set<String>> byArm = new LinkedHashMap<>();
        results.forEach(r -> byArm.put(r.arm().name(), stated(r.arm())));
        Set<String> shared = new LinkedHashSet<>(byArm.values().iterator().next());
        byArm.values().forEach(shared::retainAll);
        List<String> lines = new ArrayList<>();
        if (!shared.isEmpty()) {
            lines.add("Patient: " + String.join(", ", shared));
        }
        byArm.forEach((arm, stated) -> {
            stated.removeAll(shared);
            if (!stated.isEmpty()) {
                lines.add(arm + ": " + String.join(", ", stated));
            }
        });
        return lines;
    }

    private static Set<String> stated(Arm arm) {
        Model model = arm.model().model();
        Map<String, Double> covariates = new LinkedHashMap<>(arm.patient().covariates());
        Set<String> words = new LinkedHashSet<>();
        model.inputs().archetypes().forEach((id, archetype) -> {
            if (covariates.entrySet().containsAll(archetype.values().entrySet())) {
                words.add(id);
                covariates.keySet().removeAll(archetype.values().keySet());
            }
        });
        covariates.forEach((id, value) -> Optional.ofNullable(
                        model.inputs().covariates().get(id))
                .ifPresent(c -> words.add(name(c) + " " + value(c, value))));
        return words;
    }

    /** A gene in capitals: a covariate that has a phenotype of metabolisers. */
    private static String name(Covariate covariate) {
        return covariate.levels().containsKey(METABOLISER)
                ? covariate.id().toUpperCase(Locale.ROOT)
                : covariate.id().replace('-', ' ');
    }

    /** The name of a level, or the value with its unit. */
    private static String value(Covariate covariate, double value) {
        String unit = covariate.unit().text();
        String number =
                Numbers.format(covariate.unit().fromCanonical(value), DIGITS) + (unit.equals("1") ? "" : " " + unit);
        String level = covariate.levels().entrySet().stream()
                .filter(e -> e.getValue() == value)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" or "));
        return level.isEmpty() ? number : level;
    }
}
