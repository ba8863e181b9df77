package org.thiosim.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.thiosim.dosing.DoseRule;
import org.thiosim.dosing.DoseTimes;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.Scenario;

/** The periods of dosing of a scenario's arms, as the dose strip shows them. */
final class DoseSpans {
    private static final double NARROWEST = 0.01;

    private DoseSpans() {}

    static List<DoseSpan> of(Scenario scenario) {
        List<DoseSpan> spans = new ArrayList<>();
        for (Arm arm : scenario.arms()) {
            for (DoseRule rule : arm.regimen().rules()) {
                if (rule.times().cycle().isPresent()) {
                    spans.addAll(stretches(arm, rule, scenario.horizon()));
                } else {
                    spans.addAll(singles(arm, rule, scenario.horizon()));
                }
            }
        }
        return spans;
    }

    /** Where a repeated rule holds: its breaks are left out. */
    private static List<DoseSpan> stretches(Arm arm, DoseRule rule, double horizon) {
        DoseTimes times = rule.times();
        TreeSet<Double> borders = new TreeSet<>(times.borders());
        borders.add(horizon);
        List<Double> inside = borders.stream().filter(b -> b <= horizon).toList();
        List<DoseSpan> spans = new ArrayList<>();
        for (int i = 0; i + 1 < inside.size(); i++) {
            if (times.holdsWithin(inside.get(i), inside.get(i + 1))) {
                spans.add(new DoseSpan(arm.name(), rule.drug(), inside.get(i), inside.get(i + 1), label(arm, rule)));
            }
        }
        return spans;
    }

    private static List<DoseSpan> singles(Arm arm, DoseRule rule, double horizon) {
        return rule.times().within(horizon).stream()
                .map(t -> new DoseSpan(
                        arm.name(),
                        rule.drug(),
                        t,
                        Math.min(t + NARROWEST * horizon, horizon),
                        rule.dose().text(arm.size())))
                .toList();
    }

    private static String label(Arm arm, DoseRule rule) {
        return rule.dose().text(arm.size()) + " " + rule.times().words();
    }
}
