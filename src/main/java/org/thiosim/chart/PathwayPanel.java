package org.thiosim.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeWindow;

/**
 * Two arms' flows side by side in the last dosing interval of one phase.
 *
 * @param title what the picture is about
 * @param arms names of the first and the second arm
 * @param takes what each arm takes in the phase
 * @param when the phase in words
 * @param graph flows of both arms
 */
record PathwayPanel(String title, List<String> arms, List<String> takes, String when, FlowGraph graph) {
    private static final double NEGLIGIBLE = 1e-3;

    /** The first arm against each of the others, in the phase where the two differ most. */
    static List<PathwayPanel> of(RunRecord run) {
        List<String> names = run.armNames();
        return names.stream()
                .skip(1)
                .flatMap(other -> of(run, names.get(0), other).stream())
                .toList();
    }

    /** Two arms in the phase where they differ most. */
    static Optional<PathwayPanel> of(RunRecord run, String first, String second) {
        List<String> arms = List.of(first, second);
        return run.phases().stream()
                .map(phase -> panel(run, arms, phase))
                .filter(p -> p.graph.inside().size() > 1)
                .max(Comparator.comparingDouble(p -> difference(p.graph)));
    }

    private static PathwayPanel panel(RunRecord run, List<String> arms, TimeWindow phase) {
        return new PathwayPanel(
                run.head().title(),
                arms,
                arms.stream().map(a -> PhaseWords.takes(run, a, phase)).toList(),
                PhaseWords.span(phase),
                FlowGraph.of(run, arms, phase));
    }

    /** Sum of |log ratio| of the arms' flows, flows below a thousandth of the largest counting as that. */
    private static double difference(FlowGraph graph) {
        double largest = graph.edges().stream()
                .flatMapToDouble(e -> Arrays.stream(e.perDay()))
                .max()
                .orElse(0);
        double least = NEGLIGIBLE * largest;
        return graph.edges().stream()
                .mapToDouble(e -> Math.abs(StrictMath.log((e.perDay()[1] + least) / (e.perDay()[0] + least))))
                .sum();
    }
}
