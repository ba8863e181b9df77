package org.thiosim.qualification;

/**
 * Whether one effect points the way it must.
 *
 * @param effect for example {@code TPMT activity 0.54}
 * @param observable what is looked at
 * @param expected for example {@code up}
 * @param found both values, or why nothing was checked
 */
public record DirectionCheck(String effect, String observable, String expected, String found, Verdict verdict) {

    /** How a check ended. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** The host model lacks the drug, covariate or observable. */
        NOT_APPLICABLE
    }

    public boolean isWrong() {
        return verdict == Verdict.WRONG;
    }
}
