package org.thiosim.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thiosim.chart.Typeset;
import org.thiosim.cohort.ArmDoses;
import org.thiosim.cohort.Caveats;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.PublishedComparison;
import org.thiosim.simulation.RunRecord;
import org.thiosim.units.Numbers;
import org.thiosim.units.Percent;

/** A cohort as one self-contained HTML page; every text from a file is escaped. */
public final class CohortPage {
    /** Headings of the sections of pictures, by the beginning of the pictures' names. */
    private static final Map<String, String> PICTURES = pictures();

    private static final int DIGITS = 3;

    private final Cohort cohort;
    private final CohortSummary summary;
    private final Caveats caveats;
    private final List<PublishedComparison> comparisons;
    private final Pictures pictures;
    private final Html html;

    private CohortPage(
            Cohort cohort,
            CohortSummary summary,
            Caveats caveats,
            List<PublishedComparison> comparisons,
            Pictures pictures) {
        this.caveats = caveats;
        this.cohort = cohort;
        this.summary = summary;
        this.comparisons = List.copyOf(comparisons);
        this.pictures = pictures;
        this.html = PageFrame.open(cohort.head(), contents());
    }

    private static Map<String, String> pictures() {
        Map<String, String> pictures = new LinkedHashMap<>();
        pictures.put("bands-", "Percentile bands");
        pictures.put("genotypes-", "By genotype");
        pictures.put("attainment-", "Targets by genotype");
        return Collections.unmodifiableMap(pictures);
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
            Pictures pictures,
            String manifest) {
        return new CohortPage(cohort, summary, caveats, comparisons, pictures).page(manifest);
    }

    private byte[] page(String manifest) {
        List<ArmDoses> doses = ArmDoses.of(cohort, summary);
        summary();
        care(doses);
        treatments(doses);
        CohortOutcomes outcomes = new CohortOutcomes(html, cohort, summary, pictures);
        outcomes.attainment();
        outcomes.published(comparisons);
        outcomes.contrasts();
        PICTURES.forEach(this::charts);
        CohortPeople people = new CohortPeople(html, cohort, summary);
        people.genotypes();
        people.spread();
        people.population();
        return PageFrame.close(html, cohort.head(), manifest);
    }

    /** The sections of the page that are not empty. */
    private Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        contents.put("short", "In short");
        contents.put("care", "Read with care");
        contents.put("arms", "Treatments");
        if (!cohort.treatment().outputs().targets().isEmpty()) {
            contents.put("targets", "Targets");
        }
        if (!comparisons.isEmpty()) {
            contents.put("published", "Published figures");
        }
        PICTURES.forEach((prefix, name) -> {
            if (pictures.has(c -> c.name().startsWith(prefix))) {
                contents.put(prefix, name);
            }
        });
        contents.put("genotypes", "Genotypes");
        contents.put("spread", "Spread");
        contents.put("population", "Population");
        contents.put("manifest", "Manifest");
        return contents;
    }

    private void summary() {
        Cohort.Treatment treatment = cohort.treatment();
        html.open("section", "class", "short", "aria-labelledby", "short").element("h2", "In short", "id", "short");
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
        if (cohort.population().isWeighted()) {
            facts.add(
                    "Rare genotypes were drawn more often than they occur; every statistic weighs the patients so that"
                            + " it holds for the population");
        }
        contraindicated();
        CohortFindings.of(cohort, summary).write(html);
        html.list(facts.stream().map(Typeset::of).toList()).close("section");
    }

    private void care(List<ArmDoses> doses) {
        html.element("h2", "Read with care", "id", "care");
        List<String> items = new ArrayList<>(ArmDoses.otherwise(doses));
        caveats.lines(cohort).stream()
                .filter(l -> !RunRecord.isContraindication(l))
                .forEach(items::add);
        html.list(items.stream().map(Typeset::of).toList());
        if (caveats.judged() < cohort.size()) {
            html.element(
                    "p",
                    "Shares of patients in this list come from the first " + caveats.judged() + " patients.",
                    "class",
                    "quiet");
        }
    }

    private void contraindicated() {
        List<String> lines = caveats.lines(cohort).stream()
                .filter(RunRecord::isContraindication)
                .toList();
        if (!lines.isEmpty()) {
            html.open("div", "class", "stern");
            lines.forEach(l -> html.element("p", Typeset.of(l)));
            html.close("div");
        }
    }

    private void treatments(List<ArmDoses> doses) {
        html.element("h2", "Treatments", "id", "arms");
        html.table("Treatments", "arm", "takes", "patients", "n", "phenotypes");
        for (ArmDoses d : doses) {
            boolean alone = doses.stream().filter(o -> o.arm().equals(d.arm())).count() == 1;
            html.namedRow(List.of(
                    d.arm(),
                    d.doses(),
                    Percent.of(d.share()),
                    Long.toString(d.patients()),
                    alone ? "all" : String.join("; ", d.who())));
        }
        html.closeTable();
        List<String> notes =
                doses.stream().flatMap(d -> d.notes().stream()).distinct().toList();
        if (!notes.isEmpty()) {
            html.open("details").element("summary", "How the doses came about");
            html.list(notes).close("details");
        }
    }

    private void charts(String prefix, String heading) {
        if (pictures.has(c -> c.name().startsWith(prefix))) {
            html.element("h2", heading, "id", prefix);
            pictures.write(html, c -> c.name().startsWith(prefix), prefix);
        }
    }
}
