package org.thiosim.qualification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Dose;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.dosing.Regimen;
import org.thiosim.model.Model;
import org.thiosim.model.Observable;
import org.thiosim.patient.Patient;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.ExposureMetric;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SolverChoice;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Quantity;

/**
 * One way of treating the typical adult for 20 weeks.
 *
 * @param name in words, for example {@code TPMT activity 0.54}
 * @param patient covariates that differ from the model's own
 * @param daily daily doses by drug
 */
record DirectionCase(String name, Map<String, String> patient, Map<String, String> daily) {
    static final double WEEK_20 = 20 * 168;
    static final TimeWindow LAST_DAY = new TimeWindow(WEEK_20 - 24, WEEK_20);

    DirectionCase {
        patient = Map.copyOf(patient);
        daily = Map.copyOf(daily);
    }

    /** What the model lacks to run this case. */
    Optional<String> missing(Model model) {
        return patient.keySet().stream()
                .filter(c -> !model.inputs().covariates().containsKey(c))
                .map(c -> "the model has no covariate " + c)
                .findFirst()
                .or(() -> daily.keySet().stream()
                        .filter(d -> !model.inputs().drugs().containsKey(d))
                        .map(d -> "the model has no drug " + d)
                        .findFirst());
    }

    /** The scenario of this case, reporting the observables among those wanted that the model has. */
    Scenario scenario(CompiledModel compiled, List<String> wanted) {
        Map<String, Observable> known = compiled.model().outputs().observables();
        List<String> observables = wanted.stream().filter(known::containsKey).toList();
        List<Scenario.MetricRequest> peaks = observables.stream()
                .map(o -> new Scenario.MetricRequest(o, ExposureMetric.CMAX, LAST_DAY))
                .toList();
        return new Scenario(
                new Scenario.Head("direction-of-effect", name, ""),
                List.of(arm(compiled)),
                WEEK_20,
                new Scenario.Outputs(observables, List.of(0.0, WEEK_20), peaks),
                SolverChoice.DEFAULT,
                1);
    }

    private Arm arm(CompiledModel compiled) {
        TreeMap<String, Double> covariates = new TreeMap<>();
        patient.forEach((c, v) -> covariates.put(c, Quantity.parse(v).canonical()));
        List<DoseRule> rules = new ArrayList<>();
        new TreeMap<>(daily)
                .forEach((drug, dose) -> rules.add(new DoseRule(
                        drug,
                        "oral",
                        Optional.empty(),
                        Dose.of(Quantity.parse(dose)),
                        new DoseTimes.Repeated(24, 0, Double.POSITIVE_INFINITY))));
        return new Arm(
                name,
                compiled,
                Patient.typical(covariates),
                new BodySize(covariates.getOrDefault("weight", 70.0), java.util.OptionalDouble.empty()),
                new Regimen(rules),
                compiled.model().defaultSet());
    }
}
