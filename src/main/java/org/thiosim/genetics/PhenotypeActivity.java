package org.thiosim.genetics;

import java.util.OptionalDouble;
import org.thiosim.units.Range;

/**
 * Enzyme activity of each determinate phenotype, relative to two normal alleles.
 *
 * @param poor not above {@code intermediate}
 * @param intermediate not above {@code normal}
 */
public record PhenotypeActivity(double normal, double intermediate, double poor) {
    public PhenotypeActivity {
        if (!(poor > 0 && poor <= intermediate && intermediate <= normal && Double.isFinite(normal))) {
            throw new IllegalArgumentException("the activities must satisfy 0 < poor <= intermediate <= normal, not "
                    + poor + ", " + intermediate + ", " + normal);
        }
    }

    /** The activity of a phenotype; absent for a possible or indeterminate one. */
    public OptionalDouble of(Phenotype phenotype) {
        return switch (phenotype) {
            case NORMAL -> OptionalDouble.of(normal);
            case INTERMEDIATE -> OptionalDouble.of(intermediate);
            case POOR -> OptionalDouble.of(poor);
            case POSSIBLE_INTERMEDIATE, INDETERMINATE -> OptionalDouble.empty();
        };
    }

    /** The activities that a phenotype leaves open; a single point where it is determinate. */
    public Range bounds(Phenotype phenotype) {
        return switch (phenotype) {
            case NORMAL -> new Range(normal, normal);
            case INTERMEDIATE -> new Range(intermediate, intermediate);
            case POOR -> new Range(poor, poor);
            case POSSIBLE_INTERMEDIATE -> new Range(poor, intermediate);
            case INDETERMINATE -> new Range(poor, normal);
        };
    }

    /** Activity by phenotype alone, for a report that names no alleles. */
    public RelativeActivity activity(Phenotype phenotype) {
        return new RelativeActivity(
                of(phenotype),
                bounds(phenotype),
                phenotype.isDeterminate() ? RelativeActivity.Basis.PHENOTYPE : RelativeActivity.Basis.UNKNOWN);
    }
}
