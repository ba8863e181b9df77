package org.thiosim.simulation;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseEvent;
import org.thiosim.model.Covariate;
import org.thiosim.model.Model;
import org.thiosim.model.Notice;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;

/**
 * What goes with an arm's numbers: how genotype and doses came about, the model's notices whose condition holds, and
 * covariates out of range.
 */
final class Notices {
    private static final double SLACK = 1e-6;

    private Notices() {}

    /** Observables that a notice of this arm hides, with its text. */
    static SortedMap<String, String> hidden(Scenario scenario, Arm arm, IndividualValues individual) {
        SortedMap<String, String> hidden = new TreeMap<>();
        arm.model().model().outputs().notices().stream()
                .filter(n -> !n.hides().isEmpty())
                .filter(n -> holds(n, scenario, arm, individual))
                .forEach(n -> n.hides().forEach(o -> hidden.putIfAbsent(o, n.text())));
        return hidden;
    }

    /** Observables whose pictures carry notices of this arm, with these. */
    static SortedMap<String, List<String>> captions(Scenario scenario, Arm arm, IndividualValues individual) {
        SortedMap<String, List<String>> captions = new TreeMap<>();
        arm.model().model().outputs().notices().stream()
                .filter(n -> !n.captions().isEmpty())
                .filter(n -> holds(n, scenario, arm, individual))
                .forEach(n -> n.captions()
                        .forEach(o -> captions.computeIfAbsent(o, k -> new ArrayList<>())
                                .add(n.text())));
        return captions;
    }

    static List<String> of(Scenario scenario, Arm arm, IndividualValues individual) {
        List<String> notices = new ArrayList<>(arm.patient().notes());
        notices.addAll(arm.regimen().notes());
        notices.addAll(limits(scenario, arm, individual, (c, v) -> " " + shown(c, v)));
        return notices.stream().distinct().toList();
    }

    /** The limits of an arm's numbers in words that are the same for all patients whom they concern. */
    static List<String> shared(Scenario scenario, Arm arm, IndividualValues individual) {
        return limits(scenario, arm, individual, (c, v) -> "").stream()
                .distinct()
                .toList();
    }

    private static List<String> limits(
            Scenario scenario, Arm arm, IndividualValues individual, BiFunction<Covariate, Double, String> value) {
        List<String> notices = new ArrayList<>(Cautions.of(scenario, arm, individual));
        for (Notice notice : arm.model().model().outputs().notices()) {
            if (holds(notice, scenario, arm, individual)) {
                notices.add(notice.text());
            }
        }
        Model model = arm.model().model();
        for (Model.StudiedRange studied : model.studied()) {
            double own = individual.value(studied.covariate().id());
            if (!studied.range().contains(own) && takesAny(studied.drugs(), scenario, arm)) {
                notices.add(studied.warning(value.apply(studied.covariate(), own), Notices::shown));
            }
        }
        notices.addAll(NotModelled.of(model));
        return notices;
    }

    /** Whether one of these drugs is taken, or none is named. */
    private static boolean takesAny(Set<String> drugs, Scenario scenario, Arm arm) {
        return drugs.isEmpty()
                || arm.regimen().events(scenario.horizon(), arm.size()).stream()
                        .anyMatch(e -> e.mass() > 0 && drugs.contains(e.drug()));
    }

    private static String shown(Covariate covariate, double canonical) {
        String unit = covariate.unit().text();
        return Numbers.format(covariate.unit().fromCanonical(canonical), 4) + (unit.equals("1") ? "" : " " + unit);
    }

    private static boolean holds(Notice notice, Scenario scenario, Arm arm, IndividualValues individual) {
        return notice.conditions().stream().anyMatch(c -> holds(c, scenario, arm, individual));
    }

    private static boolean holds(Notice.Condition condition, Scenario scenario, Arm arm, IndividualValues individual) {
        return condition.dosed().stream().allMatch(d -> dosed(d, condition, scenario, arm))
                && condition.covariates().stream().allMatch(c -> holds(c, individual))
                && condition.observable().stream()
                        .allMatch(o -> scenario.outputs().observables().contains(o))
                && condition.parameterSet().stream()
                        .allMatch(s -> individual.parameterSet().equals(Optional.of(s)));
    }

    private static boolean holds(Notice.CovariateBound bound, IndividualValues individual) {
        Double value = individual.values().get(bound.covariate());
        return value != null && bound.holds(value);
    }

    /**
     * Whether a dose is taken, above a dose and near a dose of the second drug where the condition says so, and again after
     * the time that such doses have to last.
     */
    private static boolean dosed(String drug, Notice.Condition condition, Scenario scenario, Arm arm) {
        List<DoseEvent> taken = arm.regimen().events(scenario.horizon(), arm.size()).stream()
                .filter(e -> e.mass() > 0)
                .toList();
        DoubleSummaryStatistics times = taken.stream()
                .filter(e -> e.drug().equals(drug))
                .filter(e -> condition.route().stream().allMatch(e.route()::equals))
                .filter(e -> condition.during().stream().allMatch(other -> acts(other, e.time(), taken)))
                .filter(e -> condition.doseAbove().stream()
                        .allMatch(b -> mass(drug, e.time(), b, arm) > limit(b.quantity(), arm.size())))
                .mapToDouble(DoseEvent::time)
                .summaryStatistics();
        double lasting = condition.doseAbove().map(Notice.DoseBound::lasting).orElse(0.0);
        return times.getCount() > 0 && times.getMax() - times.getMin() >= lasting - SLACK;
    }

    private static double mass(String drug, double time, Notice.DoseBound bound, Arm arm) {
        return bound.inOneDay()
                ? arm.regimen().massWithinDay(drug, time, arm.size())
                : arm.regimen().dailyMass(drug, time, arm.size());
    }

    /** Whether a drug is taken at a time, or was before and still lingers. */
    private static boolean acts(Notice.Companion companion, double time, List<DoseEvent> taken) {
        double since = time - companion.lingers() + SLACK;
        return taken.stream()
                .anyMatch(e -> e.drug().equals(companion.drug()) && e.time() <= time + SLACK && e.time() > since);
    }

    private static double limit(Quantity quantity, BodySize size) {
        return Dose.of(quantity).mass(size) * (1 + 1e-9);
    }
}
