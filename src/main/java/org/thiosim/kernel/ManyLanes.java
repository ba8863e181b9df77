package org.thiosim.kernel;

import org.thiosim.ode.Tolerances;

/** Many patients at once, by loops over the lanes. */
final class ManyLanes extends StepRows {
    private final LaneCode code;
    private final int[] bound;
    private final int firstBoundRow;

    ManyLanes(StepTape step, LaneLayout layout, LaneCode code, int width) {
        super(step, width, layout.rowCount());
        this.code = code;
        bound = layout.bound();
        firstBoundRow = layout.firstBoundRow();
    }

    @Override
    public void bind(int lane, double[] constants, Tolerances tolerances) {
        double[] registers = step().tape().registers(step().fixed(constants, tolerances));
        for (int k = 0; k < bound.length; k++) {
            rows()[(firstBoundRow + k) * width() + lane] = registers[bound[k]];
        }
    }

    @Override
    public void attempt() {
        code.run(rows());
    }
}
