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
 * @param peakShare the part of its peak below which a state is not followed relatively, see {@link Tolerances}
 */
public record SolverChoice(Optional<SolverMethod> method, double relative, double absolute, double peakShare) {
    /** Errors of about 1e-7 in the slow metabolites and 2e-5 in plasma. */
    public static final SolverChoice DEFAULT = new SolverChoice(Optional.empty(), 2e-5, 1e-7, 0);

    /**
     * Errors of about 1e-5 in the slow metabolites on regular doses, 2e-4 in 6-MMPR where many are missed, and 1e-3 in
     * plasma: a cohort's spread is far wider.
     */
    public static final SolverChoice COHORT = new SolverChoice(Optional.empty(), 5e-4, 1e-7, 0.1);

    public SolverChoice {
        if (!(relative >= Tolerances.SMALLEST_RELATIVE && relative < 0.1) || !(absolute > 0)) {
            throw new IllegalArgumentException(
                    "tolerances are positive and the relative one from 1e-14 to 0.1, found relative " + relative
                            + " and absolute " + absolute);
        }
        if (!(peakShare >= 0 && peakShare <= 1)) {
            throw new IllegalArgumentException("a peak share is from 0 to 1, found " + peakShare);
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
