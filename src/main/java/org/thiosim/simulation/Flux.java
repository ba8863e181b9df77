package org.thiosim.simulation;

import org.thiosim.model.Reaction;

/**
 * How much passed through a reaction in a window of time.
 *
 * @param micromoles amount in µmol
 */
public record Flux(String arm, Reaction reaction, TimeWindow window, double micromoles) {}
