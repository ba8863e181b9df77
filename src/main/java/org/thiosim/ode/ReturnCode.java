package org.thiosim.ode;

/** How a solve ended. */
public enum ReturnCode {
    SUCCESS("the solution reached its end"),
    STEP_LIMIT("the limit on the number of steps was reached"),
    STEP_TOO_SMALL("the error stayed above the tolerance however small the step"),
    NOT_FINITE("a value was infinite or not a number however small the step"),
    SINGULAR_MATRIX("the matrix of the implicit step was singular however small the step");

    private final String text;

    ReturnCode(String text) {
        this.text = text;
    }

    /** What happened, as part of a sentence. */
    public String text() {
        return text;
    }
}
