package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.thiosim.dosing.DoseEvent;
import org.thiosim.dosing.DoseRule;
import org.thiosim.model.DoseWindow;
import org.thiosim.model.Drug;
import org.thiosim.model.Infusions;
import org.thiosim.model.Species;
import org.thiosim.ode.Jump;

/**
 * Turns the doses of a regimen into jumps of states: the dosed species, the rates of infusions, and the dose
 * windows that a drug opens.
 */
final class DoseJumps {
    private final CompiledModel compiled;
    private final double horizon;

    private DoseJumps(CompiledModel compiled, double horizon) {
        this.compiled = compiled;
        this.horizon = horizon;
    }

    static List<Jump> of(Arm arm, double horizon) {
        DoseJumps jumps = new DoseJumps(arm.model(), horizon);
        List<Jump> all = new ArrayList<>();
        arm.regimen().events(horizon, arm.size()).stream()
                .filter(e -> e.mass() > 0)
                .forEach(e -> jumps.add(e, all));
        return all;
    }

    /** The states that doses of an arm can change. */
    static BitSet targets(Arm arm) {
        CompiledModel compiled = arm.model();
        BitSet targets = new BitSet();
        for (DoseRule rule : arm.regimen().rules()) {
            Drug drug = Optional.ofNullable(compiled.model().inputs().drugs().get(rule.drug()))
                    .orElseThrow();
            Optional.ofNullable(drug.routes().get(rule.route())).ifPresent(target -> {
                boolean infused = rule.over().isPresent();
                targets.set(compiled.indexOf(infused ? Infusions.bag(target) : target));
                if (infused) {
                    targets.set(compiled.indexOf(Infusions.rate(target)));
                }
            });
            compiled.model().inputs().windows().values().stream()
                    .filter(w -> w.drug().equals(rule.drug()))
                    .forEach(w -> targets.set(compiled.indexOf(w.id())));
        }
        return targets;
    }

    private void add(DoseEvent event, List<Jump> jumps) {
        Drug drug = Optional.ofNullable(compiled.model().inputs().drugs().get(event.drug()))
                .orElseThrow();
        Optional.ofNullable(drug.routes().get(event.route()))
                .ifPresent(target -> give(event, target, amount(event, drug, target), jumps));
        for (DoseWindow window : compiled.model().inputs().windows().values()) {
            if (window.drug().equals(event.drug())) {
                open(window, event, jumps);
            }
        }
    }

    /** At once into its species, or into the bag of an infusion, whose rate rises now and falls at the end. */
    private void give(DoseEvent event, String target, double amount, List<Jump> jumps) {
        if (event.over().isEmpty()) {
            jumps.add(new Jump(event.time(), compiled.indexOf(target), amount));
            return;
        }
        double rate = amount / event.over().getAsDouble();
        double end = event.time() + event.over().getAsDouble();
        jumps.add(new Jump(event.time(), compiled.indexOf(Infusions.bag(target)), amount));
        jumps.add(new Jump(event.time(), compiled.indexOf(Infusions.rate(target)), rate));
        if (end < horizon) {
            jumps.add(new Jump(end, compiled.indexOf(Infusions.rate(target)), -rate));
        }
    }

    private double amount(DoseEvent event, Drug drug, String target) {
        Species species = Optional.ofNullable(
                        compiled.model().network().species().get(target))
                .orElseThrow();
        if (species.kind() == Species.Kind.MASS) {
            return event.mass();
        }
        return event.mass() / drug.molarMass(event.form()).canonical();
    }

    private void open(DoseWindow window, DoseEvent event, List<Jump> jumps) {
        double height = window.amount() ? event.mass() : 1;
        int state = compiled.indexOf(window.id());
        jumps.add(new Jump(event.time(), state, height));
        double end = event.time() + window.lasts().canonical();
        if (end < horizon) {
            jumps.add(new Jump(end, state, -height));
        }
    }
}
