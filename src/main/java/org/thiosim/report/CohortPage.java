package org.thiosim.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thiosim.chart.Chart;
import org.thiosim.cohort.ArmDoses;
import org.thiosim.cohort.Caveats;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortOutputs;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.CohortSummary.GenotypeCount;
import org.thiosim.cohort.Population;
import org.thiosim.cohort.Population.PublishedShare;
import org.thiosim.cohort.PublishedComparison;
import org.thiosim.cohort.PublishedValue;
import org.thiosim.cohort.Strata;
import org.thiosim.simulation.RunRecord;
import org.thiosim.units.Numbers;
import org.thiosim.units.Percent;

/** A cohort as one self-contained HTML page; every text from a file is escaped. */
public final class CohortPage {
    private static final String PURPOSE = "For teaching and research, never for dosing a patient.";
    private static final int DIGITS = 3;

    private final Cohort cohort;
    private final CohortSummary summary;
    private final Caveats caveats;
    private final List<PublishedComparison> comparisons;
    private final RunReport.Pictures pictures;
    private final Html html = new Html();

    private CohortPage(
            Cohort cohort,
            CohortSummary summary,
            Caveats caveats,
            List<PublishedComparison> comparisons,
            RunReport.Pictures pictures) {
        this.caveats = caveats;
        this.cohort = cohort;
        this.summary = summary;
        this.comparisons = List.copyOf(comparisons);
        this.pictures = pictures;
    }

    /**
     * The page, in UTF-8.
     *
     * @param manifest the manifest's text, shown at the end
     */
    public static byte[] of(
            Cohort cohort,
            CohortSummary summary,
            Caveats caveats,
            List<PublishedComparison> comparisons,
            RunReport.Pictures pictures,
            String manifest) {
        return new CohortPage(cohort, summary, caveats, comparisons, pictures)
                .page(manifest)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String page(String manifest) {
        html.open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", cohort.head().title() + " – thiosim");
        html.style(PageStyle.css()).close("head").open("body");
        html.element("a", "Skip to the report", "class", "skip", "href", "#report");
        html.open("header");
        html.element("p", PURPOSE, "class", "banner");
        html.element("h1", cohort.head().title());
        if (!cohort.head().lesson().isBlank()) {
            html.element("p", cohort.head().lesson().strip(), "class", "lesson");
        }
        html.close("header").open("main", "id", "report");
        List<ArmDoses> doses = ArmDoses.of(cohort, summary);
        summary();
        care(doses);
        treatments(doses);
        attainment();
        published();
        contrasts();
        charts("bands-", "Percentile bands");
        charts("genotypes-", "By genotype");
        charts("attainment-", "Targets by genotype");
        genotypes();
        spread();
        population();
        html.open("details")
                .element("summary", "Manifest")
                .element("pre", manifest)
                .close("details");
        html.close("main")
                .open("footer")
                .element("p", PURPOSE, "class", "quiet")
                .close("footer");
        return html.close("body").close("html").toString();
    }

    private void summary() {
        Cohort.Treatment treatment = cohort.treatment();
        html.open("section", "class", "short").element("h2", "In short");
        List<String> facts = new ArrayList<>();
        facts.add(String.format(Locale.ROOT, "%,d", cohort.size()) + " virtual patients: "
                + cohort.population().description().title() + "; seed " + cohort.seed());
        facts.add("The same patients with the same random numbers on "
                + (treatment.arms().size() == 1 ? "one arm" : treatment.arms().size() + " arms") + ": "
                + String.join(", ", treatment.arms().stream().map(a -> a.name()).toList()) + "; "
                + Numbers.format(treatment.horizon() / 168, 4) + " weeks");
        facts.add(
                summary.failures() == 0
                        ? "Every course was solved"
                        : summary.failures()
                                + " courses could not be solved; failures.csv says why, statistics leave them"
                                + " out");
        facts.add(
                summary.exact()
                        ? "Percentiles are exact for these patients"
                        : "Percentiles come from whole numbers of patients in bins, relative error at most "
                                + Numbers.format(100 * CohortSummary.quantileError(), DIGITS) + " %");
        if (cohort.population().genotypes().stream().anyMatch(e -> Math.abs(e.weight() - 1) > 1e-9)) {
            facts.add(
                    "Rare genotypes were drawn more often than they occur; every statistic weighs the patients so that"
                            + " it holds for the population");
        }
        facts.addAll(0, CohortFindings.of(cohort, summary));
        html.list(facts).close("section");
    }

    private void care(List<ArmDoses> doses) {
        html.element("h2", "Read with care");
        List<String> items = new ArrayList<>(ArmDoses.otherwise(doses));
        List<String> lines = caveats.lines(cohort);
        lines.stream().filter(RunRecord::isContraindication).forEach(l -> html.element("p", l, "class", "stern"));
        lines.stream().filter(l -> !RunRecord.isContraindication(l)).forEach(items::add);
        html.list(items);
        if (caveats.judged() < cohort.size()) {
            html.element(
                    "p",
                    "Shares of patients in this list come from the first " + caveats.judged() + " patients.",
                    "class",
                    "quiet");
        }
    }

    private void treatments(List<ArmDoses> doses) {
        html.element("h2", "Treatments");
        head("arm", "takes", "patients", "n", "phenotypes");
        for (ArmDoses d : doses) {
            boolean alone = doses.stream().filter(o -> o.arm().equals(d.arm())).count() == 1;
            html.row(
                    "td",
                    List.of(
                            d.arm(),
                            d.doses(),
                            Percent.of(d.share()),
                            Long.toString(d.patients()),
                            alone ? "all" : String.join("; ", d.who())));
        }
        html.close("table").close("div");
        List<String> notes =
                doses.stream().flatMap(d -> d.notes().stream()).distinct().toList();
        if (!notes.isEmpty()) {
            html.open("details").element("summary", "How the doses came about");
            html.list(notes).close("details");
        }
    }

    private void attainment() {
        if (cohort.treatment().outputs().targets().isEmpty()) {
            return;
        }
        html.element("h2", "Targets");
        charts("attainment", "");
        head("target", "arm", "share of patients", "95 % interval", "n");
        for (CohortSummary.Attainment a : summary.attainment()) {
            if (a.cell().stratum().equals(Strata.ALL) && a.share().count() > 0) {
                html.row(
                        "td",
                        List.of(
                                a.target().title(),
                                a.cell().arm(),
                                Percent.of(a.share().value()),
                                Percent.of(a.share().low()) + " to "
                                        + Percent.of(a.share().high()),
                                Long.toString(a.share().count())));
            }
        }
        html.close("table").close("div");
    }

    private void published() {
        if (comparisons.isEmpty()) {
            return;
        }
        html.element("h2", "Beside published figures");
        head("what", "published", "this cohort", "95 % interval", "distance", "source");
        for (PublishedComparison c : comparisons) {
            boolean share = c.published().subject() instanceof PublishedValue.Subject.Attained;
            html.row(
                    "td",
                    List.of(
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
        html.close("table").close("div");
    }

    private static String limits(CohortSummary.Interval interval, boolean share) {
        return interval.hasLimits() ? figure(interval.low(), share) + " to " + figure(interval.high(), share) : "–";
    }

    private static String figure(double value, boolean share) {
        return share ? Percent.of(value) : Numbers.format(value, DIGITS);
    }

    private void contrasts() {
        List<CohortSummary.Contrast> all = summary.contrasts().stream()
                .filter(c -> c.cell().stratum().equals(Strata.ALL))
                .filter(c -> c.measure().startsWith("risk") || c.quantity().contains(" trough "))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        html.element("h2", "Arms against " + all.get(0).reference() + ", in the same patients");
        html.element(
                "p",
                "Levels are those before the dose at the end; contrasts.csv holds every metric and every genotype.",
                "class",
                "quiet");
        head("quantity", "arm", "measure", "estimate", "95 % interval", "unit", "n");
        for (CohortSummary.Contrast c : all) {
            boolean risk = c.measure().startsWith("risk");
            html.row(
                    "td",
                    List.of(
                            CohortFindings.quantity(cohort, c),
                            c.cell().arm(),
                            c.measure(),
                            figure(c.value().estimate(), risk),
                            limits(c.value(), risk),
                            risk ? "of patients" : c.unit().equals("1") ? "" : c.unit(),
                            Long.toString(c.count())));
        }
        html.close("table").close("div");
    }

    private void genotypes() {
        html.element("h2", "Genotypes");
        html.element(
                "p",
                "Diplotypes are drawn in Hardy-Weinberg proportions of the frequency table. Published shares were counted in"
                        + " people.",
                "class",
                "quiet");
        head("gene", "phenotype", "expected", "this cohort", "95 % interval", "n drawn", "published", "source");
        for (GenotypeCount g : summary.genotypes()) {
            if (g.kind().equals("phenotype")) {
                Optional<PublishedShare> found = cohort.population().description().published().stream()
                        .filter(p -> p.gene().equals(g.gene()) && p.phenotype().equals(g.name()))
                        .findFirst();
                html.row(
                        "td",
                        List.of(
                                g.gene(),
                                g.name(),
                                Percent.of(g.expected()),
                                Percent.of(g.share().value()),
                                Percent.of(g.share().low()) + " to "
                                        + Percent.of(g.share().high()),
                                Long.toString(g.count()),
                                found.map(CohortPage::range).orElse(""),
                                found.map(PublishedShare::source).orElse("")));
            }
        }
        html.close("table").close("div");
    }

    private static String range(PublishedShare share) {
        return share.low() == share.high()
                ? Percent.of(share.low())
                : Percent.of(share.low()) + " to " + Percent.of(share.high());
    }

    private void spread() {
        html.element("h2", "Spread at the end");
        html.element(
                "p",
                "Geometric mean and SD of the logarithm rest on the positive values, whose number stands beside them. Counts of"
                        + " cells have neither: the model lets them run to nearly nothing.",
                "class",
                "quiet");
        head(
                "observable",
                "arm",
                "stratum",
                "median",
                "mean",
                "SD",
                "n",
                "geometric mean",
                "SD of the logarithm",
                "n positive");
        for (CohortSummary.Spread s : summary.spreads()) {
            if (s.level().count() > 1 && !s.cell().stratum().startsWith("ancestry")) {
                CohortOutputs outputs = cohort.treatment().outputs();
                CohortOutputs.Shown shown = outputs.observables().get(outputs.indexOf(s.observable()));
                html.row(
                        "td",
                        List.of(
                                s.observable(),
                                s.cell().arm(),
                                s.cell().stratum(),
                                CohortFindings.level(shown, s.level().median()),
                                CohortFindings.level(shown, s.level().mean()),
                                CohortFindings.level(shown, s.level().sd()),
                                Long.toString(s.level().count()),
                                s.log()
                                        .map(l -> Numbers.format(l.geometricMean(), DIGITS))
                                        .orElse("–"),
                                s.log().map(l -> number(l.sd())).orElse("–"),
                                s.log().map(l -> Long.toString(l.count())).orElse("–")));
            }
        }
        html.close("table").close("div");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : Numbers.format(value, DIGITS);
    }

    private void population() {
        Population.Description description = cohort.population().description();
        html.element("h2", "The population");
        html.element("p", description.title());
        head("number", "value", "known", "source");
        description.facts().forEach(f -> html.row("td", List.of(f.name(), f.value(), f.known(), f.source())));
        html.close("table").close("div");
        if (!description.notes().isEmpty()) {
            html.list(description.notes());
        }
    }

    private void head(String... names) {
        html.open("div", "class", "scroll").open("table").row("th", List.of(names));
    }

    /** The pictures whose names begin so; the one of that very name where there is no heading. */
    private void charts(String prefix, String heading) {
        List<Chart> some = pictures.charts().stream()
                .filter(c ->
                        heading.isEmpty() ? c.name().equals(prefix) : c.name().startsWith(prefix))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        if (!heading.isEmpty()) {
            html.element("h2", heading);
        }
        for (Chart chart : some) {
            byte[] svg = Map.copyOf(pictures.svg()).getOrDefault(chart.name(), new byte[0]);
            html.open("figure");
            html.empty(
                    "img",
                    "src",
                    "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg),
                    "alt",
                    chart.description());
            html.element("figcaption", chart.title()).close("figure");
        }
    }
}
