package org.thiosim.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thiosim.expression.Expression;

/**
 * What one model file says: a host model, or a module that is merged into one.
 *
 * <p>Maps keep the order of the file.
 *
 * @param file name of the file, for messages and the manifest
 */
public record ModelPart(
        Header header,
        String file,
        Map<String, Source> sources,
        Inputs inputs,
        Network network,
        Numbers numbers,
        Outputs outputs) {

    /** What kind of file it is. */
    public enum Kind {
        MODEL,
        INTERACTION,
        EFFECT;

        /** The word users read, for example {@code interaction}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The head of a model file.
     *
     * @param needs ids of modules that must be merged too
     * @param population whom the model was made from, may be empty
     * @param limits what the model cannot do
     */
    public record Header(
            String id, Kind kind, String title, List<String> needs, String population, List<String> limits) {
        public Header {
            limits = List.copyOf(limits);
            needs = List.copyOf(needs);
        }
    }

    /** What comes from outside: drugs and patients. */
    public record Inputs(
            Map<String, Drug> drugs,
            Map<String, Covariate> covariates,
            Map<String, Archetype> archetypes,
            Map<String, DoseWindow> windows) {
        public Inputs {
            drugs = Ordered.copy(drugs);
            covariates = Ordered.copy(covariates);
            archetypes = Ordered.copy(archetypes);
            windows = Ordered.copy(windows);
        }

        Inputs merge(Inputs other) {
            return new Inputs(
                    Ordered.join(drugs, other.drugs),
                    Ordered.join(covariates, other.covariates),
                    Ordered.join(archetypes, other.archetypes),
                    Ordered.join(windows, other.windows));
        }
    }

    /**
     * What is solved.
     *
     * @param initial initial values by species; zero where absent
     * @param quantities named formulas over species, evaluated while solving
     */
    public record Network(
            Map<String, Species> species,
            Map<String, Expression> initial,
            Map<String, Reaction> reactions,
            Map<String, Effect> effects,
            Map<String, Expression> quantities) {
        public Network {
            species = Ordered.copy(species);
            initial = Ordered.copy(initial);
            reactions = Ordered.copy(reactions);
            effects = Ordered.copy(effects);
            quantities = Ordered.copy(quantities);
        }

        Network merge(Network other) {
            return new Network(
                    Ordered.join(species, other.species),
                    Ordered.join(initial, other.initial),
                    Ordered.join(reactions, other.reactions),
                    Ordered.join(effects, other.effects),
                    Ordered.join(quantities, other.quantities));
        }
    }

    /**
     * Parameters and the arithmetic of one patient.
     *
     * @param individual formulas over covariates, parameters and each other, evaluated once per patient
     * @param scales factors on parameters or individual quantities, by module-wide id
     */
    public record Numbers(
            Map<String, Parameter> parameters,
            Map<String, ParameterSet> sets,
            List<Correlation> correlations,
            Map<String, Expression> individual,
            Map<String, Scale> scales) {
        public Numbers {
            parameters = Ordered.copy(parameters);
            sets = Ordered.copy(sets);
            correlations = List.copyOf(correlations);
            individual = Ordered.copy(individual);
            scales = Ordered.copy(scales);
        }

        Numbers merge(Numbers other) {
            return new Numbers(
                    Ordered.join(parameters, other.parameters),
                    ParameterSets.merge(sets, other.sets),
                    Ordered.concat(correlations, other.correlations),
                    Ordered.join(individual, other.individual),
                    Ordered.join(scales, other.scales));
        }
    }

    /** What is reported. */
    public record Outputs(Map<String, Observable> observables, List<Notice> notices) {
        public Outputs {
            observables = Ordered.copy(observables);
            notices = List.copyOf(notices);
        }

        Outputs merge(Outputs other) {
            return new Outputs(Ordered.join(observables, other.observables), Ordered.concat(notices, other.notices));
        }
    }
}
