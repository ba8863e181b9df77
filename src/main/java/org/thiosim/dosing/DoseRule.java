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
    /** Ends the note of a dose that a scenario states where its guideline gives none. */
    public static final String STATED_INSTEAD = "is taken, as the scenario says";

    public DoseRule {
        notes = List.copyOf(notes);
    }

    /** A dose given at once. */
    public DoseRule(String drug, String route, Optional<String> form, Dose dose, DoseTimes times) {
        this(drug, route, form, dose, times, OptionalDouble.empty(), List.of());
    }

    /** Whether its guideline gives no dose and the scenario's own is taken. */
    public boolean isOutsideGuideline() {
        return notes.stream().anyMatch(n -> n.endsWith(STATED_INSTEAD));
    }

    /** The same rule at other times. */
    DoseRule at(DoseTimes other) {
        return new DoseRule(drug, route, form, dose, other, over, notes);
    }
}
