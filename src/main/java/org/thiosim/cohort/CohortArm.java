package org.thiosim.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Whether patients with these phenotypes are prescribed the same on another arm. */
    boolean prescribesTheSame(CohortArm other, Phenotypes phenotypes) {
        return prescribed(phenotypes).equals(other.prescribed(phenotypes));
    }

    private List<Object> prescribed(Phenotypes phenotypes) {
        return Optional.ofNullable(regimens.get(phenotypes)).stream()
                .flatMap(r -> r.rules().stream())
                .filter(r -> r.dose().quantity().value() > 0)
                .<Object>map(r -> List.of(r.drug(), r.route(), r.form(), r.dose(), r.times(), r.over()))
                .toList();
    }

    /** Whether all whom a stratum holds are prescribed no drug at all. */
    public boolean takesNothing(String stratum) {
        List<Phenotypes> fitting =
                regimens.keySet().stream().filter(p -> p.fit(stratum)).toList();
        return !fitting.isEmpty()
                && fitting.stream().allMatch(p -> prescribed(p).isEmpty());
    }

    /** The times inside a run at which some patient's prescription begins or ends, ascending. */
    public List<Double> changes(double horizon) {
        return regimens.values().stream()
                .flatMap(r -> r.rules().stream())
                .filter(r -> r.dose().quantity().value() > 0)
                .flatMap(r -> Stream.of(r.times().from(), r.times().until()))
                .filter(t -> t > 0 && t < horizon)
                .distinct()
                .sorted()
                .toList();
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
