package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.model.EnzymeTag;
import org.thiosim.model.Model;
import org.thiosim.model.Observable;
import org.thiosim.model.Reaction;
import org.thiosim.model.Species;
import org.thiosim.units.Numbers;

/** Makes the record of a result. */
final class Recording {
    private static final int DIGITS = 4;
    private static final double ONCE_A_WEEK = 1 / 7.0 + 1e-9;
    private static final String ORAL = "oral";

    private Recording() {}

    static RunRecord of(SimulationResult result) {
        List<TimeCourse> curves = new ArrayList<>();
        List<RunRecord.Treatment> arms = new ArrayList<>();
        List<RunRecord.Flow> flows = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            curves.addAll(arm.timeCourses());
            arms.add(treatment(result.scenario(), arm));
            arm.fluxes().forEach(f -> flow(f).ifPresent(flows::add));
        }
        return new RunRecord(
                result.scenario().head(),
                result.phases(),
                arms,
                observables(result.scenario()),
                new RunRecord.Curves(curves, result.days(), List.of()),
                result.scenario().comparesModels()
                        ? new RunRecord.Network(Map.of(), Map.of(), List.of())
                        : network(result.scenario(), flows));
    }

    private static Optional<RunRecord.Flow> flow(Flux flux) {
        Reaction reaction = flux.reaction();
        return reaction.from()
                .flatMap(from -> reaction.to()
                        .map(to -> new RunRecord.Flow(
                                flux.arm(),
                                reaction.id(),
                                reaction.enzyme().map(EnzymeTag::toString).orElse(""),
                                from,
                                to,
                                flux.window(),
                                flux.micromoles())));
    }

    private static RunRecord.Treatment treatment(Scenario scenario, ArmResult result) {
        Arm arm = result.arm();
        IndividualValues individual = IndividualValues.of(arm.model().model(), arm.patient(), arm.parameterSet());
        return new RunRecord.Treatment(
                arm.name(),
                doses(arm, scenario.horizon()),
                result.notices(),
                Notices.hidden(scenario, arm, individual),
                Notices.captions(scenario, arm, individual));
    }

    private static List<RunRecord.Dosing> doses(Arm arm, double horizon) {
        List<RunRecord.Dosing> doses = new ArrayList<>();
        for (DoseRule rule : arm.regimen().rules()) {
            if (rule.times().cycle().isPresent()) {
                doses.addAll(stretches(arm, rule, horizon));
            } else {
                String once = once(rule, arm);
                String equal = equal(rule, arm);
                rule.times()
                        .within(horizon)
                        .forEach(t -> doses.add(new RunRecord.Dosing(rule.drug(), t, t, once, equal)));
            }
        }
        return doses;
    }

    /** One dose, with its route where that is not the mouth and the time it runs in. */
    private static String once(DoseRule rule, Arm arm) {
        String route = rule.route().equals(ORAL) ? "" : " " + rule.route();
        String over =
                rule.over().isPresent() ? " over " + Numbers.format(rule.over().getAsDouble(), DIGITS) + " h" : "";
        return rule.dose().text(arm.size()) + route + over;
    }

    /** A dose per weight as a mass, any other per weight; said to be of one dose where there are several a day or a week. */
    private static String equal(DoseRule rule, Arm arm) {
        double perDay = rule.times().perDay();
        boolean several = perDay != 1 && perDay > ONCE_A_WEEK;
        return mass(rule, arm) + (several ? " per dose" : "");
    }

    private static String mass(DoseRule rule, Arm arm) {
        double milligrams = rule.dose().milligrams(arm.size());
        boolean perWeight = rule.dose().basis() == Dose.Basis.PER_WEIGHT
                && rule.dose().tablet().isEmpty();
        return perWeight
                ? Numbers.format(milligrams, 3) + " mg"
                : Numbers.format(milligrams / arm.size().weight(), 3) + " mg/kg";
    }

    /** Where a repeated rule holds: its breaks are left out. */
    private static List<RunRecord.Dosing> stretches(Arm arm, DoseRule rule, double horizon) {
        DoseTimes times = rule.times();
        TreeSet<Double> borders = new TreeSet<>(times.borders());
        borders.add(horizon);
        List<Double> inside = borders.stream().filter(b -> b <= horizon).toList();
        String label = once(rule, arm) + " " + times.words();
        String equal = equal(rule, arm);
        List<RunRecord.Dosing> doses = new ArrayList<>();
        for (int i = 0; i + 1 < inside.size(); i++) {
            if (times.holdsWithin(inside.get(i), inside.get(i + 1))) {
                doses.add(new RunRecord.Dosing(rule.drug(), inside.get(i), inside.get(i + 1), label, equal));
            }
        }
        return doses;
    }

    private static List<RunRecord.Shown> observables(Scenario scenario) {
        List<RunRecord.Shown> shown = new ArrayList<>();
        for (String id : scenario.outputs().observables()) {
            Arm first = scenario.arms().stream()
                    .filter(a -> ObservableColumn.exists(a.model(), id))
                    .findFirst()
                    .orElseThrow();
            Optional<Observable> found = Optional.ofNullable(
                    first.model().model().outputs().observables().get(id));
            shown.add(new RunRecord.Shown(
                    id,
                    found.map(Observable::title).orElse(id),
                    ObservableColumn.of(first.model(), id).unit(),
                    found.flatMap(o -> o.window()
                            .filter(w -> scenario.arms().stream().allMatch(a -> applies(w, a)))
                            .map(w -> RunRecord.Reference.of(o, w)))));
        }
        return shown;
    }

    /** A window is drawn only where it is meant for every arm of the picture. */
    private static boolean applies(Observable.ReferenceWindow window, Arm arm) {
        return arm.isIn(window.scope());
    }

    private static RunRecord.Network network(Scenario scenario, List<RunRecord.Flow> flows) {
        Map<String, RunRecord.Place> species = new LinkedHashMap<>();
        Map<String, String> processes = new LinkedHashMap<>();
        for (Arm arm : scenario.arms()) {
            Model model = arm.model().model();
            for (Species s : model.network().species().values()) {
                if (s.kind() == Species.Kind.AMOUNT) {
                    String analyte = s.substance().analyte();
                    String label = analyte.isEmpty() ? s.title() : analyte;
                    species.put(
                            s.id(),
                            new RunRecord.Place(s.id(), label, s.substance().matrix(), s.sink()));
                }
            }
            for (Reaction r : model.network().reactions().values()) {
                if (!r.process().isEmpty()) {
                    processes.put(r.id(), r.process());
                }
            }
        }
        return new RunRecord.Network(species, processes, flows);
    }
}
