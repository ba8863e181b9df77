package org.thiosim.units;

import java.util.SortedSet;

/**
 * A unit of measurement: its text, its factor to canonical units and its dimension.
 *
 * <p>Canonical units are h, µmol, kg, L, m, 1e9 cells, one red cell and µmol of haemoglobin monomer. A text joins
 * symbols by {@code /} and {@code *} from left to right, so {@code mg/kg/d} is mg/(kg·d). A number inside a denominator
 * is a factor ({@code mL/min/1.73 m^2}, {@code pmol/8e8 RBC}). {@code 1e9/L}, {@code 1e12/L} and {@code G/L} count
 * cells. {@code L RBC} is a litre of packed red cells, {@code mmol Hb} an amount of haemoglobin monomer, and
 * {@code µg DNA} a mass. A year has 365.25 days.
 *
 * @param text the unit as its author wrote it
 * @param factor canonical units in one of this unit, positive and finite
 * @param dimension what the unit measures
 */
public record Unit(String text, double factor, Dimension dimension) {

    /** The unit of dimensionless numbers. */
    public static final Unit ONE = new Unit("1", 1, Dimension.NONE);

    public Unit {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "the factor of unit '" + text + "' is " + factor + "; it must be positive and finite");
        }
    }

    /**
     * Reads a unit.
     *
     * @throws UnitException when the text is not a unit
     */
    public static Unit parse(String text) {
        return new UnitParser(text).parse();
    }

    /** Every symbol that a unit text may contain, in alphabetical order. */
    public static SortedSet<String> symbols() {
        return UnitTable.symbols();
    }

    public double toCanonical(double value) {
        return value * factor;
    }

    public double fromCanonical(double value) {
        return value / factor;
    }

    @Override
    public String toString() {
        return text;
    }
}
