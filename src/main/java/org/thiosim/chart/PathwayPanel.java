package org.thiosim.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeWindow;

/**
 * Two arms' flows side by side, on average over one phase.
 *
 * @param title what the picture is about
 * @param arms names of the first and the second arm
 * @param takes what each arm takes in the phase
 * @param when the phase in words
 * @param graph flows of both arms
 * @param hidden substances that are not to be shown, of each arm
 * @param notice a caution for this picture
 */
record PathwayPanel(
        String title,
        List<String> arms,
        List<String> takes,
        String when,
        FlowGraph graph,
        List<Set<String>> hidden,
        Optional<String> notice) {

    /** The first arm against each of the others, in the phase that sums the run up. */
    static List<PathwayPanel> of(RunRecord run) {
        List<String> names = run.armNames();
        return names.stream()
                .skip(1)
                .flatMap(other -> of(run, names.get(0), other).stream())
                .toList();
    }

    /** Two arms in the phase that sums the run up. */
    static Optional<PathwayPanel> of(RunRecord run, String first, String second) {
        List<String> arms = List.of(first, second);
        return Optional.of(panel(run, arms, TellingPhase.of(run)))
                .filter(p -> p.graph.inside().size() > 1);
    }

    private static PathwayPanel panel(RunRecord run, List<String> arms, TimeWindow phase) {
        FlowGraph graph = FlowGraph.of(run, arms, phase);
        return new PathwayPanel(
                run.head().title(),
                arms,
                arms.stream().map(a -> PhaseWords.takes(run, a, phase)).toList(),
                PhaseWords.span(phase),
                graph,
                arms.stream()
                        .map(a ->
                                treatment(run, a).map(t -> t.hidden().keySet()).orElse(Set.of()))
                        .toList(),
                PictureNotices.of(run, arms, about(run, graph)));
    }

    private static Optional<RunRecord.Treatment> treatment(RunRecord run, String arm) {
        return run.arms().stream().filter(t -> t.arm().equals(arm)).findFirst();
    }

    /** The observables that are substances of the pathway. */
    private static List<RunRecord.Shown> about(RunRecord run, FlowGraph graph) {
        return run.observables().stream()
                .filter(o ->
                        graph.nodes().values().stream().anyMatch(n -> n.label().equals(o.id())))
                .toList();
    }

    /** Whether a substance is not to be shown in an arm. */
    boolean hides(int arm, String substance) {
        return hidden.get(arm).contains(substance);
    }
}
