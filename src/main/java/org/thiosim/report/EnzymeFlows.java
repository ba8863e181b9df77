package org.thiosim.report;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Flow;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/**
 * What the enzymes carried on average over a phase, as an amount and as a part of the drug taken.
 *
 * @param taken µmol a day in each arm, of the drugs that the enzymes carry
 * @param perDay µmol a day in each arm, by enzyme tag; enzymes through which nothing flows are left out
 */
@SuppressWarnings("ArrayRecordComponent")
record EnzymeFlows(double[] taken, Map<String, double[]> perDay) {
    private static final double NEGLIGIBLE = 1e-9;
    private static final double WORTH_NAMING = 1e-5;
    private static final double NOTHING = 1e-4;
    private static final double ALL_BUT_STOPPED = 0.05;
    private static final double SAME_DOSE = 0.01;
    private static final double MOST = 4;
    private static final int NAMED = 3;
    private static final double CHANGED = 1.15;
    private static final double SIZE_WEIGHT = 0.2;

    static EnzymeFlows of(SimulationResult result, RunRecord run, TimeWindow phase) {
        List<String> arms = run.armNames();
        Map<String, double[]> flows = new LinkedHashMap<>();
        for (Flow flow : run.network().flows()) {
            if (flow.window().equals(phase) && !flow.enzyme().isEmpty()) {
                flows.computeIfAbsent(flow.enzyme(), k -> new double[arms.size()])[arms.indexOf(flow.arm())] +=
                        flow.micromoles() / phase.length() * DAY;
            }
        }
        flows.values().removeIf(perDay -> Arrays.stream(perDay).max().orElse(0) < NEGLIGIBLE);
        return new EnzymeFlows(new DrugTaken(result, run).perDay(phase), flows);
    }

    /** The part of the drug taken that an enzyme carried; empty where nothing was taken. */
    OptionalDouble part(String enzyme, int arm) {
        return taken[arm] > 0
                ? OptionalDouble.of(perDay.getOrDefault(enzyme, new double[taken.length])[arm] / taken[arm])
                : OptionalDouble.empty();
    }

    /** The part of the drug taken relative to the first arm's; empty where either is next to nothing. */
    OptionalDouble fold(String enzyme, int arm) {
        OptionalDouble first = part(enzyme, 0);
        OptionalDouble own = part(enzyme, arm);
        boolean comparable = arm > 0
                && first.isPresent()
                && own.isPresent()
                && first.getAsDouble() > NOTHING * own.getAsDouble()
                && first.getAsDouble() > NEGLIGIBLE;
        return comparable ? OptionalDouble.of(own.getAsDouble() / first.getAsDouble()) : OptionalDouble.empty();
    }

    /** Sum over arms and enzymes of how far the parts of the drug taken, and the amounts taken, lie from the first arm's. */
    double difference() {
        double sum = 0;
        for (int arm = 1; arm < taken.length; arm++) {
            int one = arm;
            sum += perDay.keySet().stream()
                    .mapToDouble(e -> Math.min(Math.abs(log(e, one)), MOST))
                    .sum();
            double least = NOTHING * (taken[arm] + taken[0]) + NEGLIGIBLE;
            sum += Math.min(Math.abs(StrictMath.log((taken[arm] + least) / (taken[0] + least))), MOST);
        }
        return sum;
    }

    /** Why an arm differs from the first, in sentences: by the amount taken, and by what enzymes did with each dose. */
    List<String> why(int arm) {
        List<String> why = new ArrayList<>();
        double ratio = taken[arm] / taken[0];
        if (taken[0] > 0) {
            String own = taken[arm] == 0 ? "none" : Numbers.format(taken[arm], 3) + " µmol a day";
            boolean same = Math.abs(ratio - 1) <= SAME_DOSE;
            why.add("drug taken: " + own + (same ? ", the same" : " instead of " + Numbers.format(taken[0], 3)));
        }
        if (taken[0] > 0 && taken[arm] > 0) {
            why.add(enzymes(arm));
        }
        return why;
    }

    private String enzymes(int arm) {
        double most =
                perDay.values().stream().flatMapToDouble(Arrays::stream).max().orElse(0);
        List<String> changed = perDay.keySet().stream()
                .filter(e -> largest(e, arm) > WORTH_NAMING * most && Math.abs(log(e, arm)) > StrictMath.log(CHANGED))
                .sorted(Comparator.comparingDouble(e -> -weight(e, arm)))
                .toList();
        Stream<String> falls = changed.stream().filter(e -> log(e, arm) < 0).limit(NAMED);
        Stream<String> rises = changed.stream().filter(e -> log(e, arm) > 0).limit(NAMED);
        String words = Stream.concat(falls, rises)
                .map(e -> EnzymeWords.of(e) + " " + inWords(fold(e, arm).orElse(1)))
                .collect(Collectors.joining("; "));
        return words.isEmpty()
                ? "of each µmol taken, no enzyme carried 15 % more or less on average over the phase"
                : "of each µmol taken, on average over the phase: " + words;
    }

    private static String inWords(double fold) {
        if (fold < ALL_BUT_STOPPED) {
            return "all but stopped";
        }
        if (fold >= 2) {
            return "rose " + Numbers.format(fold, 2) + "-fold";
        }
        return (fold < 1 ? "fell by " : "rose by ") + Numbers.format(100 * Math.abs(fold - 1), 2) + " %";
    }

    private double largest(String enzyme, int arm) {
        double[] flows = perDay.getOrDefault(enzyme, new double[taken.length]);
        return Math.max(flows[0], flows[arm]);
    }

    private double log(String enzyme, int arm) {
        return StrictMath.log(Math.max(fold(enzyme, arm).orElse(1), NEGLIGIBLE));
    }

    /** How much a change tells: its size, and a low power of the larger flow. */
    private double weight(String enzyme, int arm) {
        return Math.min(Math.abs(log(enzyme, arm)), MOST) * StrictMath.pow(largest(enzyme, arm), SIZE_WEIGHT);
    }
}
