package org.thiosim.genetics;

/**
 * TPMT activity measured in a patient's red blood cells. Its relative value A tells less of the activity in vivo than
 * the genotype does, because within one genotype a low erythrocyte activity hardly raised 6-TGN (ALL97, Lennard 2013):
 * in vivo a = G·(A/G)^0.4 with G the activity of the genotype.
 *
 * @param value in the assay's unit, not negative
 */
public record AssayActivity(double value, TpmtAssay assay) {
    private static final double ATTENUATION = 0.4;
    private static final double FLOOR = 0.001;
    private static final double NORMAL_FROM = 0.75;
    private static final double INTERMEDIATE_FROM = 0.1;

    public AssayActivity {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("a TPMT activity must be a number from 0 up, not " + value);
        }
    }

    /** A: the measured activity over that of two normal alleles in the same assay. */
    public double relative() {
        return value / assay.normal();
    }

    /** Activity in vivo relative to two normal alleles, given the activity of the genotype; A counts as 0.001 at least. */
    public double inVivo(double genotypeActivity) {
        if (!(genotypeActivity > 0 && Double.isFinite(genotypeActivity))) {
            throw new IllegalArgumentException(
                    "the relative activity of the genotype must be above 0, not " + genotypeActivity);
        }
        double measured = Math.max(relative(), FLOOR);
        return genotypeActivity * StrictMath.pow(measured / genotypeActivity, ATTENUATION);
    }

    /** The phenotype that the assay alone suggests: normal from A = 0.75, intermediate from 0.1, poor below (assumed). */
    public Phenotype likelyPhenotype() {
        if (relative() >= NORMAL_FROM) {
            return Phenotype.NORMAL;
        }
        return relative() >= INTERMEDIATE_FROM ? Phenotype.INTERMEDIATE : Phenotype.POOR;
    }

    /** Activity in vivo without a genotype, or with an indeterminate one: G is that of the {@link #likelyPhenotype}. */
    public double inVivo(PhenotypeActivity tpmt) {
        return inVivo(tpmt.bounds(likelyPhenotype()).low());
    }
}
