package org.thiosim.qualification;

import java.util.Locale;

/** The way an observable must go when something changes. */
public sealed interface Trend {
    /** The words of the report. */
    String words();

    boolean holds(double before, double after);

    /** Up by more than a factor. */
    record Up(double factor) implements Trend {
        @Override
        public String words() {
            return factor > 1.01 ? String.format(Locale.ROOT, "up more than %.0f-fold", factor) : "up";
        }

        @Override
        public boolean holds(double before, double after) {
            return after > factor * before;
        }
    }

    /** Down by more than a factor below one. */
    record Down(double factor) implements Trend {
        @Override
        public String words() {
            return "down";
        }

        @Override
        public boolean holds(double before, double after) {
            return after < factor * before;
        }
    }

    /** Unchanged within a relative tolerance. */
    record Unchanged(double tolerance) implements Trend {
        @Override
        public String words() {
            return String.format(Locale.ROOT, "unchanged within %.1f %%", 100 * tolerance);
        }

        @Override
        public boolean holds(double before, double after) {
            return Math.abs(after - before) <= tolerance * Math.abs(before);
        }
    }

    Trend UP = new Up(1.001);
    Trend DOWN = new Down(0.999);
}
