package org.thiosim.units;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Physical constants that bridge dimensions: packed red cells to red cells to haemoglobin monomer, and amount to mass.
 *
 * @param redCellsPerLitre red cells in one litre of packed red cells
 * @param haemoglobinPerRedCell µmol of haemoglobin monomer in one red cell
 */
public record Conversions(double redCellsPerLitre, double haemoglobinPerRedCell) {

    /**
     * 8e8 red cells in 100 µL packed cells, holding 1.49e-3 mmol haemoglobin monomer (30 pg per cell, 16 114 g/mol).
     */
    public static final Conversions STANDARD = new Conversions(8e12, 1.49 / 8e8);

    private static final double MONOMER_GRAMS_PER_MOL = 16_114;

    public Conversions {
        requirePositive("red cells per litre", redCellsPerLitre);
        requirePositive("haemoglobin per red cell", haemoglobinPerRedCell);
    }

    /**
     * The number by which a canonical value of one dimension is multiplied to give the canonical value of another.
     *
     * <p>A volume is taken as packed red cells when it is bridged to red cells or haemoglobin.
     *
     * @param molarMassKgPerMicromol molar mass of the analyte in kg/µmol, which bridges amount and mass
     * @return 1 for equal dimensions; empty when these constants do not connect the two
     */
    public OptionalDouble factor(Dimension from, Dimension to, OptionalDouble molarMassKgPerMicromol) {
        Dimension change = to.over(from);
        boolean connected = change.time() == 0
                && change.length() == 0
                && change.cells() == 0
                && change.amount() + change.mass() == 0
                && change.volume() + change.redCells() + change.haemoglobin() == 0
                && (change.mass() == 0 || molarMassKgPerMicromol.isPresent());
        if (!connected) {
            return OptionalDouble.empty();
        }
        double molarMass = molarMassKgPerMicromol.orElse(1);
        return OptionalDouble.of(power(molarMass, change.mass())
                * power(redCellsPerLitre, -change.volume())
                * power(haemoglobinPerRedCell, change.haemoglobin()));
    }

    /** One line for each constant, for people. */
    public List<String> described() {
        String volume = Numbers.format(8e8 / redCellsPerLitre * 1e6, 6);
        String amount = Numbers.format(haemoglobinPerRedCell * 8e8, 4);
        String perCell = Numbers.format(haemoglobinPerRedCell * MONOMER_GRAMS_PER_MOL * 1e6, 4);
        return List.of(
                "8e8 RBC = " + volume + " µL packed red cells",
                "8e8 RBC = " + amount + " µmol haemoglobin monomer (MCH " + perCell + " pg, monomer 16114 g/mol)");
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < Math.abs(exponent); i++) {
            power *= base;
        }
        return exponent < 0 ? 1 / power : power;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be positive and finite, not " + value);
        }
    }
}
