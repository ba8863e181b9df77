package org.thiosim.qualification;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One published number and how it is compared.
 *
 * @param arm the scenario's arm it was measured in
 * @param scaleGroup laboratory and assay whose levels share one free scale
 * @param note what a reader should know, may be empty
 */
public record Observation(
        String arm,
        Measurand measurand,
        Comparison comparison,
        Reported reported,
        Optional<String> scaleGroup,
        String note) {

    /**
     * The number as published.
     *
     * @param statistic for example {@code median}, may be empty
     * @param value in {@code unit}, the unit that predictions are given in
     * @param low lower end of the published spread
     * @param high upper end of the published spread
     */
    public record Reported(String statistic, double value, OptionalDouble low, OptionalDouble high, String unit) {}

    /** Whether only the simulation of a population gives this number. */
    public boolean needsCohort() {
        return comparison instanceof Comparison.NeedsCohort;
    }

    /** Levels depend on the assay, ratios do not. */
    public Kind kind() {
        if (needsCohort()) {
            return Kind.COHORT;
        }
        boolean ratio = comparison instanceof Comparison.RatioTo
                || comparison instanceof Comparison.RatioOf
                || reported.unit().equals("1");
        return ratio ? Kind.RATIO : Kind.LEVEL;
    }

    /** Kinds of observations, summarised apart. */
    public enum Kind {
        LEVEL,
        RATIO,
        COHORT
    }
}
