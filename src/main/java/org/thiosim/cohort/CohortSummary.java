package org.thiosim.cohort;

import java.util.List;
import java.util.Optional;

/**
 * What a cohort shows: every statistic of every arm and stratum.
 *
 * @param exact whether quantiles are exact or from bins
 * @param failures how many courses failed
 */
public record CohortSummary(
        List<Band> bands,
        List<Attainment> attainment,
        List<Contrast> contrasts,
        List<Spread> spreads,
        List<GenotypeCount> genotypes,
        boolean exact,
        long failures) {

    /** The quantiles of bands. */
    public static List<Double> quantiles() {
        return List.of(0.05, 0.25, 0.5, 0.75, 0.95);
    }

    /** The largest relative error of a quantile that is not exact. */
    public static double quantileError() {
        return WeightedQuantiles.Binned.ERROR;
    }

    public CohortSummary {
        bands = List.copyOf(bands);
        attainment = List.copyOf(attainment);
        contrasts = List.copyOf(contrasts);
        spreads = List.copyOf(spreads);
        genotypes = List.copyOf(genotypes);
    }

    /** An arm and a group of patients, such as {@code TPMT normal}; {@code all} for everyone. */
    public record Cell(String arm, String stratum) {}

    /**
     * Quantiles of an observable at one time.
     *
     * @param values one for each of {@link #quantiles}
     */
    public record Band(
            Cell cell, double hour, String observable, String unit, List<Double> values, long count, double effective) {
        public Band {
            values = List.copyOf(values);
        }
    }

    /** The share of patients who attain a target. */
    public record Attainment(Cell cell, Target target, Proportion share) {}

    /**
     * How an arm differs from the reference arm in the same patients, with a 95 % confidence interval.
     *
     * @param quantity a target or a metric
     * @param measure {@code risk difference}, {@code mean difference} or {@code ratio of geometric means}
     */
    public record Contrast(
            Cell cell, String reference, String quantity, String measure, String unit, Interval value, long count) {}

    /**
     * An estimate with its 95 % confidence interval.
     *
     * @param low not a number, like {@code high}, where too few patients allow no interval
     */
    public record Interval(double estimate, double low, double high) {
        /** A mean with its normal interval; fewer than two patients allow none. */
        static Interval of(WeightedMean mean) {
            double half = Proportion.Z * mean.standardError();
            return new Interval(mean.mean(), mean.mean() - half, mean.mean() + half);
        }

        /**
         * A difference of two shares in the same patients with the adjusted Wald interval
         * d ± z·√((p₁₂ + p₂₁ − d²)/(n + 2)), d = p₁₂ − p₂₁, pᵢⱼ = (n·fᵢⱼ + 1)/(n + 2), cut off at ±1, where f are the
         * shares of patients with the one and not the other, and n is the effective sample size.
         *
         * <p>Source: Bonett DG, Price RM. J Educ Behav Stat 2012;37:479-488.
         *
         * @param differences of patients: 1, 0 or −1
         */
        static Interval paired(WeightedMean differences) {
            double n = differences.effective();
            double estimate = differences.mean();
            double either = differences.meanSquare();
            double d = n * estimate / (n + 2);
            double sum = (n * either + 2) / (n + 2);
            double half = Proportion.Z * Math.sqrt(Math.max(0, sum - d * d) / (n + 2));
            return new Interval(estimate, Math.max(-1, d - half), Math.min(1, d + half));
        }

        /** Whether there is an interval. */
        public boolean hasLimits() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }

        Interval exp() {
            return new Interval(StrictMath.exp(estimate), StrictMath.exp(low), StrictMath.exp(high));
        }
    }

    /**
     * Centre and spread of an observable at the end.
     *
     * @param log of the positive values; empty for counts of cells, which a model lets run to nearly nothing, and without
     *     positive values
     */
    public record Spread(Cell cell, String observable, Level level, Optional<LogLevel> log) {}

    /** Weighted mean, standard deviation and median. */
    public record Level(double mean, double sd, double median, long count) {}

    /**
     * The geometric mean and the standard deviation of the natural logarithm.
     *
     * @param count of the positive values, on which both rest
     */
    public record LogLevel(double geometricMean, double sd, long count, double effective) {}

    /**
     * How often a diplotype or phenotype occurs.
     *
     * @param kind {@code diplotype}, {@code phenotype} or {@link #PAIR}
     * @param expected its probability in the population
     * @param drawn its expected share among the patients drawn
     */
    public record GenotypeCount(
            String gene, String kind, String name, double expected, double drawn, long count, Proportion share) {
        /** The kind of a pair of phenotypes, on which doses by guideline depend. */
        public static final String PAIR = "phenotypes";

        /** Distance of the count from its expectation in standard deviations of a binomial count. */
        public double deviation(long patients) {
            double sd = Math.sqrt(patients * drawn * (1 - drawn));
            return sd == 0 ? 0 : (count - patients * drawn) / sd;
        }
    }
}
