package org.thiosim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.chart.PhaseWords;
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
        List<KeyNumbers> first = numbers.stream().limit(OBSERVABLES).toList();
        for (int arm = 1; arm < arms.size(); arm++) {
            int phase = tellingPhase(first, arm, run.phases().size());
            List<String> changes = new ArrayList<>();
            for (KeyNumbers observable : first) {
                change(observable, arm, phase).ifPresent(changes::add);
            }
            String lead = changes.isEmpty()
                    ? "shows no change of note against " + arms.get(0)
                    : "against " + arms.get(0) + " at the end of "
                            + PhaseWords.span(run.phases().get(phase)) + ", on "
                            + PhaseWords.takes(run, arms.get(arm), run.phases().get(phase));
            EnzymeFlows.largestChanges(run, run.phases().get(phase), arm).ifPresent(changes::add);
            findings.add(new Finding(arms.get(arm), lead, changes));
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

    /** The phase at whose end the arm differs most from the first. */
    private static int tellingPhase(List<KeyNumbers> numbers, int arm, int phases) {
        int best = 0;
        double most = 0;
        for (int phase = 0; phase < phases; phase++) {
            double size = 0;
            for (KeyNumbers n : numbers) {
                OptionalDouble fold = n.fold(arm, phase);
                size += fold.isPresent() && fold.getAsDouble() > 0 ? Math.abs(StrictMath.log(fold.getAsDouble())) : 0;
            }
            if (size > most) {
                most = size;
                best = phase;
            }
        }
        return best;
    }

    private static Optional<String> change(KeyNumbers numbers, int arm, int phase) {
        OptionalDouble fold = numbers.fold(arm, phase);
        if (fold.isEmpty() || fold.getAsDouble() < CHANGED && fold.getAsDouble() > 1 / CHANGED) {
            return Optional.empty();
        }
        OptionalDouble value = numbers.rows().get(arm).values().get(phase);
        OptionalDouble first = numbers.rows().get(0).values().get(phase);
        return Optional.of(numbers.shown().id() + " " + inWords(fold.getAsDouble()) + ": "
                + amount(value.orElse(0), numbers.unit()) + " instead of " + Numbers.format(first.orElse(0), 3)
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
        return RunRecord.isContraindication(notice);
    }
}
