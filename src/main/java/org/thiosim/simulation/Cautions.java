package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thiosim.dosing.DoseRule;
import org.thiosim.genetics.Gene;
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
        return cautions;
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
