package org.thiosim.cohort;

/**
 * A way of taking doses that some of the patients have.
 *
 * @param share of the patients
 * @param taken probability of each dose
 */
public record Habit(double share, double taken) {
    public Habit {
        if (!(share >= 0 && share <= 1 && taken >= 0 && taken <= 1)) {
            throw new IllegalArgumentException("shares and probabilities lie between 0 and 100 %, found " + 100 * share
                    + " % of patients who take " + 100 * taken + " % of doses");
        }
    }
}
