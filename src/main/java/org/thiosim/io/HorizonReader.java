package org.thiosim.io;

import static org.thiosim.units.Clock.YEAR;

import java.util.Optional;

/** Reads the end of a scenario, in h. */
final class HorizonReader {
    private static final double LONGEST = 100 * YEAR;
    /** What other sections are checked against where no horizon can be read, so that one mistake is one message. */
    static final double STAND_IN = YEAR;

    private HorizonReader() {}

    /** The horizon; empty, with a finding, where there is none or one that cannot be. */
    static Optional<Double> read(YamlMap root) {
        Optional<Double> horizon = root.required("horizon").flatMap(t -> DoseRuleReader.hours(root, "horizon"));
        Optional<Double> possible = horizon.filter(h -> h > 0 && h <= LONGEST);
        if (horizon.isPresent() && possible.isEmpty()) {
            root.flaw("horizon", "the horizon is a time after 0 and at most 100 years, for example 24 wk");
        }
        return possible;
    }
}
