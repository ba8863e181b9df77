package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseRule;
import org.thiosim.model.Covariate;
import org.thiosim.model.EnzymeTag;
import org.thiosim.model.Model;
import org.thiosim.model.Notice;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;

/**
 * What goes with an arm's numbers: how genotype and doses came about, the model's notices whose condition holds, and
 * covariates out of range.
 */
final class Notices {
    private Notices() {}

    /** Observables that a notice of this arm hides. */
    static Set<String> hidden(Scenario scenario, Arm arm, IndividualValues individual) {
        return arm.model().model().outputs().notices().stream()
                .filter(n -> holds(n.condition(), scenario, arm, individual))
                .flatMap(n -> n.hides().stream())
                .collect(Collectors.toSet());
    }

    static List<String> of(Scenario scenario, Arm arm, IndividualValues individual) {
        List<String> notices = new ArrayList<>(arm.patient().notes());
        notices.addAll(arm.regimen().notes());
        for (Notice notice : arm.model().model().outputs().notices()) {
            if (holds(notice.condition(), scenario, arm, individual)) {
                notices.add(notice.text());
            }
        }
        for (Covariate covariate : arm.model().model().inputs().covariates().values()) {
            double value = individual.value(covariate.id());
            covariate
                    .studied()
                    .filter(r -> !r.contains(value))
                    .ifPresent(r -> notices.add(covariate.id() + " "
                            + shown(covariate, value) + " lies outside the range studied, " + shown(covariate, r.low())
                            + " to "
                            + shown(covariate, r.high())));
        }
        Model model = arm.model().model();
        model.unreached()
                .forEach(e -> notices.add("Not modelled here: " + e.title() + "; " + model.id() + " has no reaction by "
                        + String.join(
                                ", ", e.on().stream().map(EnzymeTag::toString).toList())));
        return notices.stream().distinct().toList();
    }

    private static String shown(Covariate covariate, double canonical) {
        String unit = covariate.unit().text();
        return Numbers.format(covariate.unit().fromCanonical(canonical), 4) + (unit.equals("1") ? "" : " " + unit);
    }

    private static boolean holds(Notice.Condition condition, Scenario scenario, Arm arm, IndividualValues individual) {
        return condition.dosed().stream().allMatch(d -> dosed(d, condition, scenario, arm))
                && condition.covariate().stream().allMatch(c -> holds(c, individual))
                && condition.observable().stream()
                        .allMatch(o -> scenario.outputs().observables().contains(o))
                && condition.parameterSet().stream()
                        .allMatch(s -> individual.parameterSet().equals(Optional.of(s)));
    }

    private static boolean holds(Notice.CovariateBound bound, IndividualValues individual) {
        Double value = individual.values().get(bound.covariate());
        return value != null && bound.holds(value);
    }

    /** Whether some rule doses the drug, above the daily dose and during the second drug where the condition says so. */
    private static boolean dosed(String drug, Notice.Condition condition, Scenario scenario, Arm arm) {
        return arm.regimen().rules().stream()
                .filter(r -> r.drug().equals(drug) && r.times().from() < scenario.horizon())
                .filter(r ->
                        condition.doseAbove().stream().allMatch(q -> dailyDose(r, arm.size()) > limit(q, arm.size())))
                .anyMatch(r -> condition.during().stream().allMatch(other -> overlaps(r, other, arm)));
    }

    private static double limit(Quantity quantity, BodySize size) {
        return Dose.of(quantity).mass(size) * (1 + 1e-9);
    }

    /** Mass per day in kg. */
    private static double dailyDose(DoseRule rule, BodySize size) {
        return rule.dose().mass(size) * Math.max(1, rule.times().perDay());
    }

    private static boolean overlaps(DoseRule rule, String other, Arm arm) {
        return arm.regimen().rules().stream()
                .filter(r -> r.drug().equals(other))
                .anyMatch(r -> r.times().from() < rule.times().until()
                        && rule.times().from() < r.times().until());
    }
}
