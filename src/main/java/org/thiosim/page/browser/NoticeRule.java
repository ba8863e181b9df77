package org.thiosim.page.browser;

import java.util.ArrayList;
import java.util.List;

/**
 * When a warning goes with the numbers of a run; an index below zero asks for nothing.
 *
 * @param dosed drug that is taken
 * @param limit that a dose must exceed
 * @param during drug that must act while {@code dosed} is given
 * @param covariates bounds on covariates, which must all hold
 */
public record NoticeRule(int dosed, Limit limit, Companion during, List<Bound> covariates) {
    /** The covariates of a rule, bounded or not. */
    public static final int COVARIATES = 2;

    /** The place of the first of them among the numbers of a rule. */
    public static final int FIRST_COVARIATE = 7;

    private static final int BOUND = 3;
    static final int NUMBERS = FIRST_COVARIATE + COVARIATES * BOUND;
    private static final double SLACK = 1e-9;

    public NoticeRule {
        covariates = List.copyOf(covariates);
    }

    /** A covariate, by its index, that lies below one value and above the other. */
    public record Bound(int covariate, double below, double above) {
        boolean holds(double[] covariates) {
            return covariate < 0 || covariates[covariate] < below && covariates[covariate] > above;
        }
    }

    /**
     * A bound on how much is taken.
     *
     * @param mass in kg, or kg per kg of body weight; below zero any dose will do
     * @param inOneDay whether it is what is taken within one day; else the mean of a day
     * @param lasting least time in h from the first such dose to the last
     */
    public record Limit(double mass, boolean perWeight, boolean inOneDay, double lasting) {}

    /** A second drug, by its index, that acts from each of its doses on for {@code lingers} h. */
    public record Companion(int drug, double lingers) {}

    /** Reads the numbers of a rule from an array. */
    static NoticeRule of(double[] from, int at) {
        List<Bound> covariates = new ArrayList<>();
        for (int i = at + FIRST_COVARIATE; i < at + NUMBERS; i += BOUND) {
            covariates.add(new Bound((int) from[i], from[i + 1], from[i + 2]));
        }
        return new NoticeRule(
                (int) from[at],
                new Limit(from[at + 1], from[at + 2] > 0, from[at + 4] > 0, from[at + 5]),
                new Companion((int) from[at + 3], from[at + 6]),
                covariates);
    }

    /** What is taken and by whom. */
    @SuppressWarnings("ArrayRecordComponent")
    record Case(List<Prescription> taken, double[] covariates, double weight, double horizon) {}

    boolean holds(Case run) {
        for (Bound bound : covariates) {
            if (!bound.holds(run.covariates())) {
                return false;
            }
        }
        return dosed < 0 || dosedHolds(run);
    }

    private boolean dosedHolds(Case run) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (Prescription p : run.taken()) {
            if (p.drug() == dosed && p.mass() > 0) {
                for (double time : p.within(run.horizon())) {
                    if (isNear(time, run) && isAbove(time, run)) {
                        first = Math.min(first, time);
                        last = Math.max(last, time);
                    }
                }
            }
        }
        return last >= first && last - first >= limit.lasting() - SLACK;
    }

    private boolean isNear(double time, Case run) {
        if (during.drug() < 0) {
            return true;
        }
        for (Prescription p : run.taken()) {
            if (p.drug() == during.drug() && p.mass() > 0) {
                for (double other : p.within(run.horizon())) {
                    if (other <= time + SLACK && other > time - during.lingers() + SLACK) {
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
            daily += p.drug() == dosed ? p.taken(time, limit.inOneDay()) : 0;
        }
        double bound = limit.perWeight() ? limit.mass() * run.weight() : limit.mass();
        return limit.mass() < 0 || daily > bound * (1 + SLACK);
    }
}
