package org.thiosim.simulation;

import java.util.List;
import org.thiosim.expression.TapeListing;

/** The arithmetic of a model as its generated code carries it out, as text. */
public final class KernelListing {
    private KernelListing() {}

    /** The lines of the slopes of all states. */
    public static List<String> slopes(CompiledModel model) {
        return TapeListing.of(
                model.slopes(),
                model.fixed(),
                model.states(),
                k -> "d(" + model.states().get(k) + ")/dt");
    }

    /** The lines of the Jacobian, ∂(slope)/∂(state). */
    public static List<String> jacobian(CompiledModel model) {
        return TapeListing.of(
                model.entries(),
                model.fixed(),
                model.states(),
                k -> "d/d("
                        + model.states().get(model.pattern().column(k)) + ") of d("
                        + model.states().get(model.pattern().row(k)) + ")/dt");
    }
}
