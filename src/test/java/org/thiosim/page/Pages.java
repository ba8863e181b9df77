package org.thiosim.page;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.thiosim.io.ModelLibrary;
import org.thiosim.model.Model;
import org.thiosim.simulation.Formulas;

/** The page's models, and the formulas of a patient without a browser. */
final class Pages {
    static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));
    private static final List<String> MODULES = List.of("allopurinol", "neutrophils", "rac1");

    private Pages() {}

    static Model right() {
        return LIBRARY.load("thiopurine", MODULES).model();
    }

    static Model wrong() {
        return LIBRARY.load(
                        "thiopurine",
                        Stream.concat(MODULES.stream(), Stream.of("teaching/tpmt-makes-tgn.yaml"))
                                .toList())
                .model();
    }

    static TeachingPage page() {
        return new TeachingPage(right(), wrong(), "test", TeachingPage.english());
    }

    /** All that follows from the inputs: covariates, fixed symbols, initial values. */
    static double[] individual(Lowered lowered, double... inputs) {
        double[] all = new double[lowered.individual().outputs().length];
        lowered.individual().bind(new double[0]).run(inputs, all);
        return all;
    }

    static double[] fixed(Lowered lowered, double... inputs) {
        double[] fixed = new double[lowered.compiled().fixed().size()];
        System.arraycopy(individual(lowered, inputs), lowered.covariates().size(), fixed, 0, fixed.length);
        return fixed;
    }

    static double[] initial(Lowered lowered, double... inputs) {
        double[] all = individual(lowered, inputs);
        double[] initial = new double[lowered.compiled().states().size()];
        int[] states = lowered.initialStates();
        for (int k = 0; k < states.length; k++) {
            initial[states[k]] = all[all.length - states.length + k];
        }
        return initial;
    }

    /** The formulas of a patient, interpreted. */
    static Formulas formulas(Lowered lowered, double... inputs) {
        return lowered.compiled().formulas(fixed(lowered, inputs));
    }
}
