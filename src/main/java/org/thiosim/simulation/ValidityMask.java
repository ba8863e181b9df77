package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thiosim.model.Observable;

/**
 * Replaces values of observables outside their validity by not-a-number.
 *
 * @param rules applied one after the other
 */
public record ValidityMask(List<Rule> rules) {
    public ValidityMask {
        rules = List.copyOf(rules);
    }

    /**
     * An observable has no value unless another lies within bounds; with {@code tested} below zero it never has one.
     *
     * @param masked place of the observable
     * @param tested place of the other
     * @param low in the unit of the tested observable
     * @param high in the unit of the tested observable
     */
    public record Rule(int masked, int tested, double low, double high) {
        boolean hides(double[] values) {
            return tested < 0 || !(values[tested] >= low && values[tested] <= high);
        }
    }

    /** @param hidden observables that are not shown at all */
    public static ValidityMask of(List<Observable> observables, Optional<String> parameterSet, Set<String> hidden) {
        List<String> ids = observables.stream().map(Observable::id).toList();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < observables.size(); i++) {
            Observable.Validity validity = observables.get(i).validity();
            boolean otherSet = validity.parameterSet()
                    .filter(s -> !parameterSet.equals(Optional.of(s)))
                    .isPresent();
            if (otherSet || hidden.contains(observables.get(i).id())) {
                rules.add(new Rule(i, -1, 0, 0));
            }
            for (Observable.Bound bound : validity.bounds()) {
                int tested = ids.indexOf(bound.observable());
                if (tested >= 0) {
                    double unit = observables.get(tested).unit().factor();
                    double low = bound.low().orElse(Double.NEGATIVE_INFINITY) / unit;
                    double high = bound.high().orElse(Double.POSITIVE_INFINITY) / unit;
                    rules.add(new Rule(i, tested, low, high));
                }
            }
        }
        return new ValidityMask(rules);
    }

    void mask(double[] values) {
        for (Rule rule : rules) {
            if (rule.hides(values)) {
                values[rule.masked()] = Double.NaN;
            }
        }
    }
}
