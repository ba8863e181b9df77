package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.thiosim.simulation.TimeCourse;

/** Panels for tests. */
final class Panels {
    static final double WEEK = 168;
    static final String UNIT = "pmol/8e8 RBC";

    private Panels() {}

    static TimeCourse curve(String arm, double until, int samples, DoubleUnaryOperator values) {
        double[] hours = new double[samples];
        double[] amounts = new double[samples];
        for (int i = 0; i < samples; i++) {
            hours[i] = until * i / (samples - 1);
            amounts[i] = values.applyAsDouble(hours[i]);
        }
        return new TimeCourse(arm, "6-TGN", UNIT, hours, amounts);
    }

    static TimeCourse rising(String arm, double steady) {
        return curve(arm, 24 * WEEK, 673, hour -> steady * (1 - StrictMath.exp(-hour / 300)));
    }

    static TimeCourse constant(String arm, double value) {
        return curve(arm, 24 * WEEK, 97, hour -> value);
    }

    static TimeCourse daily(String arm, double peak) {
        return curve(arm, 24 * WEEK, 4033, hour -> peak * StrictMath.exp(-(hour % 24) / 4));
    }

    static TimeCoursePanel of(TimeCourse... curves) {
        return new TimeCoursePanel("A title", "6-TGN", UNIT, List.of(curves), List.of(), List.of(), Optional.empty());
    }

    static TimeCoursePanel withRanges(TimeCoursePanel panel, ReferenceRange... ranges) {
        return new TimeCoursePanel(
                panel.title(),
                panel.observable(),
                panel.unit(),
                panel.curves(),
                List.of(ranges),
                panel.doses(),
                panel.notice());
    }

    static TimeCoursePanel withDoses(TimeCoursePanel panel, DoseSpan... doses) {
        return new TimeCoursePanel(
                panel.title(),
                panel.observable(),
                panel.unit(),
                panel.curves(),
                panel.ranges(),
                List.of(doses),
                panel.notice());
    }

    /** A panel of 1 to 8 arms with names, sizes, ranges and doses drawn by lot. */
    static TimeCoursePanel random(long seed) {
        Random lot = new Random(seed);
        int arms = 1 + lot.nextInt(TimeCoursePanel.MAXIMUM_ARMS);
        double until = List.of(24.0, 7 * 24.0, 8 * WEEK, 24 * WEEK, 104 * WEEK).get(lot.nextInt(5));
        List<TimeCourse> curves = new ArrayList<>();
        List<DoseSpan> doses = new ArrayList<>();
        for (int i = 0; i < arms; i++) {
            String arm = words(lot, 1 + lot.nextInt(6)) + "-" + i;
            double size = StrictMath.exp(12 * lot.nextDouble() - 4);
            double rate = lot.nextDouble() * 20 / until;
            curves.add(curve(arm, until, 200, hour -> size * (1 - StrictMath.exp(-rate * hour))));
            for (int drug = lot.nextInt(3); drug > 0; drug--) {
                String name = words(lot, 1 + lot.nextInt(2));
                for (int span = lot.nextInt(6); span >= 0; span--) {
                    double from = until * span / 6;
                    double end = from + until / 6 * lot.nextDouble();
                    doses.add(0, new DoseSpan(arm, name, from, end, words(lot, 1 + lot.nextInt(4))));
                }
            }
        }
        doses.sort((a, b) -> Double.compare(a.fromHour(), b.fromHour()));
        List<ReferenceRange> ranges = new ArrayList<>();
        for (int i = lot.nextInt(4); i > 0; i--) {
            double low = StrictMath.exp(12 * lot.nextDouble() - 4);
            String label = words(lot, 2 + lot.nextInt(12));
            ranges.add(
                    lot.nextBoolean()
                            ? ReferenceRange.window(low, low * (1.1 + lot.nextDouble()), label)
                            : ReferenceRange.upperLimit(low, label));
        }
        Optional<String> notice = lot.nextBoolean() ? Optional.of(words(lot, 1 + lot.nextInt(60))) : Optional.empty();
        return new TimeCoursePanel(words(lot, 1 + lot.nextInt(30)), "6-TGN", UNIT, curves, ranges, doses, notice);
    }

    private static String words(Random lot, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : lot.nextBoolean() ? " " : "-");
            for (int letters = 1 + lot.nextInt(12); letters > 0; letters--) {
                words.append((char) ('a' + lot.nextInt(26)));
            }
        }
        return words.toString();
    }
}
