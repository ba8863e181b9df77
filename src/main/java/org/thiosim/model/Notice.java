package org.thiosim.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.units.Quantity;

/**
 * A warning that goes with a result when any of its conditions holds.
 *
 * @param conditions at least one
 * @param hides observables that are then not shown
 * @param captions observables whose pictures carry the text
 */
public record Notice(
        String text, List<Condition> conditions, List<String> hides, List<String> captions, List<String> sources) {
    private static final int MOST_COVARIATES = 2;

    public Notice {
        conditions = List.copyOf(conditions);
        hides = List.copyOf(hides);
        captions = List.copyOf(captions);
        sources = List.copyOf(sources);
    }

    /**
     * When a notice is shown; every part that is present must hold.
     *
     * @param dosed a drug that the arm doses
     * @param route only doses given by this route count
     * @param doseAbove the dose of {@code dosed} exceeds this
     * @param during only doses count that are given while this second drug acts
     * @param covariates bounds on at most two covariates, which must all hold
     * @param observable an observable among the outputs
     */
    public record Condition(
            Optional<String> dosed,
            Optional<String> route,
            Optional<DoseBound> doseAbove,
            Optional<Companion> during,
            List<CovariateBound> covariates,
            Optional<String> observable,
            Optional<String> parameterSet) {
        public Condition {
            covariates = List.copyOf(covariates);
            if (covariates.size() > MOST_COVARIATES) {
                throw new IllegalArgumentException("a condition bounds at most " + MOST_COVARIATES
                        + " covariates, found " + covariates.size() + ": " + covariates);
            }
        }
    }

    /**
     * A second drug, which acts from each of its doses on for some time.
     *
     * @param lingers how long in h after a dose; one day unless a condition says otherwise
     */
    public record Companion(String drug, double lingers) {
        public Companion {
            if (!(lingers > 0)) {
                throw new IllegalArgumentException(
                        "a second drug lingers for a time above zero after its dose, such as 5 d; found " + lingers
                                + " h");
            }
        }
    }

    /**
     * A bound on how much of a drug is taken.
     *
     * @param quantity in mg or mg/kg
     * @param inOneDay whether it is what is taken within one day, so that a weekly dose counts as a whole; else the mean of
     *     a day
     * @param lasting least time in h from the first such dose to the last, so that a single dose or a short course is not
     *     warned of what a treatment does; 0 where one dose is enough
     */
    public record DoseBound(Quantity quantity, boolean inOneDay, double lasting) {}

    /** A covariate lies below or above a value, in canonical units. */
    public record CovariateBound(String covariate, OptionalDouble below, OptionalDouble above) {
        public boolean holds(double value) {
            return below.stream().allMatch(b -> value < b) && above.stream().allMatch(a -> value > a);
        }
    }
}
