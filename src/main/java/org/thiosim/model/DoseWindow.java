package org.thiosim.model;

import org.thiosim.units.Quantity;

/**
 * A symbol that is raised for a time after each dose of a drug.
 *
 * @param id the symbol, usable in effects
 * @param drug the drug whose doses open it; empty for the rate of an infusion, which each dose raises by its own
 * @param lasts how long one dose keeps it raised
 * @param amount whether a dose adds its mass; else it adds 1
 * @param provenance how its length is known
 */
public record DoseWindow(String id, String drug, Quantity lasts, boolean amount, Provenance provenance) {}
