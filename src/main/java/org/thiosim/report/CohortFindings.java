package org.thiosim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thiosim.chart.PhaseWords;
import org.thiosim.chart.Typeset;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortMetric;
import org.thiosim.cohort.CohortOutputs;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.Proportion;
import org.thiosim.cohort.Strata;
import org.thiosim.cohort.Target;
import org.thiosim.units.Numbers;
import org.thiosim.units.Percent;

/**
 * What a cohort found among all its patients, as a table of arms beside each other, and the quantities of its contrasts in
 * words.
 *
 * @param rows medians of levels, then goals, then harms
 */
record CohortFindings(List<String> arms, List<Row> rows) {
    private static final int DIGITS = 3;
    private static final double COUNTED = 0.01;
    private static final List<String> LEVELS = List.of("6-TGN", "6-MMPR");

    CohortFindings {
        arms = List.copyOf(arms);
        rows = List.copyOf(rows);
    }

    /**
     * One quantity on each arm.
     *
     * @param best the arm that does best beyond the interval of its share, where one does
     */
    record Row(String quantity, List<String> values, OptionalInt best) {
        Row {
            values = List.copyOf(values);
        }
    }

    static CohortFindings of(Cohort cohort, CohortSummary summary) {
        List<String> arms =
                cohort.treatment().arms().stream().map(a -> a.name()).toList();
        List<Row> rows = new ArrayList<>();
        for (CohortOutputs.Shown shown : cohort.treatment().outputs().observables()) {
            if (LEVELS.contains(shown.id())) {
                List<String> medians = arms.stream()
                        .map(a -> median(summary, shown, a)
                                .map(m -> level(shown, m))
                                .orElse("–"))
                        .toList();
                rows.add(new Row(
                        "median " + shown.id() + Typeset.inBrackets(shown.unit()), medians, OptionalInt.empty()));
            }
        }
        for (Target target : cohort.treatment().outputs().goalsFirst()) {
            rows.add(row(target, arms, summary));
        }
        return new CohortFindings(arms, rows);
    }

    private static Row row(Target target, List<String> arms, CohortSummary summary) {
        List<Optional<Proportion>> shares = arms.stream()
                .map(arm -> summary.attainment().stream()
                        .filter(a -> a.cell().equals(new CohortSummary.Cell(arm, Strata.ALL))
                                && a.target().equals(target))
                        .map(CohortSummary.Attainment::share)
                        .filter(share -> share.count() > 0)
                        .findFirst())
                .toList();
        return new Row(
                (target.isGoal() ? "Goal: " : "Harm: ") + Typeset.of(target.title()),
                shares.stream()
                        .map(s -> s.map(share -> Percent.of(share.value())).orElse("–"))
                        .toList(),
                best(shares, target.isGoal()));
    }

    /** The arm whose interval lies on the better side of the shares of all others. */
    static OptionalInt best(List<Optional<Proportion>> shares, boolean goal) {
        return IntStream.range(0, shares.size())
                .filter(i -> shares.size() > 1 && shares.get(i).isPresent())
                .filter(i -> IntStream.range(0, shares.size())
                        .filter(j -> j != i)
                        .allMatch(j -> shares.get(j)
                                .filter(other -> goal
                                        ? shares.get(i).orElseThrow().low() > other.value()
                                        : shares.get(i).orElseThrow().high() < other.value())
                                .isPresent()))
                .findFirst();
    }

    /** The rows as a table; what an arm does best in stands in bold letters and is said. */
    void write(Html html) {
        if (rows.isEmpty()) {
            return;
        }
        html.scroll("In short").open("table").open("thead").open("tr").element("th", "all patients", "scope", "col");
        arms.forEach(a -> html.element("th", a, "scope", "col"));
        html.close("tr").close("thead").open("tbody");
        for (Row row : rows) {
            html.open("tr").element("th", row.quantity(), "scope", "row");
            for (int i = 0; i < arms.size(); i++) {
                html.open("td", "class", "number");
                if (row.best().equals(OptionalInt.of(i))) {
                    html.element("strong", row.values().get(i)).element("span", "best", "class", "note");
                } else {
                    html.text(row.values().get(i));
                }
                html.close("td");
            }
            html.close("tr");
        }
        html.closeTable();
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
