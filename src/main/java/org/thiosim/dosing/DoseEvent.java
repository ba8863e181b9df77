package org.thiosim.dosing;

import java.util.Optional;

/**
 * One dose taken.
 *
 * @param time in h on the scenario's clock
 * @param mass in kg
 */
public record DoseEvent(double time, String drug, String route, Optional<String> form, double mass) {}
