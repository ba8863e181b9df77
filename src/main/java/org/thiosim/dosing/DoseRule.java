package org.thiosim.dosing;

import java.util.Optional;

/**
 * One line of a regimen.
 *
 * @param route for example oral
 * @param form the form that mg mean, for example monohydrate; the drug's own where absent
 */
public record DoseRule(String drug, String route, Optional<String> form, Dose dose, DoseTimes times) {}
