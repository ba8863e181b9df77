package org.thiosim.dosing;

import org.thiosim.random.RandomStream;
import org.thiosim.units.Numbers;

/**
 * Doses each of which is taken with a probability. Whether one is taken depends on the seed, the drug and the minute of the
 * dose alone: arms that prescribe a drug at the same times miss the same doses.
 *
 * @param probability from 0 to 1
 */
public record Adherence(DoseTimes times, double probability, RandomStream stream) implements Thinned {
    private static final double MINUTES = 60;

    public Adherence {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("adherence lies between 0 and 100 %, found " + 100 * probability + " %");
        }
    }

    /** The random numbers that decide over the doses of a drug. */
    public static RandomStream stream(long seed, long patient, String drug) {
        return new RandomStream(seed, patient, "adherence:" + drug);
    }

    @Override
    public DoseTimes of(long seed, long patient) {
        return new Adherence(times.of(seed, patient), probability, new RandomStream(seed, patient, stream.purpose()));
    }

    @Override
    public DoseTimes around(DoseTimes other) {
        return new Adherence(other, probability, stream);
    }

    @Override
    public boolean isTaken(double time) {
        return stream.uniform((int) Math.round(time * MINUTES)) < probability;
    }

    @Override
    public String words() {
        return times.words() + ", " + Numbers.format(100 * probability, 4) + " % taken";
    }
}
