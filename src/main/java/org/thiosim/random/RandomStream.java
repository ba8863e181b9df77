package org.thiosim.random;

/**
 * Random numbers that depend on the seed, the patient and the purpose alone, so that they are the same whatever else is
 * drawn, in whatever order.
 *
 * @param seed the run's seed
 * @param patient the patient's index
 * @param purpose what the numbers are for; equal purposes give equal numbers
 */
public record RandomStream(long seed, long patient, String purpose) {
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;
    private static final double UNIT = 0x1.0p-53;

    /** A number strictly between 0 and 1, uniformly distributed; index 0, 1, … within the stream. */
    public double uniform(int index) {
        int[] key = {(int) seed, (int) (seed >>> 32)};
        int[] counter = {index, hash(purpose), (int) patient, (int) (patient >>> 32)};
        int[] words = Philox.block(key, counter);
        long bits = (words[0] & 0xFFFFFFFFL) << 21 | (words[1] & 0xFFFFFFFFL) >>> 11;
        return Math.min(bits * UNIT + 0.5 * UNIT, 1 - UNIT);
    }

    /** A standard normal number. */
    public double normal(int index) {
        return NormalQuantile.of(uniform(index));
    }

    private static int hash(String text) {
        int hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
