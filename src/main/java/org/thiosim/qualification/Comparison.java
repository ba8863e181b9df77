package org.thiosim.qualification;

/** How an observation is compared with the model. */
public sealed interface Comparison {

    /** Value against value. */
    record Level() implements Comparison {}

    /** The ratio to the same quantity in another arm, or at another time. */
    record RatioTo(String arm, Measurand reference) implements Comparison {}

    /** The ratio of two quantities of one arm. */
    record RatioOf(Measurand denominator) implements Comparison {}

    /**
     * The amount as a percentage of the moles dosed before it.
     *
     * @param drug the drug dosed
     */
    record PercentOfDose(String drug) implements Comparison {}

    /**
     * A spread or an incidence, which only a sampled population has.
     *
     * @param why what shows that a cohort is needed
     */
    record NeedsCohort(String why) implements Comparison {}

    /** The word in {@code qualification.csv}. */
    default String word() {
        if (this instanceof RatioTo) {
            return "ratio-to";
        }
        if (this instanceof RatioOf) {
            return "ratio-of";
        }
        if (this instanceof PercentOfDose) {
            return "percent-of-dose";
        }
        return this instanceof NeedsCohort ? "needs a cohort" : "level";
    }
}
