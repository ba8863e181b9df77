package org.thiosim.genetics;

import java.util.Locale;

/**
 * What a table says of one diplotype.
 *
 * @param first the allele named first in the diplotype
 * @param second the allele named second in the diplotype
 * @param table the edition of the table that was used
 */
public record PhenotypeCall(
        Diplotype diplotype,
        Allele first,
        Allele second,
        Phenotype phenotype,
        RelativeActivity activity,
        TableVersion table) {

    /** The function of each allele, the phenotype and what is known of the activity, in one sentence. */
    public String explanation() {
        return diplotype + ": " + first.name() + " has " + lower(first) + ", " + second.name() + " has " + lower(second)
                + ", together " + phenotype.term() + "; " + activityText();
    }

    private static String lower(Allele allele) {
        return allele.function().term().toLowerCase(Locale.ROOT);
    }

    private String activityText() {
        return switch (activity.basis()) {
            case PHENOTYPE -> "relative activity " + activity.value().getAsDouble();
            case KINETICS ->
                "relative activity " + activity.value().getAsDouble()
                        + " by enzyme kinetics in vitro, without a function assigned by CPIC";
            case UNKNOWN ->
                "the activity is not known: give one, or run both bounds "
                        + activity.bounds().low() + " and " + activity.bounds().high();
        };
    }
}
