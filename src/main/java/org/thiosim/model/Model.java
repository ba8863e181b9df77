package org.thiosim.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.thiosim.expression.Expression;
import org.thiosim.model.ModelPart.Inputs;
import org.thiosim.model.ModelPart.Network;
import org.thiosim.model.ModelPart.Numbers;
import org.thiosim.model.ModelPart.Outputs;
import org.thiosim.units.Range;

/**
 * A host model with its modules merged.
 *
 * <p>Ids share one name space across the files. {@link ModelCheck} says what is wrong with a model; a model that it finds
 * no flaw in can be compiled.
 */
public record Model(List<ModelPart> parts, Inputs inputs, Network network, Numbers numbers, Outputs outputs) {

    /** Packed red cells: how many red cells are in a litre; a symbol of every model. */
    public static final String RBC_PACKING = "rbc-packing";

    public Model {
        parts = List.copyOf(parts);
    }

    public static Model of(ModelPart host, List<ModelPart> modules) {
        List<ModelPart> parts = new ArrayList<>();
        parts.add(host);
        parts.addAll(modules);
        Model model = new Model(List.of(host), host.inputs(), host.network(), host.numbers(), host.outputs());
        for (ModelPart module : modules) {
            model = new Model(
                    parts,
                    model.inputs.merge(module.inputs()),
                    model.network.merge(module.network()),
                    model.numbers.merge(module.numbers()),
                    model.outputs.merge(module.outputs()));
        }
        return model;
    }

    /** The same model with other observables. */
    public Model withObservables(Map<String, Observable> observables) {
        return new Model(parts, inputs, network, numbers, new Outputs(observables, outputs.notices()));
    }

    public ModelPart host() {
        return parts.get(0);
    }

    public String id() {
        return host().header().id();
    }

    public List<ModelPart> modules() {
        return parts.subList(1, parts.size());
    }

    public Optional<ParameterSet> defaultSet() {
        return numbers.sets().values().stream().filter(ParameterSet::isDefault).findFirst();
    }

    /** Every source of every part, by id. */
    public Map<String, Source> sources() {
        Map<String, Source> all = new LinkedHashMap<>();
        parts.forEach(p -> p.sources().forEach(all::putIfAbsent));
        return all;
    }

    /**
     * The range in which the data of a part had a covariate.
     *
     * @param drugs whose doses it concerns; empty where it holds for every patient of the host
     * @param among empty for the host, else the title of those it was found in, such as {@code with allopurinol}
     */
    public record StudiedRange(Covariate covariate, Range range, Set<String> drugs, String among) {
        public StudiedRange {
            drugs = Set.copyOf(drugs);
        }

        /** What is said of a value outside, which stands in the text as given. */
        public String warning(String value, BiFunction<Covariate, Double, String> shown) {
            return covariate.id() + value + " lies outside the range studied" + among + ", "
                    + shown.apply(covariate, range.low()) + " to " + shown.apply(covariate, range.high());
        }
    }

    /** The studied range of every covariate, by the file that states it. */
    public List<StudiedRange> studied() {
        List<StudiedRange> ranges = new ArrayList<>();
        for (ModelPart part : parts) {
            boolean isHost = part.equals(host());
            Set<String> drugs = isHost ? Set.of() : part.inputs().drugs().keySet();
            String among = isHost ? "" : " with " + part.header().id();
            part.inputs()
                    .covariates()
                    .values()
                    .forEach(c -> c.studied().ifPresent(r -> ranges.add(new StudiedRange(c, r, drugs, among))));
        }
        return ranges;
    }

    /** The effects that reach a reaction. */
    public List<Effect> effectsOn(EnzymeTag tag) {
        return network.effects().values().stream().filter(e -> e.reaches(tag)).toList();
    }

    /** The effects that find no reaction with their enzyme in this model. */
    public List<Effect> unreached() {
        return network.effects().values().stream()
                .filter(e -> network.reactions().values().stream()
                        .noneMatch(r -> r.enzyme().filter(e::reaches).isPresent()))
                .toList();
    }

    /** Whether a part has no effects, one that finds a reaction with its enzyme, or a factor on a parameter. */
    public boolean acts(ModelPart part) {
        List<Effect> unreached = unreached();
        return part.network().effects().isEmpty()
                || !part.numbers().scales().isEmpty()
                || part.network().effects().values().stream().anyMatch(e -> !unreached.contains(e));
    }

    /** What remains of an enzyme's activity at a site: factors multiplied, competitive terms in one denominator. */
    public Expression activity(EnzymeTag tag) {
        Expression factor = Expression.constant(1);
        Expression denominator = Expression.constant(1);
        for (Effect effect : effectsOn(tag)) {
            if (effect.mechanism() == Effect.Mechanism.COMPETITIVE) {
                denominator = Expression.sum(denominator, effect.formula());
            } else {
                factor = Expression.product(factor, effect.formula());
            }
        }
        return Expression.quotient(factor, denominator);
    }

    /** The formula of an observable, before conversion to its unit. */
    public Expression formula(Observable observable) {
        if (observable.measure() instanceof Observable.Measure.Activity activity) {
            return activity(activity.tag());
        }
        return ((Observable.Measure.Formula) observable.measure()).formula();
    }

    /** The rate of a reaction in species unit per h, with the effects on its enzyme. */
    public Expression rate(Reaction reaction) {
        Expression rate = reaction.law().rate();
        return reaction.enzyme()
                .map(tag -> Expression.product(rate, activity(tag)))
                .orElse(rate);
    }

    /** Replaces quantities by their formulas until only species, windows and individual quantities are left. */
    public Expression expand(Expression formula) {
        Expression expanded = formula;
        for (int depth = 0; depth <= network.quantities().size(); depth++) {
            if (expanded.symbols().stream().noneMatch(network.quantities()::containsKey)) {
                return expanded;
            }
            expanded = expanded.substitute(
                    s -> Optional.ofNullable(network.quantities().get(s)));
        }
        throw new IllegalStateException("quantities refer to each other in a circle: " + formula);
    }
}
