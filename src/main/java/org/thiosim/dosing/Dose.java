package org.thiosim.dosing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * A prescribed dose: a mass, or a mass per body weight or per body surface.
 *
 * @param quantity as prescribed, for example 150 mg, 2 mg/kg, 75 mg/m^2
 * @param tablet what the mass is rounded to a multiple of: the nearest, but at least one for a dose above 0
 */
public record Dose(Quantity quantity, Basis basis, Optional<Quantity> tablet) {
    private static final double MILLIGRAMS = 1e6;
    private static final Pattern PER_TIME = Pattern.compile("(.*[a-zµ2²].*)/ ?(d|day|h|wk|week)");

    public Dose {
        if (tablet.filter(t -> !t.dimension().equals(Unit.parse("mg").dimension()) || !(t.value() > 0))
                .isPresent()) {
            throw new IllegalArgumentException("doses are rounded to a positive mass such as 25 mg, found "
                    + tablet.map(Quantity::toString).orElse(""));
        }
    }

    public Dose(Quantity quantity, Basis basis) {
        this(quantity, basis, Optional.empty());
    }

    /** What a dose is scaled by. */
    public enum Basis {
        FLAT,
        PER_WEIGHT,
        PER_SURFACE
    }

    /** Reads a dose; refuses other dimensions and negative values. */
    public static Dose of(Quantity quantity) {
        if (!(quantity.value() >= 0)) {
            throw new IllegalArgumentException(
                    "a dose is at least 0, found " + quantity + "; write for example 100 mg, 2 mg/kg or 75 mg/m^2");
        }
        return new Dose(quantity, basis(quantity));
    }

    /** The same dose in whole multiples of a mass. */
    public Dose inMultiplesOf(Quantity mass) {
        return new Dose(quantity, basis, Optional.of(mass));
    }

    private static Basis basis(Quantity quantity) {
        if (quantity.dimension().equals(Unit.parse("mg").dimension())) {
            return Basis.FLAT;
        }
        if (quantity.dimension().equals(Unit.parse("mg/m^2").dimension())) {
            return Basis.PER_SURFACE;
        }
        if (quantity.dimension().isNone() && quantity.unit().text().contains("g/")) {
            return Basis.PER_WEIGHT;
        }
        Matcher daily = PER_TIME.matcher(quantity.unit().text());
        if (daily.matches()) {
            throw new IllegalArgumentException("a dose is what is taken at one time, found " + quantity + "; write '"
                    + new Quantity(quantity.value(), Unit.parse(daily.group(1)))
                    + "' and how often beside it, such as 'every: 1 d'");
        }
        throw new IllegalArgumentException("a dose is in mg, mg/kg or mg/m^2, found " + quantity
                + (quantity.unit().equals(Unit.ONE)
                        ? "; did you mean '" + quantity + " mg'?"
                        : "; write for example 100 mg"));
    }

    /** The mass in kg for a patient; a dose per surface needs the patient's surface. */
    public double mass(BodySize size) {
        double exact = exactMass(size);
        return tablet.filter(t -> exact > 0)
                .map(t -> Math.max(1, Math.rint(exact / t.canonical())) * t.canonical())
                .orElse(exact);
    }

    /** The mass in mg for a patient. */
    public double milligrams(BodySize size) {
        return mass(size) * MILLIGRAMS;
    }

    /** The dose as users read it: the mass where it is rounded to tablets, else as prescribed to four digits. */
    public String text(BodySize size) {
        return tablet.map(t -> Numbers.format(milligrams(size), 4) + " mg")
                .orElseGet(() -> Numbers.format(quantity.value(), 4) + " "
                        + quantity.unit().text());
    }

    private double exactMass(BodySize size) {
        double value = quantity.canonical();
        return switch (basis) {
            case FLAT -> value;
            case PER_WEIGHT -> value * size.weight();
            case PER_SURFACE ->
                value
                        * size.bsa()
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "a dose of " + quantity + " needs the patient's bsa or height"));
        };
    }
}
