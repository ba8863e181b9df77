package org.thiosim.cohort;

import java.util.OptionalDouble;

/**
 * A body.
 *
 * @param age in years
 * @param height in m
 * @param weight in kg
 * @param bsa body surface in m²
 * @param fatFreeMass in kg, where a formula holds for the age
 */
public record Physique(Sex sex, double age, double height, double weight, double bsa, OptionalDouble fatFreeMass) {}
