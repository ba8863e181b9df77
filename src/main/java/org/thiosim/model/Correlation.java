package org.thiosim.model;

/** Correlation of the random effects of two parameters. */
public record Correlation(String first, String second, double r, Provenance provenance) {
    public Correlation {
        if (!(r > -1 && r < 1)) {
            throw new IllegalArgumentException("a correlation lies between -1 and 1, found " + r);
        }
    }
}
