package org.thiosim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.thiosim.chart.PhaseWords;
import org.thiosim.simulation.CommonUnits;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeWindow;

/** Several models of one treatment in a few sentences: what the first gives, and by how much the others disagree with it. */
final class ModelsInShort {
    private static final int OBSERVABLES = 5;

    private final List<KeyNumbers> numbers;
    private final SimulationResult result;
    private final RunRecord run;

    ModelsInShort(List<KeyNumbers> numbers, SimulationResult result, RunRecord run) {
        this.numbers = List.copyOf(numbers);
        this.result = result;
        this.run = run;
    }

    /** A sentence for each arm. */
    List<InShort.Finding> findings() {
        List<InShort.Finding> findings = new ArrayList<>();
        for (int arm = 0; arm < run.arms().size(); arm++) {
            if (!numbers.isEmpty()) {
                findings.add(finding(arm));
            }
        }
        return findings;
    }

    private InShort.Finding finding(int arm) {
        String model = result.arms().get(arm).arm().model().model().id();
        int phase = dosed(run.arms().get(arm));
        TimeWindow when = run.phases().get(phase);
        int against = numbers.get(0).rows().get(arm).against();
        String end = "at the end of " + PhaseWords.span(when) + ", on "
                + PhaseWords.takes(run, run.armNames().get(arm), when);
        String name = run.armNames().get(arm).contains(model) ? "" : "(" + model + ") ";
        String lead = name + (against == arm ? "" : "against " + run.armNames().get(against) + " ") + end;
        List<String> said = new ArrayList<>();
        for (KeyNumbers n : numbers) {
            if (said.size() < OBSERVABLES) {
                said.addAll(said(n, arm, phase));
            }
        }
        return new InShort.Finding(run.armNames().get(arm), lead, said, List.of());
    }

    private List<String> said(KeyNumbers n, int arm, int phase) {
        OptionalDouble value = n.rows().get(arm).values().get(phase);
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> changes = InShort.changes(n, arm, phase);
        if (!changes.isEmpty()) {
            return changes;
        }
        String plain = n.shown().id() + " " + InShort.amount(value.getAsDouble(), n.unit());
        boolean alone = n.rows().get(arm).against() != arm
                && n.against(arm).values().get(phase).isEmpty();
        boolean other = numbers.stream()
                .anyMatch(m -> CommonUnits.isVariant(n.shown().id(), m.shown().id()));
        String why = other ? ", on a scale of its own" : ", which the other model does not give";
        return List.of(plain + (alone ? why : ""));
    }

    /** The last phase in which something is taken. */
    private int dosed(RunRecord.Treatment arm) {
        int last = 0;
        for (int phase = 0; phase < run.phases().size(); phase++) {
            TimeWindow window = run.phases().get(phase);
            boolean takes = arm.doses().stream()
                    .anyMatch(d -> d.fromHour() < window.to()
                            && (d.isSingle() ? d.fromHour() >= window.from() : d.untilHour() > window.from()));
            last = takes ? phase : last;
        }
        return last;
    }
}
