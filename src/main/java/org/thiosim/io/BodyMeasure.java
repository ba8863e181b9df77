package org.thiosim.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thiosim.units.Numbers;
import org.thiosim.units.Range;
import org.thiosim.units.Unit;

/** A measure of the body that any patient may have, whatever the model, and the values that a human being can have. */
enum BodyMeasure {
    WEIGHT("kg", 2, 300),
    HEIGHT("cm", 30, 250),
    BSA("m^2", 0.1, 4),
    AGE("y", 0, 120);

    private static final int DIGITS = 4;

    private final Unit unit;
    private final Range plausible;

    BodyMeasure(String unit, double low, double high) {
        this.unit = Unit.parse(unit);
        this.plausible = new Range(this.unit.toCanonical(low), this.unit.toCanonical(high));
    }

    /** The key in a scenario and the column of a table. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Unit unit() {
        return unit;
    }

    /** In canonical units. */
    Range plausible() {
        return plausible;
    }

    static Map<String, BodyMeasure> byId() {
        return Arrays.stream(values()).collect(Collectors.toMap(BodyMeasure::id, m -> m));
    }

    static Optional<BodyMeasure> of(String id) {
        return Arrays.stream(values()).filter(m -> m.id().equals(id)).findFirst();
    }

    /** A range as users read it, in a unit. */
    static String words(Range canonical, Unit unit) {
        return Numbers.format(unit.fromCanonical(canonical.low()), DIGITS) + " to "
                + Numbers.format(unit.fromCanonical(canonical.high()), DIGITS)
                + (unit.equals(Unit.ONE) ? "" : " " + unit.text());
    }
}
