package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thiosim.model.Observable;

/** Replaces values of observables outside their validity by not-a-number. */
final class ValidityMask {
    private final List<Rule> rules;

    private ValidityMask(List<Rule> rules) {
        this.rules = rules;
    }

    /** {@code masked} is hidden unless {@code low <= values[tested] <= high}; always where tested is negative. */
    private record Rule(int masked, int tested, double low, double high) {
        boolean hides(double[] values) {
            return tested < 0 || !(values[tested] >= low && values[tested] <= high);
        }
    }

    static ValidityMask of(List<Observable> observables, Optional<String> parameterSet, Set<String> hidden) {
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
        return new ValidityMask(List.copyOf(rules));
    }

    void mask(double[] values) {
        for (Rule rule : rules) {
            if (rule.hides(values)) {
                values[rule.masked()] = Double.NaN;
            }
        }
    }
}
