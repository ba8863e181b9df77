package org.thiosim.kernel;

import java.util.Arrays;
import org.thiosim.expression.TapeAssembler;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.Tsitouras5Tableau;

/** Writes a step of the explicit method of Tsitouras for one system as a tape; its stages are the slopes times h. */
final class Tsitouras {
    private Tsitouras() {}

    static StepTape of(LaneEquations equations) {
        int n = equations.states();
        StepInputs in = new StepInputs(equations.constants(), n);
        TapeAssembler tape = in.tape();
        double[][] a = Tsitouras5Tableau.a();
        double[] e = Tsitouras5Tableau.error();
        int[][] k = new int[Tsitouras5Tableau.STAGES][];
        int[] stage = in.states();
        for (int i = 0; i < k.length; i++) {
            stage = in.plus(in.states(), a[i], k, i);
            k[i] = equations.derivatives(tape, stage);
            for (int s = 0; s < n; s++) {
                k[i][s] = tape.multiply(in.size(), k[i][s]);
            }
        }
        int[] zero = new int[n];
        Arrays.fill(zero, tape.constant(0));
        return in.finish(LaneMethod.TSITOURAS_5, stage, in.plus(zero, e, k, k.length), k);
    }
}
