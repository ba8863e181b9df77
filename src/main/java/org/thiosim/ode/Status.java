package org.thiosim.ode;

import java.util.OptionalInt;

/**
 * How a solve ended, where, and what to try if it failed.
 *
 * @param code how it ended
 * @param time the time reached
 * @param state the state that stood in the way, if one can be named
 * @param advice what to try, empty after a success
 */
public record Status(ReturnCode code, double time, OptionalInt state, String advice) {

    /** Whether the solution reached its end. */
    public boolean isSuccess() {
        return code == ReturnCode.SUCCESS;
    }

    /** One sentence for the user: what happened, when, to which state, and what to try. */
    public String message() {
        String where = state.isPresent() ? " (state " + state.getAsInt() + ")" : "";
        String remedy = advice.isEmpty() ? "" : "; " + advice;
        return code.text() + " at t = " + time + where + remedy;
    }

    static Status success(double time) {
        return new Status(ReturnCode.SUCCESS, time, OptionalInt.empty(), "");
    }
}
