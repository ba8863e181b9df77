package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.thiosim.io.ModelLibrary.Entry;
import org.thiosim.model.Model;
import org.thiosim.model.ModelCheck;
import org.thiosim.model.ModelPart;

/** A host model with every module of the library that fits it and brings something asked for. */
public final class FullModel {
    private FullModel() {}

    /**
     * Adds modules to the host of a model; a module that the host has no place for is left out.
     *
     * @param names drugs, covariates and observables asked for
     */
    public static Model of(ModelPart host, ModelLibrary library, Set<String> names) {
        List<ModelPart> modules = new ArrayList<>();
        Model model = Model.of(host, modules);
        for (Entry entry : library.entries()) {
            ModelPart part = entry.part();
            if (part.header().kind() != ModelPart.Kind.MODEL && brings(part, model, names)) {
                modules.add(part);
                Model larger = Model.of(host, modules);
                if (ModelCheck.flaws(larger).isEmpty() && larger.acts(part)) {
                    model = larger;
                } else {
                    modules.remove(part);
                }
            }
        }
        return model;
    }

    private static boolean brings(ModelPart part, Model model, Set<String> names) {
        return names.stream()
                .anyMatch(n -> (part.inputs().drugs().containsKey(n)
                                && !model.inputs().drugs().containsKey(n))
                        || (part.inputs().covariates().containsKey(n)
                                && !model.inputs().covariates().containsKey(n))
                        || (part.outputs().observables().containsKey(n)
                                && !model.outputs().observables().containsKey(n)));
    }
}
