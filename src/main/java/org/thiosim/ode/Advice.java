package org.thiosim.ode;

/** What users are told to try after a failed solve. */
final class Advice {

    private Advice() {}

    static String of(ReturnCode code, long stepLimit, boolean stiffMethod) {
        return switch (code) {
            case SUCCESS -> "";
            case STEP_LIMIT ->
                "try " + (stiffMethod ? "" : "the stiff method " + SolverMethod.RODAS4P.id() + ", ")
                        + "looser tolerances, or more than " + stepLimit + " steps";
            case STEP_TOO_SMALL ->
                "try looser tolerances"
                        + (stiffMethod ? "" : " or the stiff method " + SolverMethod.RODAS4P.id())
                        + "; a solution that grows without bound ends here, so check the rates of this state";
            case NOT_FINITE ->
                "check the initial values and the rates of this state for a division by zero, a power or logarithm of"
                        + " a negative number, or growth without bound";
            case SINGULAR_MATRIX -> "check the rates of this state for growth without bound, or try tighter tolerances";
        };
    }
}
