package org.thiosim.dosing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Doses with breaks in which none is taken.
 *
 * @param breaks in order of time
 */
public record Interrupted(DoseTimes times, List<Break> breaks) implements Thinned {

    /** A stretch without doses, from {@code from} up to but not including {@code until}, in h. */
    public record Break(double from, double until) {
        public Break {
            if (!(until > from)) {
                throw new IllegalArgumentException("a break ends after it begins");
            }
        }

        boolean holds(double time) {
            return time >= from - 1e-9 && time < until - 1e-9;
        }
    }

    public Interrupted {
        breaks = breaks.stream().sorted(Comparator.comparingDouble(Break::from)).toList();
    }

    @Override
    public DoseTimes around(DoseTimes other) {
        return new Interrupted(other, breaks);
    }

    @Override
    public boolean isTaken(double time) {
        return breaks.stream().noneMatch(b -> b.holds(time));
    }

    @Override
    public List<Double> borders() {
        List<Double> borders = new ArrayList<>(times.borders());
        breaks.stream().filter(b -> times.holdsWithin(b.from, b.until)).forEach(b -> {
            borders.add(b.from);
            borders.add(b.until);
        });
        return borders;
    }

    @Override
    public boolean holdsWithin(double start, double end) {
        double middle = start + (end - start) / 2;
        return times.holdsWithin(start, end) && breaks.stream().noneMatch(b -> b.holds(middle));
    }
}
