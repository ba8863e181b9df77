package org.thiosim.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Flow;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** What the enzymes carried, µmol a day on average over a phase, by arm. */
final class EnzymeFlows {
    private static final double DAY = 24;
    private static final double NEGLIGIBLE = 1e-9;
    private static final double WORTH_NAMING = 0.01;
    private static final double WORTH_COMPARING = 1e-4;
    private static final int NAMED = 3;
    private static final double CHANGED = 1.15;

    private EnzymeFlows() {}

    /** µmol a day in each arm, by enzyme tag; enzymes through which nothing flows are left out. */
    static Map<String, double[]> of(RunRecord run, TimeWindow phase) {
        List<String> arms = run.armNames();
        Map<String, double[]> flows = new LinkedHashMap<>();
        for (Flow flow : run.network().flows()) {
            if (flow.window().equals(phase) && !flow.enzyme().isEmpty()) {
                flows.computeIfAbsent(flow.enzyme(), k -> new double[arms.size()])[arms.indexOf(flow.arm())] +=
                        flow.micromoles() / phase.length() * DAY;
            }
        }
        flows.values().removeIf(perDay -> Arrays.stream(perDay).max().orElse(0) < NEGLIGIBLE);
        return flows;
    }

    /** The largest changes of an arm against the first, in a sentence, among enzymes that carry a hundredth or more. */
    static Optional<String> largestChanges(RunRecord run, TimeWindow phase, int arm) {
        Map<String, double[]> flows = of(run, phase);
        double most =
                flows.values().stream().flatMapToDouble(Arrays::stream).max().orElse(0);
        List<Map.Entry<String, double[]>> changed = flows.entrySet().stream()
                .filter(e -> e.getValue()[0] > WORTH_COMPARING * Math.max(e.getValue()[arm], most)
                        && Math.max(e.getValue()[0], e.getValue()[arm]) > WORTH_NAMING * most
                        && Math.abs(logRatio(e.getValue(), arm)) > StrictMath.log(CHANGED))
                .sorted(Comparator.comparingDouble(e -> -weight(e.getValue(), arm)))
                .toList();
        Stream<Map.Entry<String, double[]>> falls =
                changed.stream().filter(e -> logRatio(e.getValue(), arm) < 0).limit(NAMED);
        Stream<Map.Entry<String, double[]>> rises =
                changed.stream().filter(e -> logRatio(e.getValue(), arm) > 0).limit(NAMED);
        String changes = Stream.concat(falls, rises)
                .map(e -> e.getKey() + " " + change(e.getValue(), arm))
                .collect(Collectors.joining(", "));
        return changes.isEmpty() ? Optional.empty() : Optional.of("through the enzymes: " + changes);
    }

    private static double logRatio(double[] perDay, int arm) {
        return StrictMath.log(Math.max(perDay[arm], NEGLIGIBLE) / perDay[0]);
    }

    /** How much a change tells: its size, and the root of the larger flow. */
    private static double weight(double[] perDay, int arm) {
        return Math.abs(logRatio(perDay, arm)) * Math.sqrt(Math.max(perDay[0], perDay[arm]));
    }

    /** The change against the first arm, for example {@code −61 %}. */
    static String change(double[] perDay, int arm) {
        double percent = 100 * (perDay[arm] / perDay[0] - 1);
        if (Math.abs(percent) < 0.5) {
            return "±0 %";
        }
        return (percent > 0 ? "+" : "−") + Numbers.format(Math.abs(percent), percent <= -99 ? 3 : 2) + " %";
    }
}
