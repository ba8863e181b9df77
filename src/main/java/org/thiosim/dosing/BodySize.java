package org.thiosim.dosing;

import java.util.OptionalDouble;

/**
 * What doses are scaled by.
 *
 * @param weight body weight in kg
 * @param bsa body surface area in m², where it is known
 */
public record BodySize(double weight, OptionalDouble bsa) {
    public BodySize {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("a body weight is positive, found " + weight + " kg");
        }
    }
}
