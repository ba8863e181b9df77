package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thiosim.dosing.DoseRule;
import org.thiosim.genetics.Gene;
import org.thiosim.model.Observable;
import org.thiosim.units.Clock;
import org.thiosim.units.Numbers;

/** What an arm takes for granted or leaves out without being told to: doses after the end, genotypes not stated. */
final class Cautions {
    private static final int DIGITS = 4;

    private Cautions() {}

    static List<String> of(Scenario scenario, Arm arm, IndividualValues individual) {
        List<String> cautions = new ArrayList<>(unstated(arm, individual));
        for (DoseRule rule : arm.regimen().rules()) {
            if (rule.times().from() >= scenario.horizon()) {
                cautions.add(rule.drug() + " " + rule.dose().text(arm.size()) + " "
                        + rule.times().words() + " is never given: it begins at "
                        + Clock.words(rule.times().from()) + ", the run ends at " + Clock.words(scenario.horizon()));
            }
        }
        cautions.addAll(unchecked(scenario, arm));
        return cautions;
    }

    /** Limits of a shown observable by one that the model does not have. */
    private static List<String> unchecked(Scenario scenario, Arm arm) {
        Map<String, Observable> known = arm.model().model().outputs().observables();
        List<String> unchecked = new ArrayList<>();
        for (String id : scenario.outputs().observables()) {
            Optional.ofNullable(known.get(id)).map(Observable::validity).stream()
                    .flatMap(v -> v.bounds().stream())
                    .map(Observable.Bound::observable)
                    .filter(o -> !known.containsKey(o))
                    .forEach(o -> unchecked.add(id + " holds within limits of " + o
                            + ", which this model does not have: they are not checked"));
        }
        return unchecked;
    }

    private static List<String> unstated(Arm arm, IndividualValues individual) {
        List<String> unstated = new ArrayList<>();
        for (Gene gene : Gene.values()) {
            String covariate = gene.name().toLowerCase(Locale.ROOT);
            if (arm.model().model().inputs().covariates().containsKey(covariate)
                    && arm.patient().covariate(covariate).isEmpty()) {
                double value = individual.value(covariate);
                unstated.add(
                        gene + " is not stated and taken as " + (value == 1 ? "normal" : Numbers.format(value, DIGITS))
                                + "; '" + covariate + ": normal' under 'patient' says so");
            }
        }
        return unstated;
    }
}
