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

    /** The longest time between doses of the rules in force; empty where nothing is repeated. */
    public OptionalDouble interval() {
        return rules.stream()
                .map(DoseRule::times)
                .filter(DoseTimes.Repeated.class::isInstance)
                .mapToDouble(t -> ((DoseTimes.Repeated) t).interval())
                .max();
    }
}
