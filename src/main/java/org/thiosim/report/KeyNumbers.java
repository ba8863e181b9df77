package org.thiosim.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.units.Numbers;

/**
 * The numbers that sum a run up: each observable at the end of each phase, and of an observable that swings within a day
 * its average over the last dosing interval. Where the highest or lowest values of a phase tell the arms apart, they are
 * kept beside.
 *
 * @param shown the observable
 * @param what what the numbers are, for example {@code average of the last dosing interval}
 * @param unit unit of the numbers
 * @param times the phases' ends, in words
 * @param rows one for each arm, in the order of the arms
 */
public record KeyNumbers(RunRecord.Shown shown, String what, String unit, List<String> times, List<Row> rows) {
    static final String IN_THE_WINDOW = "in the window";
    private static final double WORTH_COMPARING = 0.01;
    private static final double DUST = 1e-4;
    static final double TOLD_APART = 1.15;
    private static final double LOW = 0.05;
    private static final double EDGE = 0.05;
    private static final double WORTH_JUDGING = 0.05;
    private static final double FAR_BELOW = 0.1;
    private static final int DIGITS = 3;

    /**
     * One arm's numbers, one for each phase.
     *
     * @param against the row that this one is compared with; its own where there is nothing to compare
     * @param highest the highest value anywhere in the phase; empty where that is what the phase before left
     * @param lowest the lowest value anywhere in the phase; empty where that is what the phase before left
     */
    public record Row(
            String arm,
            int against,
            List<OptionalDouble> values,
            List<OptionalDouble> highest,
            List<OptionalDouble> lowest) {
        public Row {
            values = List.copyOf(values);
            highest = List.copyOf(highest);
            lowest = List.copyOf(lowest);
        }
    }

    public KeyNumbers {
        times = List.copyOf(times);
        rows = List.copyOf(rows);
    }

    /** The numbers of each observable that has some, in the order asked for. */
    public static List<KeyNumbers> of(SimulationResult result, RunRecord run) {
        return new RunNumbers(result, run).all();
    }

    /** The row that a row is compared with. */
    Row against(int row) {
        return rows.get(rows.get(row).against);
    }

    /** The value relative to that of the row compared with at the same time; empty where there is nothing to compare. */
    OptionalDouble fold(int row, int time) {
        return fold(rows.get(row).values.get(time), against(row).values.get(time), row);
    }

    /** The highest value of a phase relative to that of the row compared with. */
    OptionalDouble highestFold(int row, int time) {
        return fold(rows.get(row).highest.get(time), against(row).highest.get(time), row);
    }

    /** The lowest value of a phase relative to that of the row compared with. */
    OptionalDouble lowestFold(int row, int time) {
        return fold(rows.get(row).lowest.get(time), against(row).lowest.get(time), row);
    }

    private OptionalDouble fold(OptionalDouble own, OptionalDouble first, int row) {
        boolean comparable = row != rows.get(row).against
                && first.isPresent()
                && own.isPresent()
                && first.getAsDouble() > WORTH_COMPARING * largest();
        return comparable ? OptionalDouble.of(own.getAsDouble() / first.getAsDouble()) : OptionalDouble.empty();
    }

    /** Whether there is a value where the row compared with has next to none. */
    boolean isNew(int row, int time) {
        double own = rows.get(row).values.get(time).orElse(0);
        double first = against(row).values.get(time).orElse(Double.NaN);
        return first <= WORTH_COMPARING * largest() && own > WORTH_COMPARING * largest();
    }

    private double largest() {
        return rows.stream()
                .flatMap(r -> r.values.stream())
                .flatMapToDouble(OptionalDouble::stream)
                .max()
                .orElse(0);
    }

    /** A number as the report writes it; one that is nothing beside the others is about 0. */
    public String text(double value) {
        return value != 0 && Math.abs(value) < DUST * largest() ? "about 0" : Numbers.format(value, DIGITS);
    }

    /** The highest value of a phase where it tells the arms apart and is well above the value that stands for it. */
    OptionalDouble highestShown(int row, int time) {
        double value = rows.get(row).values.get(time).orElse(Double.NaN);
        OptionalDouble high = rows.get(row).highest.get(time);
        boolean shows = isHighestTelling(time) && high.isPresent() && high.getAsDouble() > TOLD_APART * value;
        return shows ? high : OptionalDouble.empty();
    }

    /** The lowest value of a phase where it tells the arms apart and is well below the value that stands for it. */
    OptionalDouble lowestShown(int row, int time) {
        double value = rows.get(row).values.get(time).orElse(Double.NaN);
        OptionalDouble low = rows.get(row).lowest.get(time);
        boolean shows = isLowestTelling(time) && low.isPresent() && low.getAsDouble() * TOLD_APART < value;
        return shows ? low : OptionalDouble.empty();
    }

    /** Whether the arms' highest values of a phase differ though the values that stand for it may not. */
    boolean isHighestTelling(int time) {
        return isTelling(rows.stream().map(r -> r.highest.get(time)).toList());
    }

    /** Whether the arms' lowest values of a phase differ though the values that stand for it may not, or are a neutropenia. */
    boolean isLowestTelling(int time) {
        return isTelling(rows.stream().map(r -> r.lowest.get(time)).toList())
                || rows.stream()
                        .flatMapToDouble(r -> r.lowest.get(time).stream())
                        .anyMatch(v -> Neutropenia.grade(shown.id(), unit, v).isPresent());
    }

    /** Whether values lie so far below the observable's limit that none of them matters for it. */
    private boolean isFarBelowLimit(double largest) {
        return shown.reference().stream()
                .filter(r -> r.low().isEmpty())
                .flatMapToDouble(r -> r.high().stream())
                .anyMatch(limit -> largest < FAR_BELOW * limit);
    }

    private boolean isTelling(List<OptionalDouble> extremes) {
        DoubleSummaryStatistics all =
                extremes.stream().flatMapToDouble(OptionalDouble::stream).summaryStatistics();
        return all.getCount() > 1
                && !isFarBelowLimit(all.getMax())
                && all.getMin() > LOW * largest()
                && all.getMax() > TOLD_APART * all.getMin();
    }

    /** Where the value lies to its window or limit, or the grade of a neutropenia. */
    Optional<String> judged(OptionalDouble value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double own = value.getAsDouble();
        return Neutropenia.grade(shown.id(), unit, own)
                .or(() -> shown.reference().flatMap(r -> isWindow(r) ? window(own, r) : limit(own, r)));
    }

    private static boolean isWindow(RunRecord.Reference reference) {
        return reference.low().isPresent() && reference.high().isPresent();
    }

    /** Whether a value lies beyond a limit. */
    private static Optional<String> limit(double value, RunRecord.Reference limit) {
        if (limit.high().isPresent()) {
            return value > limit.high().getAsDouble() ? Optional.of("above the limit") : Optional.empty();
        }
        return value < limit.low().orElse(0) ? Optional.of("below the limit") : Optional.empty();
    }

    /** Where a level lies to a window; next to nothing has no place there. */
    private Optional<String> window(double value, RunRecord.Reference window) {
        double low = window.low().orElseThrow();
        double high = window.high().orElseThrow();
        if (value < WORTH_JUDGING * low) {
            return Optional.empty();
        }
        if (isNear(value, low)) {
            return Optional.of(value < low ? "just below the window" : "at the lower edge of the window");
        }
        if (isNear(value, high)) {
            return Optional.of(value > high ? "just above the window" : "at the upper edge of the window");
        }
        return Optional.of(value < low ? "below the window" : value > high ? "above the window" : IN_THE_WINDOW);
    }

    private static boolean isNear(double value, double end) {
        return Math.abs(value - end) <= EDGE * end;
    }
}
