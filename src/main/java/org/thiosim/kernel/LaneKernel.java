package org.thiosim.kernel;

import java.lang.invoke.MethodHandles;
import java.util.function.Supplier;
import org.thiosim.ode.LaneStep;

/**
 * A step of a method for one system, ready to be carried out in one of three forms that agree bit for bit: interpreted,
 * as straight-line code for one patient, or as vector loops over many lanes. One kernel serves every thread.
 */
public final class LaneKernel {

    private final StepTape step;
    private final int width;
    private final Supplier<LaneStep> maker;

    private LaneKernel(StepTape step, int width, Supplier<LaneStep> maker) {
        this.step = step;
        this.width = width;
        this.maker = maker;
    }

    /** A kernel that interprets the tape of a step, one patient at a time: the oracle of the others. */
    public static LaneKernel interpreted(StepTape step) {
        return new LaneKernel(step, 1, () -> new OneLane(step, step.tape()));
    }

    /** A kernel of straight-line code, one patient at a time: for small jobs. */
    public static LaneKernel scalar(StepTape step) {
        GeneratedKernel code = GeneratedKernel.of(step.tape());
        return new LaneKernel(step, 1, () -> new OneLane(step, code));
    }

    /**
     * A kernel of loops over lanes: for large jobs, because it is slow until the Java machine has compiled it.
     *
     * @param width the number of lanes; below 32 the loops are too short to gain by
     */
    public static LaneKernel lanes(StepTape step, int width) {
        if (width < 1) {
            throw new IllegalArgumentException("a kernel has at least one lane, not " + width);
        }
        StepTape expanded = step.expanded();
        LaneLayout layout = new LaneLayout(expanded.tape());
        LaneCode code = load(new LaneWriter(expanded.tape(), layout, width).write());
        return new LaneKernel(step, width, () -> new ManyLanes(expanded, layout, code, width));
    }

    private static LaneCode load(byte[] bytes) {
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (LaneCode) hidden.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the generated kernel cannot be loaded", e);
        }
    }

    /** Rows and code for one thread. */
    public LaneStep create() {
        return maker.get();
    }

    public int width() {
        return width;
    }

    public StepTape step() {
        return step;
    }
}
