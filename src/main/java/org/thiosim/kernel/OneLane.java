package org.thiosim.kernel;

import org.thiosim.expression.Kernel;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneStep;
import org.thiosim.ode.Tolerances;

/** One patient at a time, by a program of the whole step. */
final class OneLane implements LaneStep {
    private final StepTape step;
    private final Kernel kernel;
    private final double[] rows;
    private final double[] varying;
    private final double[] results;
    private Kernel.Program program;

    OneLane(StepTape step, Kernel kernel) {
        this.step = step;
        this.kernel = kernel;
        rows = new double[LaneStep.rowCount(step.states(), step.method())];
        varying = new double[2 * step.states() + 1];
        results = new double[rows.length - varying.length];
        program = (inputs, outputs) -> {};
    }

    @Override
    public LaneMethod method() {
        return step.method();
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int states() {
        return step.states();
    }

    @Override
    public double[] rows() {
        return rows;
    }

    @Override
    public void bind(int lane, double[] constants, Tolerances tolerances) {
        program = kernel.bind(step.fixed(constants, tolerances));
    }

    @Override
    public void attempt() {
        System.arraycopy(rows, 0, varying, 0, varying.length);
        program.run(varying, results);
        System.arraycopy(results, 0, rows, varying.length, results.length);
    }
}
