package org.thiosim.dosing;

import java.util.List;

/**
 * Doses of which some were forgotten.
 *
 * @param missed times of the forgotten doses, in h
 */
public record MissedDoses(DoseTimes times, List<Double> missed) implements Thinned {
    private static final double SLACK = 1e-6;

    public MissedDoses {
        missed = missed.stream().sorted().toList();
    }

    @Override
    public DoseTimes around(DoseTimes other) {
        return new MissedDoses(other, missed);
    }

    @Override
    public boolean isTaken(double time) {
        return missed.stream().noneMatch(m -> Math.abs(m - time) < SLACK);
    }

    @Override
    public String words() {
        return times.words() + ", " + missed.size() + " missed";
    }
}
