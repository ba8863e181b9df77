package org.thiosim.dosing;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One dose taken.
 *
 * @param time in h on the scenario's clock
 * @param mass in kg
 * @param over how long an infusion runs, in h; empty for a dose given at once
 */
public record DoseEvent(
        double time, String drug, String route, Optional<String> form, double mass, OptionalDouble over) {}
