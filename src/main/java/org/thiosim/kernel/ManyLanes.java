package org.thiosim.kernel;

import org.thiosim.expression.Tape;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneStep;
import org.thiosim.ode.Tolerances;

/** Many patients at once, by loops over the lanes. */
final class ManyLanes implements LaneStep {
    private final StepTape step;
    private final LaneCode code;
    private final int width;
    private final double[] rows;
    private final int[] bound;
    private final int firstBoundRow;

    ManyLanes(StepTape step, LaneLayout layout, LaneCode code, int width) {
        this.step = step;
        this.code = code;
        this.width = width;
        rows = new double[layout.rowCount() * width];
        bound = layout.bound();
        firstBoundRow = layout.firstBoundRow();
    }

    @Override
    public LaneMethod method() {
        return step.method();
    }

    @Override
    public int width() {
        return width;
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
        Tape tape = step.tape();
        double[] registers = tape.registers(step.fixed(constants, tolerances));
        for (int k = 0; k < bound.length; k++) {
            rows[(firstBoundRow + k) * width + lane] = registers[bound[k]];
        }
    }

    @Override
    public void attempt() {
        code.run(rows);
    }
}
