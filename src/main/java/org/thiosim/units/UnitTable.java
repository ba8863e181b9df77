package org.thiosim.units;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The closed table of unit symbols. */
final class UnitTable {

    private static final Map<String, Entry> ENTRIES = entries();
    private static final SortedSet<String> SYMBOLS = Collections.unmodifiableSortedSet(new TreeSet<>(ENTRIES.keySet()));

    /** One symbol: {@code numerator / denominator} canonical units. */
    record Entry(BigDecimal numerator, BigDecimal denominator, Dimension dimension) {}

    private UnitTable() {}

    static SortedSet<String> symbols() {
        return SYMBOLS;
    }

    /** Finds a symbol; micro may be U+00B5, U+03BC or {@code u}. */
    static Optional<Entry> find(String symbol) {
        return Optional.ofNullable(ENTRIES.get(symbol.replace('\u03bc', '\u00b5')));
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> table = new HashMap<>();
        put(table, "1", "1", Dimension.TIME, "h", "hr", "hour", "hours");
        put(table, "24", "1", Dimension.TIME, "d", "day", "days");
        put(table, "168", "1", Dimension.TIME, "wk", "week", "weeks");
        put(table, "8766", "1", Dimension.TIME, "y", "year", "years");
        put(table, "1", "60", Dimension.TIME, "min", "minute", "minutes");
        put(table, "1", "3600", Dimension.TIME, "s", "second", "seconds");
        put(table, "1", "1", Dimension.MASS, "kg");
        put(table, "1e-3", "1", Dimension.MASS, "g");
        put(table, "1e-6", "1", Dimension.MASS, "mg");
        put(table, "1e-9", "1", Dimension.MASS, "µg", "ug");
        put(table, "1e-12", "1", Dimension.MASS, "ng");
        put(table, "1e-15", "1", Dimension.MASS, "pg");
        put(table, "1e-18", "1", Dimension.MASS, "fg");
        put(table, "1e6", "1", Dimension.AMOUNT, "mol");
        put(table, "1e3", "1", Dimension.AMOUNT, "mmol");
        put(table, "1", "1", Dimension.AMOUNT, "µmol", "umol");
        put(table, "1e-3", "1", Dimension.AMOUNT, "nmol");
        put(table, "1e-6", "1", Dimension.AMOUNT, "pmol");
        put(table, "1e-9", "1", Dimension.AMOUNT, "fmol");
        put(table, "1", "1", Dimension.VOLUME, "L");
        put(table, "0.1", "1", Dimension.VOLUME, "dL");
        put(table, "1e-3", "1", Dimension.VOLUME, "mL");
        put(table, "1e-6", "1", Dimension.VOLUME, "µL", "uL");
        put(table, "1e-15", "1", Dimension.VOLUME, "fL");
        put(table, "1", "1", Dimension.LENGTH, "m");
        put(table, "0.01", "1", Dimension.LENGTH, "cm");
        put(table, "1e-3", "1", Dimension.LENGTH, "mm");
        Dimension molar = Dimension.AMOUNT.over(Dimension.VOLUME);
        put(table, "1e6", "1", molar, "M");
        put(table, "1e3", "1", molar, "mM");
        put(table, "1", "1", molar, "µM", "uM");
        put(table, "1e-3", "1", molar, "nM");
        put(table, "1e-6", "1", molar, "pM");
        put(table, "1", "1", Dimension.CELLS, "G");
        put(table, "1e-9", "1", Dimension.CELLS, "cell", "cells");
        put(table, "1", "1", Dimension.RED_CELLS, "RBC");
        put(table, "0.01", "1", Dimension.NONE, "%");
        return Map.copyOf(table);
    }

    private static void put(
            Map<String, Entry> table, String above, String below, Dimension dimension, String... symbols) {
        Entry entry = new Entry(new BigDecimal(above), new BigDecimal(below), dimension);
        for (String symbol : symbols) {
            table.put(symbol, entry);
        }
    }
}
