package org.thiosim.dosing;

import java.util.ArrayList;
import java.util.List;

/** When doses of one rule are taken; times in h on the scenario's clock. */
public sealed interface DoseTimes {

    /** Dose times before the horizon, ascending. */
    List<Double> within(double horizon);

    /** First instant at which the rule holds. */
    double from();

    /** Instant from which the rule no longer holds; infinite where it is open. */
    double until();

    /** Every {@code interval} h from {@code from} up to but not including {@code until}. */
    record Repeated(double interval, double from, double until) implements DoseTimes {
        private static final double SLACK = 1e-9;

        public Repeated {
            if (!(interval > 0)) {
                throw new IllegalArgumentException("the time between doses is positive, found " + interval + " h");
            }
            if (!(until > from)) {
                throw new IllegalArgumentException("'until' must be later than 'from'");
            }
        }

        @Override
        public List<Double> within(double horizon) {
            double end = Math.min(until, horizon) - SLACK;
            List<Double> times = new ArrayList<>();
            for (long k = 0; from + k * interval < end; k++) {
                times.add(from + k * interval);
            }
            return times;
        }
    }

    /** Single doses at given times. */
    record Listed(List<Double> times) implements DoseTimes {
        public Listed {
            times = times.stream().sorted().toList();
            if (times.isEmpty()) {
                throw new IllegalArgumentException("at least one dose time is needed");
            }
        }

        @Override
        public List<Double> within(double horizon) {
            return times.stream().filter(t -> t < horizon).toList();
        }

        @Override
        public double from() {
            return times.get(0);
        }

        @Override
        public double until() {
            return Math.nextUp(times.get(times.size() - 1));
        }
    }
}
