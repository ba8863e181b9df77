package org.thiosim.model;

import java.util.OptionalDouble;
import org.thiosim.units.Quantity;

/**
 * A typical value with its source and, where it varies between patients, the standard deviation of its logarithm.
 *
 * @param sdLog standard deviation of ln(individual / typical)
 * @param variability the variability as the source prints it, for example {@code sd-log 0.5}; may be empty
 */
public record Parameter(String id, Quantity typical, OptionalDouble sdLog, String variability, Provenance provenance) {}
