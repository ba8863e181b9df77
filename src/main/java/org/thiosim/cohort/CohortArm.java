package org.thiosim.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.thiosim.dosing.Regimen;

/**
 * A treatment that every patient of a cohort gets.
 *
 * @param regimens the regimen of each pair of phenotypes, which differ where doses follow a guideline
 */
public record CohortArm(String name, Map<Phenotypes, Regimen> regimens) {
    public CohortArm {
        regimens = Collections.unmodifiableMap(new LinkedHashMap<>(regimens));
    }

    /** What a patient is prescribed and takes. */
    Regimen of(VirtualPatient patient, long seed) {
        Regimen prescribed = Optional.ofNullable(regimens.get(patient.genotype().phenotypes()))
                .orElseThrow(() -> new IllegalStateException("arm '" + name + "' has no regimen for "
                        + patient.genotype().phenotypes()));
        Regimen all = prescribed;
        for (CoMedication medication : patient.medication()) {
            all = all.with(medication.rules());
        }
        return all.takenBy(seed, patient.index(), patient.adherence());
    }
}
