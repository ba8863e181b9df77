package org.thiosim.io;

import java.util.List;
import java.util.Optional;
import org.thiosim.genetics.Phenotype;

/**
 * What is simulated for one gene of a patient: one outcome, or a low and a high one; none after a mistake.
 *
 * @param notes what was called, from which table
 */
record GenotypeOutcomes(List<Outcome> outcomes, List<String> notes) {
    GenotypeOutcomes {
        outcomes = List.copyOf(outcomes);
        notes = List.copyOf(notes);
    }

    /**
     * One activity that is simulated.
     *
     * @param label {@code low} or {@code high}; empty where there is one outcome
     * @param activity relative to two normal alleles
     */
    record Outcome(String label, double activity, Optional<Phenotype> phenotype) {}
}
