package org.thiosim.kernel;

import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneStep;

/** The rows of a step for a number of lanes. */
abstract class StepRows implements LaneStep {
    private final StepTape step;
    private final int width;
    private final double[] rows;

    StepRows(StepTape step, int width, int rowCount) {
        this.step = step;
        this.width = width;
        rows = new double[rowCount * width];
    }

    final StepTape step() {
        return step;
    }

    @Override
    public final LaneMethod method() {
        return step.method();
    }

    @Override
    public final int width() {
        return width;
    }

    @Override
    public final int states() {
        return step.states();
    }

    @Override
    public final double[] rows() {
        return rows;
    }
}
