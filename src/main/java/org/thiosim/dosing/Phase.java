package org.thiosim.dosing;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A stretch of time in which a regimen does not change.
 *
 * @param from in h
 * @param to in h
 * @param rules the rules in force; empty after the last drug has stopped
 */
public record Phase(double from, double to, List<DoseRule> rules) {
    public Phase {
        rules = List.copyOf(rules);
    }

    /** The longest cycle of the rules in force: the time between doses, a day or a week; empty where nothing is repeated. */
    public OptionalDouble interval() {
        return rules.stream()
                .map(r -> r.times().cycle())
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }
}
