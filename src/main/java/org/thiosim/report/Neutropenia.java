package org.thiosim.report;

import java.util.Optional;

/**
 * The grade of a neutropenia by its count: 2 below 1.5, 3 below 1.0, 4 below 0.5, each in 10⁹/L; within 5 % above the
 * next grade it is named too.
 *
 * <p>Common Terminology Criteria for Adverse Events 5.0, National Cancer Institute 2017, "neutrophil count decreased".
 */
final class Neutropenia {
    private static final String OBSERVABLE = "neutrophils";
    private static final String UNIT = "1e9/L";
    private static final double BORDER = 0.95;

    private Neutropenia() {}

    /** The grade of a count in words; empty for other observables and for counts of 1.5 or more. */
    static Optional<String> grade(String observable, String unit, double value) {
        if (!observable.equals(OBSERVABLE) || !unit.equals(UNIT) || !(value < 1.5)) {
            return Optional.empty();
        }
        int grade = grade(value);
        String border = grade(BORDER * value) > grade ? ", on the border of " + (grade + 1) : "";
        return Optional.of("neutropenia of grade " + grade + border + " (CTCAE)");
    }

    private static int grade(double count) {
        return count < 0.5 ? 4 : count < 1 ? 3 : 2;
    }
}
