package org.thiosim.qualification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.thiosim.dosing.DoseEvent;
import org.thiosim.model.Drug;
import org.thiosim.model.Model;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.ExposureMetric;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/** Reads the predictions of observations from a simulated scenario. */
final class Predictor {
    private static final double ALIKE = 0.9;

    private static final double PERCENT = 100;

    private final SimulationResult result;

    Predictor(SimulationResult result) {
        this.result = result;
    }

    Prediction predict(Observation observation) {
        Comparison comparison = observation.comparison();
        Measurand measurand = observation.measurand();
        if (comparison instanceof Comparison.NeedsCohort need) {
            return new VirtualGroup(result.scenario()).predict(observation, need.why());
        }
        Prediction own = value(observation.arm(), measurand);
        if (comparison instanceof Comparison.RatioTo ratio) {
            return over(own, value(ratio.arm(), ratio.reference()));
        }
        if (comparison instanceof Comparison.RatioOf ratio) {
            return over(own, value(observation.arm(), ratio.denominator()));
        }
        if (comparison instanceof Comparison.PercentOfDose percent) {
            return over(own, Prediction.of(dosed(observation.arm(), percent.drug(), measurand) / PERCENT));
        }
        return own;
    }

    private static Prediction over(Prediction numerator, Prediction denominator) {
        if (numerator.value().isEmpty()) {
            return numerator;
        }
        if (denominator.value().isEmpty()) {
            return denominator;
        }
        double below = denominator.value().getAsDouble();
        return below > 0
                ? Prediction.of(numerator.value().getAsDouble() / below)
                : Prediction.none("the model's reference value is " + below);
    }

    private Prediction value(String arm, Measurand measurand) {
        Optional<ArmResult> found =
                result.arms().stream().filter(a -> a.arm().name().equals(arm)).findFirst();
        if (found.isEmpty()) {
            return Prediction.none("the scenario has no arm " + arm);
        }
        if (!found.get().isSuccess()) {
            return Prediction.none("arm " + arm + " could not be solved: "
                    + found.get().outcome().message());
        }
        return measurand instanceof Measurand.Exposure exposure
                ? metric(found.get(), exposure)
                : level(found.get(), measurand);
    }

    private static Prediction level(ArmResult arm, Measurand measurand) {
        for (TimeCourse course : arm.timeCourses()) {
            int at = Arrays.binarySearch(course.hours(), measurand.hour());
            if (course.observable().equals(measurand.observable()) && at >= 0) {
                double value = course.values()[at];
                return Double.isNaN(value) ? notShown(measurand) : Prediction.of(value);
            }
        }
        return notShown(measurand);
    }

    private static Prediction metric(ArmResult arm, Measurand.Exposure exposure) {
        return arm.metrics().stream()
                .filter(m -> m.observable().equals(exposure.observable())
                        && m.metric().equals(exposure.metric())
                        && answers(m, exposure))
                .max(Comparator.comparingDouble(m -> likeness(m.window(), exposure.window())))
                .map(Metric::value)
                .map(Prediction::of)
                .orElseGet(() -> notShown(exposure));
    }

    /** A metric of a window answers for that window alone; one of a course for the phase that is most like it. */
    private static boolean answers(Metric metric, Measurand.Exposure exposure) {
        boolean ofWindow = ExposureMetric.of(metric.metric()).isPresent();
        return ofWindow
                ? metric.window().equals(exposure.window())
                : likeness(metric.window(), exposure.window()) >= ALIKE;
    }

    private static double overlap(TimeWindow a, TimeWindow b) {
        return Math.min(a.to(), b.to()) - Math.max(a.from(), b.from());
    }

    /** 1 for equal windows, less the more they differ. */
    private static double likeness(TimeWindow a, TimeWindow b) {
        return overlap(a, b) / (Math.max(a.to(), b.to()) - Math.min(a.from(), b.from()));
    }

    private static Prediction notShown(Measurand measurand) {
        return Prediction.none("the model shows no " + measurand.label() + " here; see the notices of thiosim run");
    }

    /** What 100 % of the doses before a time are, in the unit of the observable. */
    private double dosed(String arm, String drug, Measurand measurand) {
        Arm treated = result.scenario().arms().stream()
                .filter(a -> a.name().equals(arm))
                .findFirst()
                .orElseThrow();
        Model model = treated.model().model();
        Drug given = Optional.ofNullable(model.inputs().drugs().get(drug)).orElseThrow();
        double micromoles = treated.regimen().events(measurand.hour(), treated.size()).stream()
                .filter(e -> e.drug().equals(drug))
                .mapToDouble(e -> e.mass() / molarMass(e, given))
                .sum();
        return Optional.ofNullable(model.outputs().observables().get(measurand.observable()))
                .map(o -> o.unit().fromCanonical(micromoles))
                .orElse(micromoles);
    }

    private static double molarMass(DoseEvent event, Drug drug) {
        return drug.molarMass(event.form()).canonical();
    }
}
