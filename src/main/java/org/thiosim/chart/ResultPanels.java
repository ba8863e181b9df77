package org.thiosim.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thiosim.model.Observable;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;

/** The pictures of a run: one panel for each observable. */
public final class ResultPanels {
    private static final int DIGITS = 4;

    private ResultPanels() {}

    /** Panels by observable, in the order of the outputs; an observable without a value in any arm has none. */
    public static Map<String, TimeCoursePanel> of(SimulationResult result) {
        Scenario scenario = result.scenario();
        List<DoseSpan> doses = DoseSpans.of(scenario);
        Map<String, TimeCoursePanel> panels = new LinkedHashMap<>();
        for (String observable : scenario.outputs().observables()) {
            List<TimeCourse> curves = curves(result, observable);
            if (!curves.isEmpty()) {
                panels.put(
                        observable,
                        new TimeCoursePanel(
                                scenario.head().title(),
                                observable,
                                curves.get(0).unit(),
                                curves,
                                ranges(scenario, observable),
                                doses,
                                notice(result)));
            }
        }
        return panels;
    }

    private static List<TimeCourse> curves(SimulationResult result, String observable) {
        List<TimeCourse> curves = new ArrayList<>();
        for (ArmResult arm : result.arms()) {
            arm.timeCourses().stream()
                    .filter(c -> c.observable().equals(observable))
                    .map(TimeCourse::shown)
                    .filter(c -> c.hours().length > 1)
                    .forEach(curves::add);
        }
        return curves;
    }

    private static List<ReferenceRange> ranges(Scenario scenario, String id) {
        return scenario.arms().stream()
                .findFirst()
                .flatMap(arm -> Optional.ofNullable(
                                arm.model().model().outputs().observables().get(id))
                        .flatMap(o -> o.window().filter(w -> applies(w, arm)).map(w -> range(o, w))))
                .stream()
                .toList();
    }

    private static boolean applies(Observable.ReferenceWindow window, Arm arm) {
        boolean set = window.parameterSet().stream()
                .allMatch(s -> arm.parameterSet().filter(p -> p.id().equals(s)).isPresent());
        return set && window.minWeight().stream().allMatch(w -> arm.size().weight() >= w);
    }

    private static ReferenceRange range(Observable observable, Observable.ReferenceWindow window) {
        String with = window.population() + ", " + window.assay();
        Optional<Double> low = window.low().map(q -> value(observable, q));
        Optional<Double> high = window.high().map(q -> value(observable, q));
        if (low.isPresent() && high.isPresent()) {
            return ReferenceRange.window(
                    low.get(),
                    high.get(),
                    text(low.get()) + "–" + text(high.get()) + " "
                            + observable.unit().text() + ": " + with);
        }
        return high.isPresent()
                ? ReferenceRange.upperLimit(
                        high.get(), text(high.get()) + " " + observable.unit().text() + ": " + with)
                : ReferenceRange.lowerLimit(
                        low.orElseThrow(),
                        text(low.orElseThrow()) + " " + observable.unit().text() + ": " + with);
    }

    private static double value(Observable observable, Quantity quantity) {
        return observable.unit().fromCanonical(quantity.canonical());
    }

    private static String text(double value) {
        return Numbers.format(value, DIGITS);
    }

    /** The sternest notice of a run: a contraindication or extrapolation, if any arm has one. */
    private static Optional<String> notice(SimulationResult result) {
        return result.arms().stream()
                .flatMap(a -> a.notices().stream()
                        .filter(n -> n.startsWith("Contraindicated"))
                        .map(n -> a.arm().name() + ": " + n))
                .findFirst();
    }
}
