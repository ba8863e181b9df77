package org.thiosim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thiosim.chart.PhaseWords;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortMetric;
import org.thiosim.cohort.CohortOutputs;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.CohortSummary.Attainment;
import org.thiosim.cohort.Strata;
import org.thiosim.units.Numbers;
import org.thiosim.units.Percent;

/** What a cohort found, one line for each arm, and the quantities of its contrasts in words. */
final class CohortFindings {
    private static final int DIGITS = 3;
    private static final double COUNTED = 0.01;
    private static final List<String> LEVELS = List.of("6-TGN", "6-MMPR");

    private CohortFindings() {}

    /** What was found on an arm. */
    record Finding(String arm, List<String> parts) {}

    /** Levels and targets of each arm among all patients, those of the first arm beside them. */
    static List<Finding> of(Cohort cohort, CohortSummary summary) {
        List<String> arms =
                cohort.treatment().arms().stream().map(a -> a.name()).toList();
        return arms.stream()
                .map(arm -> new Finding(arm, parts(cohort, summary, arm, arms.get(0))))
                .filter(f -> !f.parts().isEmpty())
                .toList();
    }

    private static List<String> parts(Cohort cohort, CohortSummary summary, String arm, String reference) {
        List<String> parts = new ArrayList<>();
        for (CohortOutputs.Shown shown : cohort.treatment().outputs().observables()) {
            if (LEVELS.contains(shown.id())) {
                median(summary, shown, arm)
                        .ifPresent(m -> parts.add("median " + shown.id() + " " + level(shown, m) + " " + shown.unit()
                                + instead(
                                        arm,
                                        reference,
                                        median(summary, shown, reference).map(r -> level(shown, r)))));
            }
        }
        for (Attainment a : summary.attainment()) {
            if (a.cell().arm().equals(arm) && isCounted(a)) {
                Optional<String> other = summary.attainment().stream()
                        .filter(r -> r.cell().arm().equals(reference)
                                && isCounted(r)
                                && r.target().equals(a.target()))
                        .map(r -> Percent.of(r.share().value()))
                        .findFirst();
                parts.add(a.target().title() + " in " + Percent.of(a.share().value()) + instead(arm, reference, other));
            }
        }
        return List.copyOf(parts);
    }

    private static boolean isCounted(Attainment a) {
        return a.cell().stratum().equals(Strata.ALL) && a.share().count() > 0;
    }

    private static String instead(String arm, String reference, Optional<String> other) {
        return arm.equals(reference)
                ? ""
                : other.map(o -> " (" + o + " on " + reference + ")").orElse("");
    }

    private static Optional<Double> median(CohortSummary summary, CohortOutputs.Shown shown, String arm) {
        return summary.spreads().stream()
                .filter(s -> s.cell().equals(new CohortSummary.Cell(arm, Strata.ALL))
                        && s.observable().equals(shown.id()))
                .map(s -> s.level().median())
                .findFirst();
    }

    /** A level as text; a count of cells below 0.01·10⁹/L as {@code < 0.01}. */
    static String level(CohortOutputs.Shown shown, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return shown.isCellCount() && value > 0 && value < COUNTED ? "< 0.01" : Numbers.format(value, DIGITS);
    }

    /** A quantity of a contrast by its title, with times in weeks; as it is where it is neither target nor metric. */
    static String quantity(Cohort cohort, CohortSummary.Contrast contrast) {
        CohortOutputs outputs = cohort.treatment().outputs();
        String name = contrast.quantity();
        return outputs.targets().stream()
                .filter(t -> t.id().equals(name))
                .map(t -> t.title())
                .findFirst()
                .or(() -> outputs.metrics().stream()
                        .filter(m -> m.name().equals(name))
                        .map(m -> words(outputs, m))
                        .findFirst())
                .orElse(name);
    }

    private static String words(CohortOutputs outputs, CohortMetric metric) {
        String title = outputs.observables().stream()
                .filter(o -> o.id().equals(metric.observable()))
                .map(CohortOutputs.Shown::title)
                .collect(Collectors.joining());
        String what = title.contains(metric.observable()) ? title : metric.observable() + ", " + title;
        return metric.metric().equals(CohortMetric.TROUGH)
                ? what + ", before the dose at "
                        + PhaseWords.time(metric.window().to())
                : what + ", " + metric.metric() + ", " + PhaseWords.span(metric.window());
    }
}
