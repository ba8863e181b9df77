package org.thiosim.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.thiosim.cohort.ArmDoses;
import org.thiosim.cohort.Caveats;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortOutputs;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.CohortSummary.Attainment;
import org.thiosim.cohort.CohortSummary.Band;
import org.thiosim.cohort.Strata;
import org.thiosim.cohort.Target;
import org.thiosim.model.Observable;
import org.thiosim.model.ParameterSet;
import org.thiosim.simulation.RunRecord;

/** The pictures of a cohort: bands by arm and by genotype for each observable, and the shares who attain each target. */
public final class CohortCharts {
    /** Fewer patients than this make no band. */
    private static final long FEWEST = 10;

    /** Fewer patients than this are said to be few. */
    private static final long FEW = 20;

    private static final int MOST_PANELS = 9;
    private static final int MOST_CHANGES = 6;

    private final Cohort cohort;
    private final CohortSummary summary;
    private final List<String> arms;
    private final BandSheet.Aside aside;

    private CohortCharts(Cohort cohort, CohortSummary summary, Caveats caveats) {
        this.cohort = cohort;
        this.aside = aside(cohort, summary, caveats);
        this.summary = summary;
        this.arms = cohort.treatment().arms().stream().map(a -> a.name()).toList();
    }

    private static BandSheet.Aside aside(Cohort cohort, CohortSummary summary, Caveats caveats) {
        List<Double> changes = cohort.treatment().arms().stream()
                .flatMap(a -> a.changes(cohort.treatment().horizon()).stream())
                .distinct()
                .sorted()
                .toList();
        Map<String, List<ArmDoses>> doses = ArmDoses.of(cohort, summary).stream()
                .collect(Collectors.groupingBy(ArmDoses::arm, LinkedHashMap::new, Collectors.toList()));
        List<String> notes = doses.entrySet().stream()
                .map(e -> e.getKey() + ": "
                        + Typeset.of(e.getValue().get(0).doses())
                        + (e.getValue().size() > 1 ? ", others by phenotype" : ""))
                .toList();
        List<String> cautions = caveats.lines(cohort).stream()
                .filter(RunRecord::isContraindication)
                .toList();
        return new BandSheet.Aside(changes.size() > MOST_CHANGES ? List.of() : changes, notes, cautions);
    }

    /** All pictures of a cohort, in the order of the report. */
    public static List<Chart> of(Cohort cohort, CohortSummary summary, Caveats caveats) {
        CohortCharts charts = new CohortCharts(cohort, summary, caveats);
        List<Chart> all = new ArrayList<>();
        charts.attained().ifPresent(all::add);
        for (CohortOutputs.Shown shown : cohort.treatment().outputs().observables()) {
            charts.byArm(shown).ifPresent(all::add);
            charts.byGenotype(shown).ifPresent(all::add);
        }
        cohort.treatment().outputs().targets().forEach(t -> charts.byStratum(t).ifPresent(all::add));
        return all;
    }

    private Optional<Chart> byArm(CohortOutputs.Shown shown) {
        List<BandPanel> panels = new ArrayList<>();
        for (String arm : arms) {
            band(arm, Strata.ALL, shown.id()).ifPresent(b -> panels.add(new BandPanel(arm, List.of(b))));
        }
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(BandChart.of(new BandSheet(
                        "bands-" + ResultCharts.fileName(shown.id()),
                        shown.id(),
                        "Median, middle half and middle nine tenths of " + size(),
                        shown.unit(),
                        panels,
                        ranges(shown),
                        aside)));
    }

    private Optional<Chart> byGenotype(CohortOutputs.Shown shown) {
        List<BandPanel> panels = new ArrayList<>();
        for (String stratum : strata()) {
            if (!stratum.equals(Strata.ALL) && panels.size() < MOST_PANELS) {
                List<BandPanel.Band> bands = new ArrayList<>();
                arms.forEach(a -> band(a, stratum, shown.id()).ifPresent(bands::add));
                if (!bands.isEmpty()) {
                    panels.add(new BandPanel(group(stratum, count(stratum, shown.id())), bands));
                }
            }
        }
        return panels.size() < 2
                ? Optional.empty()
                : Optional.of(BandChart.of(new BandSheet(
                        "genotypes-" + ResultCharts.fileName(shown.id()),
                        shown.id() + " by genotype",
                        "Median and middle half" + (arms.size() == 1 ? ", pale the middle nine tenths" : "")
                                + "; groups of fewer than " + FEWEST + " patients are left out"
                                + few(panels.stream().map(BandPanel::title).toList()),
                        shown.unit(),
                        panels,
                        ranges(shown),
                        aside)));
    }

    private String size() {
        return cohort.size() + " patients" + (cohort.population().isWeighted() ? ", weighted to the population" : "");
    }

    private static String group(String stratum, long count) {
        return stratum + ", n = " + count + (count < FEW ? ", few" : "");
    }

    /** What few are, where a group is called so. */
    private static String few(List<String> groups) {
        return groups.stream().anyMatch(g -> g.endsWith(", few")) ? "; few: under " + FEW + " patients" : "";
    }

    private long count(String stratum, String observable) {
        return summary.bands().stream()
                .filter(b ->
                        b.cell().stratum().equals(stratum) && b.observable().equals(observable))
                .mapToLong(Band::count)
                .max()
                .orElse(0);
    }

    private List<String> strata() {
        return summary.attainment().stream()
                .map(a -> a.cell().stratum())
                .distinct()
                .toList();
    }

    private Optional<BandPanel.Band> band(String arm, String stratum, String observable) {
        List<Double> hours = new ArrayList<>();
        List<List<Double>> quantiles = new ArrayList<>();
        for (Band band : summary.bands()) {
            if (band.cell().arm().equals(arm)
                    && band.cell().stratum().equals(stratum)
                    && band.observable().equals(observable)
                    && (band.count() >= FEWEST || stratum.equals(Strata.ALL))) {
                hours.add(band.hour());
                quantiles.add(band.values());
            }
        }
        return hours.size() < 2
                ? Optional.empty()
                : Optional.of(new BandPanel.Band(arm, arms.indexOf(arm), hours, quantiles));
    }

    /** The window or limit of an observable, where it is meant for this population and parameter set. */
    private List<ReferenceRange> ranges(CohortOutputs.Shown shown) {
        Map<String, Observable> all =
                cohort.treatment().model().model().outputs().observables();
        double weight = cohort.population().isAdult() ? Double.MAX_VALUE : 0;
        Set<String> drugs = new TreeSet<>();
        cohort.treatment().arms().forEach(a -> a.regimens().values().forEach(r -> drugs.addAll(r.drugs())));
        Optional<String> set = cohort.treatment().set().map(ParameterSet::id);
        return Optional.ofNullable(all.get(shown.id()))
                .flatMap(o -> o.window()
                        .filter(w -> w.scope().holds(set, weight, drugs))
                        .map(w -> RunRecord.Reference.of(o, w)))
                .map(r -> new ReferenceRange(r.low(), r.high(), Typeset.of(r.label())))
                .stream()
                .toList();
    }

    private Optional<Chart> attained() {
        Map<String, List<AttainmentRow>> groups = new LinkedHashMap<>();
        for (Target target : cohort.treatment().outputs().goalsFirst()) {
            for (Attainment a : summary.attainment()) {
                if (a.target().equals(target)
                        && a.cell().stratum().equals(Strata.ALL)
                        && a.share().count() > 0) {
                    groups.computeIfAbsent(title(target), t -> new ArrayList<>())
                            .add(row(
                                    (target.isGoal() ? "Goal: " : "Harm: ") + title(target),
                                    a.cell().arm(),
                                    a));
                }
            }
        }
        List<AttainmentRow> rows =
                groups.values().stream().flatMap(List::stream).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(AttainmentChart.of(
                        "attainment",
                        "Who attains what",
                        "Share of " + size() + " with 95 % confidence interval. Filled: goal, more is better; hatched:"
                                + " harm, less is better",
                        rows));
    }

    private Optional<Chart> byStratum(Target target) {
        List<AttainmentRow> rows = new ArrayList<>();
        for (String stratum : strata()) {
            for (Attainment a : summary.attainment()) {
                if (a.target().equals(target)
                        && a.cell().stratum().equals(stratum)
                        && a.share().count() >= FEWEST) {
                    boolean nothing = cohort.treatment().arms().stream()
                            .anyMatch(c -> c.name().equals(a.cell().arm()) && c.takesNothing(stratum));
                    rows.add(row(group(stratum, a.share().count()), a.cell().arm() + (nothing ? " (no drug)" : ""), a));
                }
            }
        }
        return rows.size() <= arms.size()
                ? Optional.empty()
                : Optional.of(AttainmentChart.of(
                        "attainment-" + ResultCharts.fileName(target.id()),
                        (target.isGoal() ? "Goal: " : "Harm: ") + title(target),
                        "Share of patients by genotype and ancestry"
                                + (cohort.population().isWeighted() ? ", weighted to the population" : "")
                                + ", with 95 % confidence interval; "
                                + (target.isGoal() ? "more is better" : "less is better")
                                + few(rows.stream().map(AttainmentRow::group).toList()),
                        rows));
    }

    private static String title(Target target) {
        return Typeset.of(target.title());
    }

    private AttainmentRow row(String group, String label, Attainment a) {
        return new AttainmentRow(
                group,
                label,
                arms.indexOf(a.cell().arm()),
                !a.target().isGoal(),
                a.share().value(),
                a.share().low(),
                a.share().high());
    }
}
