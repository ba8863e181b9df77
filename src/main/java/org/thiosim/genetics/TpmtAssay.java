package org.thiosim.genetics;

/**
 * A laboratory's measure of TPMT activity in red blood cells.
 *
 * @param id such as {@code sheffield}
 * @param normal activity of people with two normal-function alleles, in {@code unit}
 */
public record TpmtAssay(String id, String title, double normal, String unit, String source) {
    public TpmtAssay {
        if (!(normal > 0 && Double.isFinite(normal))) {
            throw new IllegalArgumentException(
                    "the normal activity of assay " + id + " must be above 0, not " + normal);
        }
    }

    /** A result of this assay. */
    public AssayActivity measured(double value) {
        return new AssayActivity(value, this);
    }
}
