package org.thiosim.units;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The physical dimension of a quantity, as integer exponents of the eight base dimensions.
 *
 * <p>Analyte amount, haemoglobin amount and mass are separate dimensions: converting between them needs a constant,
 * see {@link Conversions}.
 *
 * @param time exponent of time, canonical unit h
 * @param amount exponent of analyte amount, canonical unit µmol
 * @param mass exponent of mass, canonical unit kg
 * @param volume exponent of volume, canonical unit L
 * @param length exponent of length, canonical unit m
 * @param cells exponent of nucleated cells, canonical unit 1e9 cells
 * @param redCells exponent of red cells, canonical unit one cell
 * @param haemoglobin exponent of haemoglobin monomer, canonical unit µmol
 */
public record Dimension(
        int time, int amount, int mass, int volume, int length, int cells, int redCells, int haemoglobin) {

    public static final Dimension NONE = new Dimension(0, 0, 0, 0, 0, 0, 0, 0);
    public static final Dimension TIME = new Dimension(1, 0, 0, 0, 0, 0, 0, 0);
    public static final Dimension AMOUNT = new Dimension(0, 1, 0, 0, 0, 0, 0, 0);
    public static final Dimension MASS = new Dimension(0, 0, 1, 0, 0, 0, 0, 0);
    public static final Dimension VOLUME = new Dimension(0, 0, 0, 1, 0, 0, 0, 0);
    public static final Dimension LENGTH = new Dimension(0, 0, 0, 0, 1, 0, 0, 0);
    public static final Dimension CELLS = new Dimension(0, 0, 0, 0, 0, 1, 0, 0);
    public static final Dimension RED_CELLS = new Dimension(0, 0, 0, 0, 0, 0, 1, 0);
    public static final Dimension HAEMOGLOBIN = new Dimension(0, 0, 0, 0, 0, 0, 0, 1);

    private static final List<String> NAMES =
            List.of("time", "amount", "mass", "volume", "length", "cells", "red cells", "haemoglobin");

    public Dimension times(Dimension other) {
        return new Dimension(
                time + other.time,
                amount + other.amount,
                mass + other.mass,
                volume + other.volume,
                length + other.length,
                cells + other.cells,
                redCells + other.redCells,
                haemoglobin + other.haemoglobin);
    }

    public Dimension over(Dimension other) {
        return times(other.power(-1));
    }

    public Dimension power(int exponent) {
        return map(e -> e * exponent);
    }

    /** Whether {@link #root} of this degree exists. */
    public boolean hasRoot(int degree) {
        return degree > 0 && exponents().stream().allMatch(e -> e % degree == 0);
    }

    /**
     * The dimension whose power {@code degree} is this one.
     *
     * @throws IllegalArgumentException when an exponent is not a multiple of the degree
     */
    public Dimension root(int degree) {
        if (!hasRoot(degree)) {
            throw new IllegalArgumentException("no root of degree " + degree + " of the dimension " + this);
        }
        return map(e -> e / degree);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Words such as {@code amount/time}, {@code 1/time} or {@code dimensionless}. */
    @Override
    public String toString() {
        if (isNone()) {
            return "dimensionless";
        }
        List<Integer> exponents = exponents();
        List<String> above = new ArrayList<>();
        StringBuilder below = new StringBuilder();
        for (int i = 0; i < NAMES.size(); i++) {
            int exponent = exponents.get(i);
            String word = NAMES.get(i) + (Math.abs(exponent) > 1 ? "^" + Math.abs(exponent) : "");
            if (exponent > 0) {
                above.add(word);
            } else if (exponent < 0) {
                below.append('/').append(word);
            }
        }
        return (above.isEmpty() ? "1" : String.join("*", above)) + below;
    }

    private List<Integer> exponents() {
        return List.of(time, amount, mass, volume, length, cells, redCells, haemoglobin);
    }

    private Dimension map(IntUnaryOperator f) {
        return new Dimension(
                f.applyAsInt(time),
                f.applyAsInt(amount),
                f.applyAsInt(mass),
                f.applyAsInt(volume),
                f.applyAsInt(length),
                f.applyAsInt(cells),
                f.applyAsInt(redCells),
                f.applyAsInt(haemoglobin));
    }
}
