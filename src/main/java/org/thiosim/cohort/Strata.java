package org.thiosim.cohort;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.thiosim.genetics.Phenotype;

/** The groups that statistics are split by. */
public final class Strata {
    /** Everyone. */
    public static final String ALL = "all";

    private static final String NOBODY = "";

    private Strata() {}

    /** The strata of a patient, beginning with {@link #ALL}. */
    static List<String> of(PatientRow row) {
        return of(
                row.label(PatientColumns.TPMT_PHENOTYPE),
                row.label(PatientColumns.NUDT15_PHENOTYPE),
                row.label(PatientColumns.ANCESTRY));
    }

    /** The strata of the patients with a genotype. */
    static List<String> of(Genotype genotype) {
        return of(
                genotype.tpmt().phenotype().word(),
                genotype.nudt15().phenotype().word(),
                genotype.ancestry());
    }

    private static List<String> of(String tpmt, String nudt15, String ancestry) {
        List<String> strata = new ArrayList<>(List.of(ALL, "TPMT " + tpmt, "NUDT15 " + nudt15));
        if (!ancestry.equals(NOBODY)) {
            strata.add("ancestry " + ancestry);
        }
        if (!tpmt.equals("normal") && !nudt15.equals("normal")) {
            strata.add("TPMT " + tpmt + ", NUDT15 " + nudt15);
        }
        return strata;
    }

    /**
     * The strata that figures of a population can be given for: those that it can fill, and those of phenotypes that occur
     * in others.
     */
    public static Set<String> known(Population population) {
        Set<String> known = new LinkedHashSet<>(of(population));
        for (Phenotype tpmt : Phenotype.values()) {
            for (Phenotype nudt15 : Phenotype.values()) {
                known.addAll(of(tpmt.word(), nudt15.word(), NOBODY));
            }
        }
        return known;
    }

    /** Every stratum that a population can fill, in the order of reports. */
    static List<String> of(Population population) {
        List<String> strata = new ArrayList<>(List.of(ALL));
        List<Genotype> genotypes =
                population.genotypes().stream().map(GenotypeMix.Entry::genotype).toList();
        genotypes.stream()
                .map(g -> g.tpmt().phenotype())
                .distinct()
                .sorted()
                .forEach(p -> strata.add("TPMT " + p.word()));
        genotypes.stream()
                .map(g -> g.nudt15().phenotype())
                .distinct()
                .sorted()
                .forEach(p -> strata.add("NUDT15 " + p.word()));
        genotypes.stream()
                .map(Genotype::phenotypes)
                .map(Phenotypes::toString)
                .filter(p -> !p.contains("TPMT normal") && !p.contains("NUDT15 normal"))
                .distinct()
                .sorted()
                .forEach(strata::add);
        List<String> ancestries =
                genotypes.stream().map(Genotype::ancestry).distinct().toList();
        ancestries.stream()
                .filter(a -> ancestries.size() > 1 && !a.equals(NOBODY))
                .forEach(a -> strata.add("ancestry " + a));
        return strata.stream().distinct().toList();
    }
}
