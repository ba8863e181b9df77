package org.thiosim.dosing;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.thiosim.units.Numbers;

/**
 * When doses of one rule are taken; times in h on the scenario's clock.
 *
 * <p>A time is always computed from the start and a whole number of intervals, never by adding up, so that it does not
 * drift however long the course.
 */
public sealed interface DoseTimes permits DoseTimes.Repeated, DoseTimes.Cyclic, DoseTimes.Listed, Thinned {
    /** In h; how long something must hold to count as holding at a time. */
    double INSTANT = 1e-6;

    /** Dose times before the horizon, ascending. */
    List<Double> within(double horizon);

    /** First instant at which the rule holds. */
    double from();

    /** Instant from which the rule no longer holds; infinite where it is open. */
    double until();

    /** Length of what is repeated, in h; empty for single doses. */
    OptionalDouble cycle();

    /** Doses in 24 h on average as prescribed; 1 for single doses. */
    double perDay();

    /** Doses in 24 h at a time: the mean of what is repeated where it holds, or the single doses of the next 24 h. */
    default double perDay(double time) {
        if (cycle().isPresent()) {
            return holdsWithin(time, time + INSTANT) ? perDay() : 0;
        }
        return within(time + DAY).stream().filter(t -> t >= time).count();
    }

    /** Doses from a time to 24 h later; the mean of what repeats within 24 h. */
    default double withinDay(double time) {
        boolean mean = cycle().isPresent() && cycle().getAsDouble() <= DAY;
        return mean
                ? perDay(time)
                : within(time + DAY - INSTANT).stream()
                        .filter(t -> t >= time - INSTANT)
                        .count();
    }

    /** How often, in words, for example {@code daily}. */
    String words();

    /** A number of doses a day in words: {@code daily}, {@code twice a day}, {@code 3 times a day}. */
    static String timesADay(int doses) {
        return switch (doses) {
            case 1 -> "daily";
            case 2 -> "twice a day";
            default -> doses + " times a day";
        };
    }

    /** Instants at which the prescription changes; none for single doses. */
    default List<Double> borders() {
        return cycle().isPresent() ? List.of(from(), until()) : List.of();
    }

    /** Whether the rule holds somewhere between two neighbouring borders. */
    default boolean holdsWithin(double start, double end) {
        return from() < end && until() > start;
    }

    /** The same times for another patient: only what chance decides differs. */
    default DoseTimes of(long seed, long patient) {
        return this;
    }

    private static void requireOrder(double from, double until) {
        if (!(until > from)) {
            throw new IllegalArgumentException("'until' must be later than 'from'");
        }
    }

    /** Every {@code interval} h from {@code from} up to but not including {@code until}. */
    record Repeated(double interval, double from, double until) implements DoseTimes {
        private static final double SLACK = 1e-9;

        public Repeated {
            if (!(interval > 0)) {
                throw new IllegalArgumentException("the time between doses is positive, found " + interval + " h");
            }
            requireOrder(from, until);
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

        @Override
        public OptionalDouble cycle() {
            return OptionalDouble.of(interval);
        }

        @Override
        public double perDay() {
            return DAY / interval;
        }

        @Override
        public String words() {
            double perDay = perDay();
            if (perDay == 1) {
                return "daily";
            }
            if (perDay > 1 && perDay == Math.rint(perDay)) {
                return timesADay((int) perDay);
            }
            return interval == WEEK ? "once a week" : "every " + Numbers.format(interval / DAY, 4) + " d";
        }
    }

    /**
     * At fixed offsets of every period: certain hours of the day (period 24 h) or certain days of the week (period 168 h).
     * Periods are counted from 0, not from {@code from}.
     *
     * @param offsets in h from the start of a period, ascending, below the period
     * @param words how often, as users read it
     */
    record Cyclic(double period, List<Double> offsets, double from, double until, String words) implements DoseTimes {
        private static final double SLACK = 1e-9;

        public Cyclic {
            offsets = List.copyOf(new TreeSet<>(offsets));
            if (!(period > 0) || offsets.isEmpty()) {
                throw new IllegalArgumentException("a repeated pattern of doses needs a period and at least one time");
            }
            if (offsets.get(0) < 0 || offsets.get(offsets.size() - 1) >= period) {
                throw new IllegalArgumentException("the times of a pattern lie from 0 to below " + period + " h");
            }
            requireOrder(from, until);
        }

        @Override
        public List<Double> within(double horizon) {
            double end = Math.min(until, horizon) - SLACK;
            List<Double> times = new ArrayList<>();
            for (long k = (long) Math.floor(from / period); k * period < end; k++) {
                for (double offset : offsets) {
                    double time = k * period + offset;
                    if (time >= from - SLACK && time < end) {
                        times.add(time);
                    }
                }
            }
            return times;
        }

        @Override
        public OptionalDouble cycle() {
            return OptionalDouble.of(period);
        }

        @Override
        public double perDay() {
            return offsets.size() * 24 / period;
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

        @Override
        public OptionalDouble cycle() {
            return OptionalDouble.empty();
        }

        @Override
        public double perDay() {
            return 1;
        }

        @Override
        public String words() {
            return times.size() == 1 ? "once" : times.size() + " single doses";
        }
    }
}
