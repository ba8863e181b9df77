package org.thiosim.dosing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of a regimen.
 *
 * @param route for example oral
 * @param form the form that mg mean, for example monohydrate; the drug's own where absent
 * @param over how long an infusion runs, in h; empty for a dose given at once
 * @param notes how the dose came about, for example by which guideline
 */
public record DoseRule(
        String drug,
        String route,
        Optional<String> form,
        Dose dose,
        DoseTimes times,
        OptionalDouble over,
        List<String> notes) {
    /** Ends the note of a dose that a scenario states for where its guideline asks for another drug or gives none. */
    public static final String BY_OTHERWISE = "is taken, as 'otherwise' of the scenario says";

    /** Ends the note of a dose that a scenario states for where its guideline has no advice. */
    public static final String BY_NO_ADVICE = "is taken, as 'no-advice' of the scenario says";

    public DoseRule {
        notes = List.copyOf(notes);
    }

    /** A dose given at once. */
    public DoseRule(String drug, String route, Optional<String> form, Dose dose, DoseTimes times) {
        this(drug, route, form, dose, times, OptionalDouble.empty(), List.of());
    }

    /** The key by which the scenario gives the dose where its guideline gives none; empty where the guideline does. */
    public Optional<String> insteadOfGuideline() {
        if (notes.stream().anyMatch(n -> n.endsWith(BY_NO_ADVICE))) {
            return Optional.of("no-advice");
        }
        return Optional.of("otherwise").filter(k -> notes.stream().anyMatch(n -> n.endsWith(BY_OTHERWISE)));
    }

    /** The same rule at other times. */
    DoseRule at(DoseTimes other) {
        return new DoseRule(drug, route, form, dose, other, over, notes);
    }
}
