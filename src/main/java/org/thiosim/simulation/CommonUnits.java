package org.thiosim.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.expression.DimensionCheck;
import org.thiosim.model.Model;
import org.thiosim.model.ModelCheck;
import org.thiosim.model.Observable;
import org.thiosim.units.Conversions;
import org.thiosim.units.Dimension;

/**
 * Puts the observables of one model in the units of others, so that their curves share an axis.
 *
 * <p>An observable that both have keeps its name where its unit can be converted (with the molar mass of its analyte and the
 * constants of {@link Conversions}); otherwise the model becomes part of its name, as in {@code 6-TGN of lin-2021}, and it
 * stands by itself.
 */
public final class CommonUnits {
    private static final String OF = " of ";

    private CommonUnits() {}

    /** Whether a name is that of an observable which could not be converted. */
    public static boolean isVariant(String name, String observable) {
        return name.startsWith(observable + OF);
    }

    /**
     * A model with its observables in the units of a reference.
     *
     * @param reference observables by name
     */
    public static Model of(Model model, Map<String, Observable> reference) {
        Map<String, Dimension> dimensions = ModelCheck.dimensions(model);
        Map<String, Observable> observables = new LinkedHashMap<>();
        model.outputs().observables().values().forEach(o -> {
            Observable shown = shown(o, model, reference, dimensions);
            observables.put(shown.id(), shown);
        });
        return model.withObservables(observables);
    }

    private static Observable shown(
            Observable own, Model model, Map<String, Observable> reference, Map<String, Dimension> dimensions) {
        Observable wanted = reference.get(own.id());
        if (wanted == null || wanted.unit().text().equals(own.unit().text())) {
            return own;
        }
        Dimension found =
                DimensionCheck.of(model.expand(model.formula(own)), s -> Optional.ofNullable(dimensions.get(s)));
        OptionalDouble molarMass =
                own.molarMass().map(m -> OptionalDouble.of(m.canonical())).orElse(OptionalDouble.empty());
        boolean convertible = Conversions.STANDARD
                .factor(found, wanted.unit().dimension(), molarMass)
                .isPresent();
        return convertible ? own.as(own.id(), wanted.unit()) : own.as(own.id() + OF + model.id(), own.unit());
    }
}
