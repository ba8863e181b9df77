package org.thiosim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.chart.Typeset;
import org.thiosim.simulation.RunRecord;
import org.thiosim.units.Numbers;

/** The run in a few sentences, made from its numbers: for each arm what changed most against the first, and by how much. */
final class InShort {
    private static final int OBSERVABLES = 5;
    private static final double CHANGED = 1.15;
    private static final double BEYOND_PERCENT = 2;

    private InShort() {}

    /** A sentence's parts: who, and what happened to each of its observables. */
    record Finding(String arm, String lead, List<String> changes) {}

    static List<Finding> of(List<KeyNumbers> numbers, RunRecord run) {
        List<Finding> findings = new ArrayList<>();
        List<String> arms = run.armNames();
        if (arms.size() == 1) {
            findings.add(new Finding(arms.get(0), "ends with", single(numbers)));
        }
        for (int arm = 1; arm < arms.size(); arm++) {
            List<String> changes = new ArrayList<>();
            for (KeyNumbers observable : numbers.stream().limit(OBSERVABLES).toList()) {
                change(observable, arm).ifPresent(changes::add);
            }
            findings.add(new Finding(
                    arms.get(arm),
                    changes.isEmpty() ? "shows no change of note against " + arms.get(0) : "against " + arms.get(0),
                    changes));
        }
        return findings;
    }

    private static List<String> single(List<KeyNumbers> numbers) {
        List<String> values = new ArrayList<>();
        for (KeyNumbers n : numbers.stream().limit(OBSERVABLES).toList()) {
            int last = n.times().size() - 1;
            n.rows()
                    .get(0)
                    .values()
                    .get(last)
                    .ifPresent(v -> values.add(n.shown().id() + " " + amount(v, n.unit())
                            + n.judged(OptionalDouble.of(v)).map(j -> ", " + j).orElse("")));
        }
        return values;
    }

    /** The largest change of one observable in one arm over all phases. */
    private static Optional<String> change(KeyNumbers numbers, int arm) {
        int best = -1;
        double size = StrictMath.log(CHANGED);
        for (int t = 0; t < numbers.times().size(); t++) {
            OptionalDouble fold = numbers.fold(arm, t);
            if (fold.isPresent() && Math.abs(StrictMath.log(fold.getAsDouble())) > size) {
                size = Math.abs(StrictMath.log(fold.getAsDouble()));
                best = t;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        OptionalDouble value = numbers.rows().get(arm).values().get(best);
        OptionalDouble first = numbers.rows().get(0).values().get(best);
        return Optional.of(numbers.shown().id() + " "
                + inWords(numbers.fold(arm, best).orElse(1)) + ": "
                + amount(value.orElse(0), numbers.unit()) + " instead of "
                + Numbers.format(first.orElse(0), 3) + " (" + numbers.times().get(best) + ")"
                + numbers.judged(value).map(j -> ", " + j).orElse(""));
    }

    private static String amount(double value, String unit) {
        return Numbers.format(value, 3) + (unit.equals("1") ? "" : " " + Typeset.of(unit));
    }

    private static String inWords(double fold) {
        if (fold >= BEYOND_PERCENT) {
            return "up " + Numbers.format(fold, 2) + "-fold";
        }
        return fold > 1
                ? "up by " + Numbers.format(100 * (fold - 1), 2) + " %"
                : "down by " + Numbers.format(100 * (1 - fold), fold < 0.01 ? 4 : 2) + " %";
    }

    /** Notices with the arms that they concern, those of single arms first. */
    static Map<String, List<String>> notices(RunRecord run) {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        run.arms()
                .forEach(a -> a.notices()
                        .forEach(n ->
                                arms.computeIfAbsent(n, k -> new ArrayList<>()).add(a.arm())));
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        arms.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        e -> (isStern(e.getKey()) ? 0 : 1000) + e.getValue().size()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    static boolean isStern(String notice) {
        return notice.startsWith("Contraindicated");
    }
}
