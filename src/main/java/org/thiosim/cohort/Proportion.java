package org.thiosim.cohort;

/**
 * A proportion with its 95 % confidence interval by Wilson's score, taken with the effective sample size where patients
 * have weights.
 *
 * <p>Source: Wilson EB. J Am Stat Assoc 1927;22:209-212.
 *
 * @param count patients counted
 * @param effective sample size; equal to the count where all weights are equal
 */
public record Proportion(long count, double effective, double value, double low, double high) {
    static final double Z = 1.959963984540054;

    /** The proportion of a mean of zeros and ones. */
    static Proportion of(WeightedMean mean) {
        return of(mean.mean(), mean.count(), mean.effective());
    }

    /** A proportion among a number of people. */
    public static Proportion of(double p, long count, double effective) {
        if (effective == 0) {
            return new Proportion(0, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double n = effective;
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Proportion(
                count, n, p, p == 0 ? 0 : Math.max(0, middle - half), p == 1 ? 1 : Math.min(1, middle + half));
    }
}
