package org.thiosim.chart;

import java.util.OptionalDouble;

/**
 * A published value over time.
 *
 * @param arm whose curve it belongs to
 * @param low lower end of its spread
 * @param high upper end of its spread
 * @param derived whether it is a published ratio times the reference arm's curve, drawn hollow
 */
public record MeasuredSample(
        String arm, double hour, double value, OptionalDouble low, OptionalDouble high, boolean derived) {}
