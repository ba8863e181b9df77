package org.thiosim.cohort;

/**
 * A patient who could not be solved on one arm.
 *
 * @param hour the time reached
 * @param reason what stood in the way and what to try
 */
public record Failure(String arm, long patient, double hour, String reason) {}
