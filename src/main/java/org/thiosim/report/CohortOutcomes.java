package org.thiosim.report;

import java.util.List;
import java.util.stream.Collectors;
import org.thiosim.chart.Typeset;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.PublishedComparison;
import org.thiosim.cohort.PublishedValue;
import org.thiosim.cohort.Strata;
import org.thiosim.cohort.Target;
import org.thiosim.units.Numbers;
import org.thiosim.units.Percent;

/** What came out on each arm of a cohort: targets, published figures beside them, contrasts between arms. */
record CohortOutcomes(Html html, Cohort cohort, CohortSummary summary, Pictures pictures) {
    private static final int DIGITS = 3;

    void attainment() {
        if (cohort.treatment().outputs().targets().isEmpty()) {
            return;
        }
        html.element("h2", "Targets", "id", "targets");
        pictures.write(html, c -> c.name().equals("attainment"), "targets");
        html.element(
                "p",
                "A goal is to lie in a window, more is better; a harm is to pass a limit, less is better. n is the patients"
                        + " drawn"
                        + (cohort.population().isWeighted() ? "; shares are weighted to the population." : "."),
                "class",
                "quiet");
        html.table("Targets", "target", "arm", "share of patients", "95 % interval", "n");
        for (Target target : cohort.treatment().outputs().goalsFirst()) {
            for (CohortSummary.Attainment a : summary.attainment()) {
                if (!a.target().equals(target)
                        || !a.cell().stratum().equals(Strata.ALL)
                        || a.share().count() == 0) {
                    continue;
                }
                html.namedRow(List.of(
                        (target.isGoal() ? "Goal: " : "Harm: ") + Typeset.of(target.title()),
                        a.cell().arm(),
                        Percent.of(a.share().value()),
                        Percent.of(a.share().low()) + " to "
                                + Percent.of(a.share().high()),
                        Long.toString(a.share().count())));
            }
        }
        html.closeTable();
    }

    void published(List<PublishedComparison> comparisons) {
        if (comparisons.isEmpty()) {
            return;
        }
        html.element("h2", "Beside published figures", "id", "published");
        html.table(
                "Beside published figures", "what", "published", "this cohort", "95 % interval", "distance", "source");
        for (PublishedComparison c : comparisons) {
            boolean share = c.published().subject() instanceof PublishedValue.Subject.Attained;
            html.namedRow(List.of(
                    c.published().what(),
                    figure(c.published().value(), share),
                    figure(c.predicted().estimate(), share),
                    limits(c.predicted(), share),
                    (c.distance() >= 0 ? "+" : "")
                            + (share
                                    ? Numbers.format(100 * c.distance(), DIGITS) + " points"
                                    : Numbers.format(c.distance(), DIGITS)),
                    c.published().source()));
        }
        html.closeTable();
    }

    private static String limits(CohortSummary.Interval interval, boolean share) {
        return interval.hasLimits() ? figure(interval.low(), share) + " to " + figure(interval.high(), share) : "–";
    }

    private static String points(double share) {
        return (share > 0 ? "+" : "") + Numbers.format(100 * share, DIGITS);
    }

    private static String points(CohortSummary.Interval interval) {
        return interval.hasLimits() ? points(interval.low()) + " to " + points(interval.high()) : "–";
    }

    private static String figure(double value, boolean share) {
        return share ? Percent.of(value) : Numbers.format(value, DIGITS);
    }

    void contrasts() {
        List<CohortSummary.Contrast> all = summary.contrasts().stream()
                .filter(c -> c.cell().stratum().equals(Strata.ALL))
                .filter(c -> c.measure().startsWith("risk") || c.quantity().contains(" trough "))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        String reference = all.get(0).reference();
        html.element("h2", "Arms against " + reference + ", in the same patients", "id", "contrasts");
        html.element(
                "p",
                "Levels are those before the dose at the end; contrasts.csv holds every metric and every genotype.",
                "class",
                "quiet");
        List<CohortSummary.Contrast> same =
                all.stream().filter(CohortOutcomes::isSame).toList();
        if (!same.isEmpty()) {
            html.element("p", "No patient differs from " + reference + " in: " + same(same) + ".", "class", "quiet");
        }
        html.table("Arms against " + reference, "quantity", "arm", "measure", "estimate", "95 % interval", "unit", "n");
        for (CohortSummary.Contrast c : all.stream().filter(c -> !isSame(c)).toList()) {
            boolean risk = c.measure().startsWith("risk");
            html.namedRow(List.of(
                    Typeset.of(CohortFindings.quantity(cohort, c)),
                    c.cell().arm(),
                    c.measure(),
                    risk ? points(c.value().estimate()) : figure(c.value().estimate(), false),
                    risk ? points(c.value()) : limits(c.value(), false),
                    risk ? "percentage points" : c.unit().equals("1") ? "" : Typeset.of(c.unit()),
                    Long.toString(c.count())));
        }
        html.closeTable();
    }

    /** Whether an arm is as the reference in every patient, so that the contrast can only be nothing. */
    private static boolean isSame(CohortSummary.Contrast contrast) {
        double none = contrast.measure().startsWith("ratio") ? 1 : 0;
        return contrast.value().estimate() == none
                && contrast.value().low() == none
                && contrast.value().high() == none;
    }

    private String same(List<CohortSummary.Contrast> contrasts) {
        return contrasts.stream()
                .map(c -> Typeset.of(CohortFindings.quantity(cohort, c)) + " on "
                        + c.cell().arm())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
