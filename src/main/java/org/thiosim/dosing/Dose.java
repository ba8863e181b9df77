package org.thiosim.dosing;

import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * A prescribed dose: a mass, or a mass per body weight or per body surface.
 *
 * @param quantity as prescribed, for example 150 mg, 2 mg/kg, 75 mg/m^2
 */
public record Dose(Quantity quantity, Basis basis) {

    /** What a dose is scaled by. */
    public enum Basis {
        FLAT,
        PER_WEIGHT,
        PER_SURFACE
    }

    /** Reads a dose; refuses other dimensions and negative values. */
    public static Dose of(Quantity quantity) {
        if (!(quantity.value() >= 0)) {
            throw new IllegalArgumentException("a dose is at least 0, found " + quantity);
        }
        return new Dose(quantity, basis(quantity));
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
        throw new IllegalArgumentException("a dose is in mg, mg/kg or mg/m^2, found " + quantity);
    }

    /** The mass in kg for a patient; a dose per surface needs the patient's surface. */
    public double mass(BodySize size) {
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
