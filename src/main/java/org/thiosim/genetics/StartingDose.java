package org.thiosim.genetics;

import java.util.List;
import java.util.Optional;
import org.thiosim.units.Quantity;
import org.thiosim.units.Range;

/** What a guideline says of the starting dose in one situation. */
public sealed interface StartingDose {

    /** The guideline's statement, without its name. */
    String text();

    /**
     * A share of the normal starting dose.
     *
     * @param share from above 0 to 1
     * @param chosen within {@code share}: the guideline's own choice, or else the middle
     * @param from the reduction is advised at and above any of these normal daily doses; empty for any dose
     */
    record Fraction(Range share, double chosen, DosingSchedule schedule, List<Quantity> from, String text)
            implements StartingDose {
        private static final double ROUNDING = 1e-9;

        public Fraction {
            if (!(share.low() > 0 && share.high() <= 1)) {
                throw new IllegalArgumentException("a share of the normal dose must lie above 0 and at most at 100 %");
            }
            if (!share.contains(chosen)) {
                throw new IllegalArgumentException("the chosen share " + chosen + " lies outside the advised "
                        + share.low() + " to " + share.high());
            }
            from = List.copyOf(from);
        }

        /** The middle of the advised share, computed without rounding noise. */
        public static double middle(Range share) {
            return Math.round((share.low() + share.high()) / 2 * 1e9) / 1e9;
        }

        /**
         * Whether the reduction is advised for a normal daily dose, the mass of 24 h; a dose in a unit that the guideline does not use, and
         * every dose where it names none, counts as advised.
         */
        public boolean appliesTo(Quantity normalDose) {
            List<Quantity> comparable = from.stream()
                    .filter(f -> f.dimension().equals(normalDose.dimension()))
                    .toList();
            return comparable.isEmpty()
                    || comparable.stream().anyMatch(f -> normalDose.canonical() >= f.canonical() * (1 - ROUNDING));
        }
    }

    /**
     * Another drug.
     *
     * @param otherwise the share of the normal dose if there is no other drug, where the guideline gives one
     */
    record Alternative(Optional<Fraction> otherwise, String text) implements StartingDose {}

    /** No dose: the guideline does not cover the situation, and none is guessed. */
    record NoAdvice(String text) implements StartingDose {}
}
