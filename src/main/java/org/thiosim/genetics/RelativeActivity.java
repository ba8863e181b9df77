package org.thiosim.genetics;

import java.util.OptionalDouble;
import org.thiosim.units.Range;

/**
 * Enzyme activity that a diplotype gives, relative to two normal alleles (1).
 *
 * @param value absent where the function of an allele is not known
 * @param bounds lowest and highest activity that the known alleles leave open
 * @param basis what the value rests on
 */
public record RelativeActivity(OptionalDouble value, Range bounds, Basis basis) {

    /** What an activity rests on. */
    public enum Basis {
        /** The determinate phenotype. */
        PHENOTYPE,
        /** Enzyme kinetics of both alleles in vitro, though CPIC has assigned no function to one of them. */
        KINETICS,
        /** Nothing: there is no value. */
        UNKNOWN
    }

    public RelativeActivity {
        if (value.isPresent() == (basis == Basis.UNKNOWN)) {
            throw new IllegalArgumentException("an activity has a value exactly if it rests on something");
        }
        if (value.isPresent() && !bounds.contains(value.getAsDouble())) {
            throw new IllegalArgumentException("the activity " + value.getAsDouble() + " lies outside " + bounds);
        }
    }

    /**
     * The activity of two alleles: by their phenotype if it is determinate, else by their kinetics (the mean of both,
     * not below the poor phenotype) if both are measured, else absent.
     */
    static RelativeActivity of(Allele first, Allele second, PhenotypeActivity byPhenotype) {
        Phenotype phenotype = Phenotype.of(first.function(), second.function());
        if (phenotype.isDeterminate()) {
            return byPhenotype.activity(phenotype);
        }
        Range bounds = bounds(first, second, byPhenotype);
        if (first.activity().isEmpty() || second.activity().isEmpty()) {
            return new RelativeActivity(OptionalDouble.empty(), bounds, Basis.UNKNOWN);
        }
        double mean = (first.activity().getAsDouble() + second.activity().getAsDouble()) / 2;
        double value = Math.min(bounds.high(), Math.max(bounds.low(), mean));
        return new RelativeActivity(OptionalDouble.of(value), bounds, Basis.KINETICS);
    }

    private static Range bounds(Allele first, Allele second, PhenotypeActivity byPhenotype) {
        Phenotype lowest = Phenotype.of(worst(first.function()), worst(second.function()));
        Phenotype highest = Phenotype.of(best(first.function()), best(second.function()));
        return new Range(
                byPhenotype.bounds(lowest).low(), byPhenotype.bounds(highest).high());
    }

    private static AlleleFunction worst(AlleleFunction function) {
        return function.isKnown() ? function : AlleleFunction.NONE;
    }

    private static AlleleFunction best(AlleleFunction function) {
        return function.isKnown() ? function : AlleleFunction.NORMAL;
    }
}
