package org.thiosim.chart;

import java.util.OptionalDouble;

/**
 * A published value beside its prediction.
 *
 * @param series what shares a colour, for example the observable
 * @param ratio whether it is a ratio, drawn round
 */
public record MeasuredPoint(
        String series, double observed, OptionalDouble low, OptionalDouble high, double predicted, boolean ratio) {
    public MeasuredPoint {
        if (!(observed > 0) || !(predicted > 0)) {
            throw new IllegalArgumentException(
                    "logarithmic axes show positive values, found " + observed + " and " + predicted);
        }
    }
}
