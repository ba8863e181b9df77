package org.thiosim.simulation;

import java.util.Optional;
import org.thiosim.ode.SolverMethod;
import org.thiosim.ode.Tolerances;

/**
 * The method and the accuracy of a run.
 *
 * @param method empty for the program's choice
 * @param relative relative tolerance of every state
 * @param absolute absolute tolerance in the unit of each state: µmol, mg, 1e9 cells/L or 1
 */
public record SolverChoice(Optional<SolverMethod> method, double relative, double absolute) {
    /** Errors of about 1e-7 in the slow metabolites and 1e-5 in plasma. */
    public static final SolverChoice DEFAULT = new SolverChoice(Optional.empty(), 1e-5, 1e-7);

    public SolverChoice {
        if (!(relative >= Tolerances.SMALLEST_RELATIVE && relative < 0.1) || !(absolute > 0)) {
            throw new IllegalArgumentException(
                    "tolerances are positive and the relative one from 1e-14 to 0.1, found relative " + relative
                            + " and absolute " + absolute);
        }
    }

    /** The method used: an L-stable one, because the fastest rates (60 to 100 1/h) would hold an explicit one back. */
    public SolverMethod used() {
        return method.orElse(SolverMethod.RODAS4P);
    }

    /** Why this method, in a sentence for the manifest. */
    public String reason() {
        return method.isPresent()
                ? "named in the scenario"
                : "auto: an L-stable method, because red cells turn over 100 000 times slower than liver blood flow";
    }
}
