package org.thiosim.kernel;

import org.thiosim.expression.Kernel;
import org.thiosim.ode.LaneStep;
import org.thiosim.ode.Tolerances;

/** One patient at a time, by a program of the whole step. */
final class OneLane extends StepRows {
    private final Kernel kernel;
    private final double[] varying;
    private final double[] results;
    private Kernel.Program program = (inputs, outputs) -> {};

    OneLane(StepTape step, Kernel kernel) {
        super(step, 1, LaneStep.rowCount(step.states(), step.method()));
        this.kernel = kernel;
        varying = new double[2 * step.states() + 1];
        results = new double[rows().length - varying.length];
    }

    @Override
    public void bind(int lane, double[] constants, Tolerances tolerances) {
        program = kernel.bind(step().fixed(constants, tolerances));
    }

    @Override
    public void attempt() {
        double[] rows = rows();
        System.arraycopy(rows, 0, varying, 0, varying.length);
        program.run(varying, results);
        System.arraycopy(results, 0, rows, varying.length, results.length);
    }
}
