package org.thiosim.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * A state variable: the amount of a substance in one place, a cell count, or an effect between 0 and 1.
 *
 * @param substance what it is an amount of, and where
 * @param volume id of the individual quantity that is its volume of distribution
 * @param sink whether it only receives; sinks close the mass balance
 */
public record Species(String id, String title, Kind kind, Substance substance, Optional<String> volume, boolean sink) {

    /** What stands before a species where its amount is asked for in place of an observable. */
    public static final String AMOUNT_OF = "amount:";

    /** A substance in a place; analyte and matrix may be empty. */
    public record Substance(String analyte, String matrix, Optional<Quantity> molarMass) {}

    /** What a state variable counts, with the unit it is solved and written in. */
    public enum Kind {
        AMOUNT("µmol"),
        MASS("mg"),
        CELLS("1e9/L"),
        EFFECT("1"),
        INPUT("1");

        private final Unit unit;

        Kind(String unit) {
            this.unit = Unit.parse(unit);
        }

        public Unit unit() {
            return unit;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }
}
