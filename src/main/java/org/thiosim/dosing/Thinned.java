package org.thiosim.dosing;

import java.util.List;
import java.util.OptionalDouble;

/** Times of which some doses are not taken; whatever else is asked of them is answered as prescribed. */
sealed interface Thinned extends DoseTimes permits Interrupted, MissedDoses, Adherence {

    /** The times as prescribed. */
    DoseTimes times();

    /** Whether a dose that is due at a time in h is taken. */
    boolean isTaken(double time);

    /** Other times of which the same doses are not taken. */
    DoseTimes around(DoseTimes other);

    @Override
    default List<Double> within(double horizon) {
        return times().within(horizon).stream().filter(this::isTaken).toList();
    }

    @Override
    default DoseTimes of(long seed, long patient) {
        return around(times().of(seed, patient));
    }

    @Override
    default double from() {
        return times().from();
    }

    @Override
    default double until() {
        return times().until();
    }

    @Override
    default OptionalDouble cycle() {
        return times().cycle();
    }

    @Override
    default double perDay() {
        return times().perDay();
    }

    @Override
    default double perDay(double time) {
        return times().perDay(time);
    }

    @Override
    default double withinDay(double time) {
        return times().withinDay(time);
    }

    @Override
    default String words() {
        return times().words();
    }

    @Override
    default List<Double> borders() {
        return times().borders();
    }

    @Override
    default boolean holdsWithin(double start, double end) {
        return times().holdsWithin(start, end);
    }
}
