package org.thiosim.qualification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.thiosim.model.Model;
import org.thiosim.model.Observable;
import org.thiosim.patient.Patient;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.OneByOne;
import org.thiosim.simulation.PatientOutcome;
import org.thiosim.simulation.PatientProblem;
import org.thiosim.simulation.RandomEffects;
import org.thiosim.simulation.Scenario;
import org.thiosim.units.Unit;

/**
 * Two hundred patients on an arm of a study, alike but for their random effects, for figures that only a group has: a
 * median, a mean, a quartile or a standard deviation of an observable at a time, or the share below or above a level then.
 */
final class VirtualGroup {
    private static final int PATIENTS = 200;

    private final Scenario scenario;

    VirtualGroup(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The prediction, or why there is none. */
    Prediction predict(Observation observation, String why) {
        Measurand.Population wanted = (Measurand.Population) observation.measurand();
        Optional<Arm> arm = scenario.arms().stream()
                .filter(a -> a.name().equals(observation.arm()))
                .findFirst();
        Optional<Observable> observable = arm.flatMap(a ->
                Optional.ofNullable(a.model().model().outputs().observables().get(wanted.observable())));
        if (observable.isEmpty()) {
            return Prediction.none("needs a cohort: " + why);
        }
        if (!(wanted.hour() >= 0 && wanted.hour() <= scenario.horizon())) {
            return Prediction.none("needs a cohort, and a time 'at' within the horizon: " + why);
        }
        double[] values = values(arm.get(), wanted);
        if (values.length < PATIENTS) {
            return Prediction.none("the model shows no " + wanted.observable() + " in " + (PATIENTS - values.length)
                    + " of " + PATIENTS + " virtual patients");
        }
        return statistic(observation.reported(), wanted, observable.get(), values, why);
    }

    private double[] values(Arm arm, Measurand.Population wanted) {
        Scenario asked = new Scenario(
                scenario.head(),
                List.of(),
                Math.max(wanted.hour(), 1),
                new Scenario.Outputs(
                        List.of(wanted.observable()), List.copyOf(new TreeSet<>(List.of(wanted.hour()))), List.of()),
                scenario.solver(),
                scenario.seed());
        List<PatientProblem> problems = new ArrayList<>();
        Model model = arm.model().model();
        for (int i = 0; i < PATIENTS; i++) {
            Patient who = new Patient(arm.patient().covariates(), RandomEffects.sample(model, scenario.seed(), i));
            problems.add(new PatientProblem(
                    asked,
                    new Arm(
                            arm.name(),
                            arm.model(),
                            who,
                            arm.size(),
                            arm.regimen().takenBy(scenario.seed(), i, 1),
                            arm.parameterSet())));
        }
        return new OneByOne()
                .solve(problems).stream()
                        .filter(PatientOutcome::success)
                        .mapToDouble(o -> o.values()[0][0])
                        .filter(v -> !Double.isNaN(v))
                        .sorted()
                        .toArray();
    }

    private static Prediction statistic(
            Observation.Reported reported,
            Measurand.Population wanted,
            Observable observable,
            double[] sorted,
            String why) {
        if (wanted.limited()) {
            double share = Arrays.stream(sorted).filter(wanted::within).count() / (double) sorted.length;
            return Prediction.of(reported.unit().equals("%") ? 100 * share : share);
        }
        Unit unit = Unit.parse(reported.unit());
        if (!unit.dimension().equals(observable.unit().dimension())) {
            return Prediction.none(
                    "needs a cohort, and a value in " + observable.unit().text() + ": " + why);
        }
        String word = reported.statistic().toLowerCase(Locale.ROOT);
        Optional<Double> value = Optional.ofNullable(byName(sorted).get(word));
        return value.map(v -> Prediction.of(unit.fromCanonical(observable.unit().toCanonical(v))))
                .orElseGet(() -> Prediction.none("needs a cohort: " + why + "; statistics predicted are "
                        + byName(sorted).keySet().stream().sorted().collect(Collectors.joining(", "))));
    }

    private static Map<String, Double> byName(double[] sorted) {
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        double variance =
                Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum() / (sorted.length - 1);
        return Map.of(
                "median",
                quantile(sorted, 0.5),
                "mean",
                mean,
                "sd",
                Math.sqrt(variance),
                "standard deviation",
                Math.sqrt(variance),
                "lower quartile",
                quantile(sorted, 0.25),
                "first quartile",
                quantile(sorted, 0.25),
                "upper quartile",
                quantile(sorted, 0.75),
                "third quartile",
                quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double p) {
        double place = p * sorted.length - 0.5;
        int below = (int) Math.floor(place);
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
