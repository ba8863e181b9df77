package org.thiosim.cohort;

import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.TpmtAssay;
import org.thiosim.random.RandomStream;

/**
 * How far TPMT activity in red cells varies within a genotype: normal around the activity of the genotype, with a
 * standard deviation on the scale where two normal alleles are 1.
 *
 * @param normal standard deviation in normal metabolisers
 * @param intermediate standard deviation in intermediate metabolisers; others vary in proportion to their activity, poor
 *     ones not at all
 */
public record ActivitySpread(double normal, double intermediate) {
    private static final TpmtAssay RELATIVE =
            new TpmtAssay("relative", "activity relative to two normal alleles", 1, "1", "");

    public ActivitySpread {
        if (normal < 0 || intermediate < 0) {
            throw new IllegalArgumentException(
                    "a standard deviation is at least 0, found " + normal + " and " + intermediate);
        }
    }

    /** Measured activity of a patient, at least 0. */
    double measured(GeneState tpmt, long seed, long patient) {
        double score = new RandomStream(seed, patient, "tpmt-activity").normal(0);
        return Math.max(0, tpmt.activity() + sd(tpmt) * score);
    }

    private double sd(GeneState tpmt) {
        if (tpmt.phenotype() == Phenotype.POOR) {
            return 0;
        }
        return tpmt.phenotype() == Phenotype.INTERMEDIATE ? intermediate : normal * tpmt.activity();
    }

    /** What a measured activity says of the activity in vivo; see {@link org.thiosim.genetics.AssayActivity}. */
    double inVivo(GeneState tpmt, double measured) {
        return RELATIVE.measured(measured).inVivo(tpmt.activity());
    }
}
