package org.thiosim.page.browser;

import java.util.List;

/**
 * When a warning goes with the numbers of a run; an index below zero asks for nothing.
 *
 * @param dosed drug that is taken
 * @param limit daily dose in kg, or kg per kg of body weight, that a dose must exceed; below zero any dose will do
 * @param perWeight whether the limit is per body weight
 * @param during drug of which a dose must be given with that of {@code dosed}, or less than a day before it
 * @param covariate covariate that lies below one bound and above the other
 */
public record NoticeRule(
        int dosed, double limit, boolean perWeight, int during, int covariate, double below, double above) {
    private static final double DAY = 24;
    private static final double SLACK = 1e-9;

    /** Reads the seven components from an array. */
    static NoticeRule of(double[] from, int at) {
        return new NoticeRule(
                (int) from[at],
                from[at + 1],
                from[at + 2] > 0,
                (int) from[at + 3],
                (int) from[at + 4],
                from[at + 5],
                from[at + 6]);
    }

    /** What is taken and by whom. */
    @SuppressWarnings("ArrayRecordComponent")
    record Case(List<Prescription> taken, double[] covariates, double weight, double horizon) {}

    boolean holds(Case run) {
        return covariateHolds(run) && (dosed < 0 || dosedHolds(run));
    }

    private boolean covariateHolds(Case run) {
        if (covariate < 0) {
            return true;
        }
        double value = run.covariates()[covariate];
        return value < below && value > above;
    }

    private boolean dosedHolds(Case run) {
        for (Prescription p : run.taken()) {
            if (p.drug() == dosed && p.mass() > 0) {
                for (double time : p.within(run.horizon())) {
                    if (isNear(time, run) && isAbove(time, run)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isNear(double time, Case run) {
        if (during < 0) {
            return true;
        }
        for (Prescription p : run.taken()) {
            if (p.drug() == during && p.mass() > 0) {
                for (double other : p.within(run.horizon())) {
                    if (other <= time + SLACK && other > time - DAY + SLACK) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isAbove(double time, Case run) {
        double daily = 0;
        for (Prescription p : run.taken()) {
            daily += p.drug() == dosed ? p.daily(time) : 0;
        }
        double bound = perWeight ? limit * run.weight() : limit;
        return limit < 0 || daily > bound * (1 + SLACK);
    }
}
