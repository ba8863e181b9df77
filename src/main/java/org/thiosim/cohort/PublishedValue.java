package org.thiosim.cohort;

import org.thiosim.cohort.CohortSummary.Cell;

/**
 * A figure counted in people that a cohort is set beside.
 *
 * @param what in words
 * @param subject what of the cohort it is compared with
 * @param value as published, a share from 0 to 1 or a standard deviation of logarithms
 */
public record PublishedValue(String what, Cell cell, Subject subject, double value, String source) {

    /** A statistic of a cohort. */
    public sealed interface Subject {
        /** The share of patients who attain a target. */
        record Attained(String target) implements Subject {}

        /** The standard deviation of the logarithm of an observable at the end. */
        record LogSd(String observable) implements Subject {}
    }
}
