package org.thiosim.cohort;

import java.util.stream.IntStream;

/**
 * The part of a cohort's blocks that one machine computes: each {@code of}-th, beginning with the {@code part}-th.
 *
 * @param part from 1 to {@code of}
 */
public record Share(int part, int of) {
    /** Everything. */
    public static final Share WHOLE = new Share(1, 1);

    public Share {
        if (of < 1 || part < 1 || part > of) {
            throw new IllegalArgumentException(
                    "a shard is written i/n with i from 1 to n, for example 2/4, found " + part + "/" + of);
        }
    }

    /** Reads {@code i/n}. */
    public static Share parse(String text) {
        try {
            String[] parts = text.split("/", -1);
            if (parts.length == 2) {
                return new Share(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a shard is written i/n with i from 1 to n, for example 2/4, found '" + text + "'", e);
        }
        throw new IllegalArgumentException(
                "a shard is written i/n with i from 1 to n, for example 2/4, found '" + text + "'");
    }

    public boolean isWhole() {
        return of == 1;
    }

    /** The blocks of this part. */
    public IntStream blocks(Cohort cohort) {
        return IntStream.range(0, cohort.blocks()).filter(b -> b % of == part - 1);
    }

    @Override
    public String toString() {
        return part + "/" + of;
    }
}
