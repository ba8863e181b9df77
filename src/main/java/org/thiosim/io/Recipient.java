package org.thiosim.io;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.thiosim.dosing.BodySize;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;

/**
 * Whom a regimen is for, as far as doses depend on it.
 *
 * @param phenotypes by gene, where the scenario gives a genotype, a phenotype or an assay
 * @param context what guidelines take the disease to be
 * @param tables the tables of genetics, read when they are first asked for
 * @param weight where the weight comes from
 */
record Recipient(
        BodySize size,
        Map<Gene, Phenotype> phenotypes,
        DiseaseContext context,
        long seed,
        Supplier<GeneticData> tables,
        Weight weight) {
    /** Where a weight comes from. */
    enum Weight {
        /** The scenario states it. */
        STATED,
        /** Nothing of the size is stated, and the model's own is taken. */
        ASSUMED,
        /** The size is stated in part, and the weight is not. */
        LACKING,
        /** The regimen is for patients of every size, and the weight is only a stand-in. */
        ANY
    }

    private static final double STAND_IN_WEIGHT = 70;
    private static final double STAND_IN_SURFACE = 1.8;

    Recipient {
        Map<Gene, Phenotype> copy = new EnumMap<>(Gene.class);
        copy.putAll(phenotypes);
        phenotypes = Collections.unmodifiableMap(copy);
    }

    /** The size by which a regimen for patients of every size is read. */
    static BodySize anyone() {
        return new BodySize(STAND_IN_WEIGHT, OptionalDouble.of(STAND_IN_SURFACE));
    }

    /** Whether it stands for patients of every size. */
    boolean anySize() {
        return weight == Weight.ANY;
    }

    Optional<Phenotype> phenotype(Gene gene) {
        return Optional.ofNullable(phenotypes.get(gene));
    }
}
