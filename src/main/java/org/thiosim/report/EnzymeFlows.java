package org.thiosim.report;

import static org.thiosim.units.Clock.DAY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final double WORTH_NAMING = 5e-3;
    private static final double NOTHING = 1e-4;
    private static final double SAME_DOSE = 0.01;
    private static final double SAME_AMOUNT = 0.05;
    private static final double CHANGED = 1.15;
    private static final double LARGE = 0.25;
    private static final double NEAR = 0.75;

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

    /**
     * Why an arm differs from the first, in sentences down the pathway: the amount taken, where the ways part, and what
     * an enzyme gets more or less of for that.
     */
    List<String> why(int arm, Branches branches) {
        List<String> why = new ArrayList<>();
        if (taken[0] > 0 || taken[arm] > 0) {
            boolean same = Math.abs(taken[arm] / taken[0] - 1) <= SAME_DOSE;
            boolean both = taken[0] > 0 && taken[arm] > 0;
            String part = both ? " (" + Numbers.format(100 * taken[arm] / taken[0], 2) + " %)" : "";
            why.add("drug taken: " + amount(taken[arm])
                    + (same
                            ? ", the same"
                            : " instead of " + (both ? Numbers.format(taken[0], 3) : amount(taken[0])) + part));
        }
        if (taken[0] > 0 && taken[arm] > 0) {
            why.addAll(enzymes(arm, branches));
        }
        return why;
    }

    private static String amount(double perDay) {
        return perDay == 0 ? "none" : Numbers.format(perDay, 3) + " µmol a day";
    }

    private List<String> enzymes(int arm, Branches branches) {
        List<Branches.Cause> causes = branches.causes(arm, taken);
        Set<String> said = causes.stream().flatMap(c -> c.enzymes().stream()).collect(Collectors.toSet());
        List<Branches.Cause> all = new ArrayList<>(causes);
        double most = perDay.keySet().stream()
                .mapToDouble(e -> Math.abs(change(e, arm)))
                .max()
                .orElse(0);
        for (double sign : new double[] {-1, 1}) {
            List<String> moved = perDay.keySet().stream()
                    .filter(e -> !said.contains(e) && sign * change(e, arm) > Math.max(WORTH_NAMING, LARGE * most))
                    .filter(e -> isToldApart(e, arm) && branches.hasRival(e))
                    .toList();
            double largest = moved.stream()
                    .mapToDouble(e -> Math.abs(change(e, arm)))
                    .max()
                    .orElse(0);
            moved.stream()
                    .filter(e -> Math.abs(change(e, arm)) >= NEAR * largest)
                    .min(Comparator.comparingInt(branches::position))
                    .ifPresent(e -> all.add(new Branches.Cause(branches.position(e), Set.of(e), carried(e, arm))));
        }
        return all.isEmpty()
                ? List.of("no enzyme's part of what is taken changes by 15 % or more")
                : all.stream()
                        .sorted(Comparator.comparingInt(Branches.Cause::place))
                        .map(Branches.Cause::sentence)
                        .toList();
    }

    private String carried(String enzyme, int arm) {
        return "of 100 µmol taken, " + hundredths(part(enzyme, arm).orElse(0)) + " instead of "
                + hundredths(part(enzyme, 0).orElse(0)) + " go to " + EnzymeWords.of(enzyme) + amounts(enzyme, arm)
                + elsewhere(enzyme, arm);
    }

    /** The amounts in brackets: a larger part of a smaller dose may be as much. */
    private String amounts(String enzyme, int arm) {
        double[] flow = perDay.getOrDefault(enzyme, new double[taken.length]);
        String first = Numbers.format(flow[0], 2);
        String own = Numbers.format(flow[arm], 2);
        boolean same = Math.abs(flow[arm] / flow[0] - 1) <= SAME_AMOUNT;
        return " (" + own + " µmol a day" + (same ? ", hardly changed" : " instead of " + first) + ")";
    }

    /** What the same enzyme gets at other sites where it changes in the same sense: the marrow beside the red cells. */
    private String elsewhere(String enzyme, int arm) {
        String name = enzyme.split("@", 2)[0] + "@";
        return perDay.keySet().stream()
                .filter(e -> e.startsWith(name) && !e.equals(enzyme) && isToldApart(e, arm))
                .filter(e -> Math.signum(change(e, arm)) == Math.signum(change(enzyme, arm)))
                .map(e -> " and " + hundredths(part(e, arm).orElse(0)) + " instead of "
                        + hundredths(part(e, 0).orElse(0)) + " to " + EnzymeWords.of(e))
                .collect(Collectors.joining());
    }

    private static String hundredths(double part) {
        return part < NEGLIGIBLE ? "none" : Numbers.format(100 * part, 2);
    }

    private double change(String enzyme, int arm) {
        return part(enzyme, arm).orElse(0) - part(enzyme, 0).orElse(0);
    }

    private boolean isToldApart(String enzyme, int arm) {
        double own = part(enzyme, arm).orElse(0);
        double first = part(enzyme, 0).orElse(0);
        return Math.max(own, first) > CHANGED * Math.min(own, first);
    }
}
