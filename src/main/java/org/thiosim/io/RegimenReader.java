package org.thiosim.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.dosing.Regimen;
import org.thiosim.model.Model;

/** Reads the regimen of an arm: a list of dose rules. */
final class RegimenReader {
    private final Model model;
    private final Recipient recipient;
    private final Findings findings;

    RegimenReader(Model model, Recipient recipient, Findings findings) {
        this.model = model;
        this.recipient = recipient;
        this.findings = findings;
    }

    /**
     * A rule and where it stands.
     *
     * @param item the item of the regimen, which may hold several steps
     * @param place the step
     * @param adds whether it is meant to run beside another rule of the same drug
     */
    record Placed(DoseRule rule, Node item, Node place, boolean adds) {}

    Optional<Regimen> read(Node node) {
        if (!(node instanceof SequenceNode list)) {
            findings.add(node, "a regimen is a list of doses such as {drug: azathioprine, dose: 150 mg, every: 1 d}");
            return Optional.empty();
        }
        Regimen normal = regimen(placed(list, Optional.empty(), new Findings()));
        int before = findings.count();
        List<Placed> rules = placed(list, Optional.of(normal), findings);
        if (findings.count() == before) {
            overlaps(rules);
        }
        return Optional.of(regimen(rules));
    }

    /** @param normal what is taken if no gene is reduced; empty where that itself is read */
    private List<Placed> placed(SequenceNode list, Optional<Regimen> normal, Findings to) {
        List<Placed> rules = new ArrayList<>();
        for (Node item : list.getValue()) {
            YamlMap.asMap(item, "a dose", to)
                    .ifPresent(m -> rules.addAll(new DoseRuleReader(m, model, recipient, normal).read()));
        }
        return rules;
    }

    private static Regimen regimen(List<Placed> rules) {
        return new Regimen(rules.stream().map(Placed::rule).toList());
    }

    private void overlaps(List<Placed> rules) {
        for (int i = 0; i < rules.size(); i++) {
            for (int k = 0; k < i; k++) {
                Placed later = rules.get(i);
                boolean other = later.item() != rules.get(k).item();
                if (other && overlap(later.rule(), rules.get(k).rule()) && !later.adds()) {
                    findings.add(
                            later.place(),
                            "this " + later.rule().drug() + " overlaps with another dose of "
                                    + later.rule().drug()
                                    + " in the same arm; end the earlier one with 'until', or say 'adds: true' if both are taken");
                }
            }
        }
    }

    /** Whether both are repeated at some time, other than on different days of the week. */
    private static boolean overlap(DoseRule a, DoseRule b) {
        DoseTimes x = a.times();
        DoseTimes y = b.times();
        return a.drug().equals(b.drug())
                && a.route().equals(b.route())
                && x.cycle().isPresent()
                && y.cycle().isPresent()
                && x.from() < y.until()
                && y.from() < x.until()
                && !takeTurns(x, y);
    }

    private static boolean takeTurns(DoseTimes a, DoseTimes b) {
        return a instanceof DoseTimes.Cyclic x
                && b instanceof DoseTimes.Cyclic y
                && x.period() == y.period()
                && Collections.disjoint(x.offsets(), y.offsets());
    }
}
