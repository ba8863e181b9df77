package org.thiosim.dosing;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Doses of which some were forgotten.
 *
 * @param missed times of the forgotten doses, in h
 */
public record MissedDoses(DoseTimes times, List<Double> missed) implements DoseTimes {
    private static final double SLACK = 1e-6;

    public MissedDoses {
        missed = missed.stream().sorted().toList();
    }

    @Override
    public List<Double> within(double horizon) {
        return times.within(horizon).stream()
                .filter(t -> missed.stream().noneMatch(m -> Math.abs(m - t) < SLACK))
                .toList();
    }

    @Override
    public double from() {
        return times.from();
    }

    @Override
    public double until() {
        return times.until();
    }

    @Override
    public OptionalDouble cycle() {
        return times.cycle();
    }

    @Override
    public double perDay() {
        return times.perDay();
    }

    @Override
    public String words() {
        return times.words() + ", " + missed.size() + " missed";
    }

    @Override
    public List<Double> borders() {
        return times.borders();
    }

    @Override
    public boolean holdsWithin(double start, double end) {
        return times.holdsWithin(start, end);
    }
}
