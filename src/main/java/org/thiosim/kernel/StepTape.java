package org.thiosim.kernel;

import org.thiosim.expression.FunctionExpansion;
import org.thiosim.expression.Tape;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.Tolerances;

/**
 * A whole trial step of a method as one tape, in the layout of {@link org.thiosim.ode.LaneStep}: varying inputs are the
 * states, their peaks and the step size; outputs are the states after the step, their peaks, the error and the stages.
 *
 * <p>Fixed inputs are the constants of the equations, then the relative tolerance, the peak share and the absolute
 * tolerance of each state.
 *
 * @param method the method
 * @param states the number of states
 * @param constants the number of constants of the equations
 * @param tape the arithmetic
 */
public record StepTape(LaneMethod method, int states, int constants, Tape tape) {

    /** The step of a method for equations. */
    public static StepTape of(LaneMethod method, LaneEquations equations) {
        return switch (method) {
            case RODAS4P -> Rosenbrock.of(equations);
            case TSITOURAS_5 -> Tsitouras.of(equations);
        };
    }

    /** The same step with its functions as operations that loops over lanes can vectorize. */
    StepTape expanded() {
        return new StepTape(method, states, constants, FunctionExpansion.of(tape));
    }

    /** The fixed inputs: the constants of the equations and the tolerances. */
    double[] fixed(double[] constants, Tolerances tolerances) {
        double[] absolute = tolerances.absolute();
        if (constants.length != this.constants || absolute.length != states) {
            throw new IllegalArgumentException("a step of " + states + " states takes " + this.constants
                    + " constants, not " + constants.length + " of " + absolute.length);
        }
        double[] fixed = new double[constants.length + 2 + absolute.length];
        System.arraycopy(constants, 0, fixed, 0, constants.length);
        fixed[constants.length] = tolerances.relative();
        fixed[constants.length + 1] = tolerances.peakShare();
        System.arraycopy(absolute, 0, fixed, constants.length + 2, absolute.length);
        return fixed;
    }
}
