package org.thiosim.simulation;

import org.thiosim.model.Observable;
import org.thiosim.units.Range;

/** The therapeutic window of an observable as a range in its own unit; everything where it has none. */
final class ReferenceRanges {
    private ReferenceRanges() {}

    static Range of(Observable observable) {
        return observable
                .window()
                .map(w -> new Range(
                        w.low()
                                .map(q -> observable.unit().fromCanonical(q.canonical()))
                                .orElse(Double.NEGATIVE_INFINITY),
                        w.high()
                                .map(q -> observable.unit().fromCanonical(q.canonical()))
                                .orElse(Double.POSITIVE_INFINITY)))
                .orElse(Range.EVERYTHING);
    }
}
