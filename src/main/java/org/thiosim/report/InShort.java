package org.thiosim.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.thiosim.chart.PhaseWords;
import org.thiosim.chart.TellingPhase;
import org.thiosim.chart.Typeset;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** The run in a few sentences, made from its numbers: for each arm what changed most against the first, and by how much. */
final class InShort {
    private static final int OBSERVABLES = 5;
    private static final double CHANGED = 1.15;
    private static final double BEYOND_PERCENT = 2;
    private static final double GONE = 1e-3;
    static final String PERCENT = "%";

    private InShort() {}

    /** A sentence's parts: who, what happened to each of its observables, and why. */
    record Finding(String arm, String lead, List<String> changes, List<String> why) {}

    static List<Finding> of(List<KeyNumbers> numbers, SimulationResult result, RunRecord run) {
        if (result.scenario().comparesModels()) {
            return new ModelsInShort(numbers, result, run).findings();
        }
        List<Finding> findings = new ArrayList<>();
        List<String> arms = run.armNames();
        if (arms.size() == 1) {
            findings.add(new Finding(arms.get(0), "ends with", single(numbers), List.of()));
        }
        List<KeyNumbers> first = numbers.stream().limit(OBSERVABLES).toList();
        TimeWindow when = TellingPhase.of(run);
        int phase = run.phases().indexOf(when);
        Branches branches = new Branches(run, when);
        for (int arm = 1; arm < arms.size(); arm++) {
            List<String> changes = changes(numbers, arm, phase);
            String lead = "against " + arms.get(0) + " at the end of " + PhaseWords.span(when) + ", on "
                    + PhaseWords.takes(run, arms.get(arm), when);
            String alike = alike(first, arm, phase);
            if (!alike.isEmpty()) {
                changes.add("changed by less than 15 %: " + alike);
            }
            findings.add(new Finding(
                    arms.get(arm),
                    lead,
                    changes,
                    EnzymeFlows.of(result, run, when).why(arm, branches)));
        }
        return findings;
    }

    /** The changes of all observables, neutropenia first; those beyond the first few by name alone. */
    private static List<String> changes(List<KeyNumbers> numbers, int arm, int phase) {
        List<String> told = new ArrayList<>();
        List<String> named = new ArrayList<>();
        List<KeyNumbers> graveFirst = numbers.stream()
                .sorted(Comparator.comparing(n -> !isNeutropenic(n, arm, phase)))
                .toList();
        for (KeyNumbers observable : graveFirst) {
            List<String> changes = changes(observable, arm, phase);
            if (told.size() < OBSERVABLES) {
                told.addAll(changes);
            } else if (!changes.isEmpty()) {
                named.add(observable.shown().id());
            }
        }
        if (!named.isEmpty()) {
            told.add("also changed: " + String.join(", ", named));
        }
        return told;
    }

    private static boolean isNeutropenic(KeyNumbers numbers, int arm, int phase) {
        return numbers.rows().get(arm).values().get(phase).stream()
                .anyMatch(v -> Neutropenia.grade(numbers.shown().id(), numbers.unit(), v)
                        .isPresent());
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
                            + n.judged(OptionalDouble.of(v)).map(j -> ", " + j).orElse("")
                            + before(n, last)));
        }
        return values;
    }

    /** The value of the phase before with its own judgement, in brackets; empty in the first phase. */
    private static String before(KeyNumbers numbers, int phase) {
        OptionalDouble value = phase == 0
                ? OptionalDouble.empty()
                : numbers.rows().get(0).values().get(phase - 1);
        return value.isEmpty()
                ? ""
                : " (" + numbers.times().get(phase - 1) + ": " + numbers.text(value.getAsDouble())
                        + numbers.judged(value).map(j -> ", " + j).orElse("") + ")";
    }

    /** What happened to an observable, and to its highest or lowest value where these tell more. */
    static List<String> changes(KeyNumbers numbers, int arm, int phase) {
        KeyNumbers.Row own = numbers.rows().get(arm);
        KeyNumbers.Row first = numbers.against(arm);
        List<String> changes = new ArrayList<>();
        OptionalDouble fold = numbers.fold(arm, phase);
        OptionalDouble value = own.values().get(phase);
        if (isNotable(fold)) {
            changes.add(sentence(
                            numbers,
                            "",
                            fold.orElse(1),
                            value.orElse(0),
                            first.values().get(phase).orElse(0))
                    + numbers.judged(value).map(j -> ", " + j).orElse(""));
        }
        if (numbers.isNew(arm, phase)) {
            changes.add(numbers.shown().id() + " "
                    + Typeset.amount(numbers.text(value.orElse(0)), numbers.unit()) + " instead of next to none"
                    + numbers.judged(value).map(j -> ", " + j).orElse(""));
            return changes;
        }
        double known = fold.orElse(1);
        if (known < GONE) {
            return changes;
        }
        OptionalDouble high = numbers.highestFold(arm, phase);
        if (numbers.isHighestTelling(phase) && high.isPresent() && isFurther(high.getAsDouble(), known)) {
            OptionalDouble peak = own.highest().get(phase);
            changes.add(sentence(
                            numbers,
                            "highest ",
                            high.getAsDouble(),
                            peak.orElse(0),
                            first.highest().get(phase).orElse(0))
                    + numbers.judged(peak).map(j -> ", " + j).orElse(""));
        }
        OptionalDouble low = numbers.lowestFold(arm, phase);
        if (numbers.isLowestTelling(phase) && low.isPresent() && isFurther(low.getAsDouble(), known)) {
            OptionalDouble nadir = own.lowest().get(phase);
            changes.add(sentence(
                            numbers,
                            "lowest ",
                            low.getAsDouble(),
                            nadir.orElse(0),
                            first.lowest().get(phase).orElse(0))
                    + numbers.judged(nadir).map(j -> ", " + j).orElse(""));
        }
        return changes;
    }

    private static boolean isNotable(OptionalDouble fold) {
        return fold.isPresent() && (fold.getAsDouble() >= CHANGED || fold.getAsDouble() <= 1 / CHANGED);
    }

    /** Whether an extreme changed in the same sense and clearly more than the value that stands for the phase. */
    private static boolean isFurther(double extreme, double value) {
        return extreme > 1 ? extreme > CHANGED * Math.max(value, 1) : extreme < Math.min(value, 1) / CHANGED;
    }

    private static String sentence(KeyNumbers numbers, String which, double fold, double own, double first) {
        String change = numbers.unit().equals(PERCENT) ? inPoints(own - first) : inWords(fold);
        return which + numbers.shown().id() + " " + change + ": " + Typeset.amount(numbers.text(own), numbers.unit())
                + " instead of " + numbers.text(first);
    }

    /** The observables that stay as they are: often the message. */
    private static String alike(List<KeyNumbers> numbers, int arm, int phase) {
        return numbers.stream()
                .filter(n ->
                        n.fold(arm, phase).isPresent() && changes(n, arm, phase).isEmpty())
                .map(n -> {
                    double percent = 100 * (n.fold(arm, phase).orElse(1) - 1);
                    String sign = percent < 0 ? "−" : "+";
                    return n.shown().id() + " "
                            + (Math.abs(percent) < 0.5 ? "±0 %" : sign + Numbers.format(Math.abs(percent), 2) + " %")
                            + beside(n, arm, phase);
                })
                .collect(Collectors.joining(", "));
    }

    /** In brackets a lowest value that is a neutropenia, else a value beyond its window or limit; empty where neither is. */
    private static String beside(KeyNumbers numbers, int arm, int phase) {
        OptionalDouble low = numbers.lowestShown(arm, phase);
        Optional<String> grade = low.isEmpty()
                ? Optional.empty()
                : Neutropenia.grade(numbers.shown().id(), numbers.unit(), low.getAsDouble());
        if (grade.isPresent()) {
            return " (lowest " + numbers.text(low.getAsDouble()) + ", " + grade.get() + ")";
        }
        OptionalDouble value = numbers.rows().get(arm).values().get(phase);
        return numbers.judged(value)
                .filter(j -> !j.equals(KeyNumbers.IN_THE_WINDOW))
                .map(j -> " (" + numbers.text(value.orElse(0)) + ", " + j + ")")
                .orElse("");
    }

    static String amount(double value, String unit) {
        return Typeset.amount(Numbers.format(value, 3), unit);
    }

    private static String inPoints(double points) {
        return (points > 0 ? "up" : "down") + " by " + Numbers.format(Math.abs(points), 2) + " percentage points";
    }

    private static String inWords(double fold) {
        if (fold < GONE) {
            return "all but gone";
        }
        if (fold >= BEYOND_PERCENT) {
            return "up " + Numbers.format(fold, 2) + "-fold";
        }
        return fold > 1
                ? "up by " + Numbers.format(100 * (fold - 1), 2) + " %"
                : "down by " + Numbers.format(100 * (1 - fold), fold < 0.05 ? 3 : 2) + " %";
    }

    /** Notices with the arms that they concern, the most urgent first, and of these those of few arms. */
    static Map<String, List<String>> notices(RunRecord run) {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        run.arms()
                .forEach(a -> a.notices()
                        .forEach(n ->
                                arms.computeIfAbsent(n, k -> new ArrayList<>()).add(a.arm())));
        Set<String> captions = run.captions();
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        arms.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, List<String>> e) -> RunRecord.urgency(e.getKey(), captions))
                        .thenComparingInt(e -> e.getValue().size()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}
