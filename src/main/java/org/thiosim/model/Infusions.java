package org.thiosim.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thiosim.expression.Expression;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * Adds infusions to a model: for each species that is infused a bag, and a state that holds the rate. A dose fills the bag
 * and raises the rate; the end of the infusion lowers it again; the flux from the bag into the species is the rate. What is
 * still in the bag takes part in the mass balance.
 */
public final class Infusions {
    private static final Quantity NO_TIME = new Quantity(0, Unit.parse("h"));

    private Infusions() {}

    /** Id of the species that holds what is yet to be infused. */
    public static String bag(String target) {
        return "infusion-into-" + target;
    }

    /** Id of the state that holds the rate, in species unit per h. */
    public static String rate(String target) {
        return "infusion-rate-into-" + target;
    }

    /** The model with a bag and a rate for each target; the model itself where there is none. */
    public static Model into(Model model, Set<String> targets) {
        if (targets.isEmpty()) {
            return model;
        }
        Map<String, Species> bags = new LinkedHashMap<>();
        Map<String, Reaction> reactions = new LinkedHashMap<>();
        Map<String, DoseWindow> rates = new LinkedHashMap<>();
        for (String target : targets) {
            Species into = Optional.ofNullable(model.network().species().get(target))
                    .orElseThrow(() -> new IllegalArgumentException("there is no species '" + target + "'"));
            String bag = bag(target);
            String title = into.title() + ", yet to be infused";
            bags.put(
                    bag,
                    new Species(
                            bag,
                            title,
                            into.kind(),
                            new Species.Substance(
                                    into.substance().analyte(),
                                    "infusion",
                                    into.substance().molarMass()),
                            Optional.empty(),
                            false));
            rates.put(rate(target), new DoseWindow(rate(target), "", NO_TIME, false, Provenance.NONE));
            reactions.put(
                    bag,
                    new Reaction(
                            bag,
                            Optional.of(bag),
                            Optional.of(target),
                            new RateLaw.ZeroOrder(Expression.symbol(rate(target))),
                            Optional.empty(),
                            "infusion"));
        }
        ModelPart.Network network = new ModelPart.Network(bags, Map.of(), reactions, Map.of(), Map.of());
        ModelPart.Inputs inputs = new ModelPart.Inputs(Map.of(), Map.of(), Map.of(), rates);
        return new Model(
                List.copyOf(model.parts()),
                model.inputs().merge(inputs),
                model.network().merge(network),
                model.numbers(),
                model.outputs());
    }
}
