package org.thiosim.io;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.model.Model;
import org.thiosim.model.Observable;
import org.thiosim.model.Species;
import org.thiosim.qualification.Measurand;
import org.thiosim.simulation.ExposureMetric;
import org.thiosim.units.Conversions;
import org.thiosim.units.Dimension;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * The unit in which a measurand is predicted, and conversion of published values to it.
 *
 * @param molarMass in kg/µmol, which lets mass units be converted
 */
record ObservedQuantity(Unit unit, OptionalDouble molarMass) {
    private static final Unit HOUR = Unit.parse("h");
    private static final Map<String, Unit> COURSE_METRICS =
            Map.of("half-life", HOUR, "time-to-90-percent-of-plateau", HOUR, "accumulation", Unit.ONE);

    static ObservedQuantity of(Model model, Measurand measurand) {
        Optional<Observable> observable =
                Optional.ofNullable(model.outputs().observables().get(measurand.observable()));
        Unit level = observable.map(Observable::unit).orElseGet(() -> amountUnit(model, measurand.observable()));
        OptionalDouble mass = observable
                .flatMap(Observable::molarMass)
                .map(q -> OptionalDouble.of(q.canonical()))
                .orElse(OptionalDouble.empty());
        return new ObservedQuantity(measurand instanceof Measurand.Exposure e ? unit(e.metric(), level) : level, mass);
    }

    private static Unit amountUnit(Model model, String id) {
        return Optional.ofNullable(
                        model.network().species().get(id.substring(Math.min(Species.AMOUNT_OF.length(), id.length()))))
                .map(Species::kind)
                .map(Species.Kind::unit)
                .orElse(Unit.ONE);
    }

    private static Unit unit(String metric, Unit level) {
        return ExposureMetric.of(metric)
                .map(m -> switch (m) {
                    case AUC ->
                        new Unit(
                                m.unit(level.text()),
                                level.factor(),
                                level.dimension().times(Dimension.TIME));
                    case TMAX, TIME_IN_WINDOW -> HOUR;
                    case AVERAGE, CMAX, CMIN, TROUGH -> level;
                })
                .orElseGet(() -> COURSE_METRICS.getOrDefault(metric, Unit.ONE));
    }

    static boolean isMetric(String id) {
        return ExposureMetric.of(id).isPresent() || COURSE_METRICS.containsKey(id);
    }

    /** The value in this unit. */
    double converted(Quantity quantity) {
        OptionalDouble factor = Conversions.STANDARD.factor(quantity.dimension(), unit.dimension(), molarMass);
        if (factor.isEmpty()) {
            throw new IllegalArgumentException("expected a value in " + unit.text()
                    + " or a unit that converts to it, found '" + quantity + "'"
                    + (quantity.dimension().isNone() ? "; a ratio needs 'compare: {ratio-to: ARM}'" : ""));
        }
        return unit.fromCanonical(quantity.canonical() * factor.getAsDouble());
    }
}
