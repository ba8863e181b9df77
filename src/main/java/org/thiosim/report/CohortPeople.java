package org.thiosim.report;

import java.util.List;
import java.util.Optional;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortOutputs;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.CohortSummary.GenotypeCount;
import org.thiosim.cohort.Population;
import org.thiosim.cohort.Population.PublishedShare;
import org.thiosim.units.Numbers;
import org.thiosim.units.Percent;

/** Who the patients of a cohort are: their genotypes, how far their levels spread, where the population comes from. */
record CohortPeople(Html html, Cohort cohort, CohortSummary summary) {
    private static final int DIGITS = 3;

    void genotypes() {
        html.element("h2", "Genotypes", "id", "genotypes");
        html.element(
                "p",
                "Diplotypes are drawn in Hardy-Weinberg proportions of the frequency table. Published shares were counted in"
                        + " people.",
                "class",
                "quiet");
        html.table(
                "Genotypes",
                "gene",
                "phenotype",
                "expected",
                "this cohort",
                "95 % interval",
                "n drawn",
                "published",
                "source");
        for (GenotypeCount g : summary.genotypes()) {
            if (g.kind().equals("phenotype")) {
                Optional<PublishedShare> found = cohort.population().description().published().stream()
                        .filter(p -> p.gene().equals(g.gene()) && p.phenotype().equals(g.name()))
                        .findFirst();
                html.namedRow(List.of(
                        g.gene(),
                        g.name(),
                        Percent.of(g.expected()),
                        Percent.of(g.share().value()),
                        Percent.of(g.share().low()) + " to "
                                + Percent.of(g.share().high()),
                        Long.toString(g.count()),
                        found.map(CohortPeople::range).orElse(""),
                        found.map(PublishedShare::source).orElse("")));
            }
        }
        html.closeTable();
    }

    private static String range(PublishedShare share) {
        return share.low() == share.high()
                ? Percent.of(share.low())
                : Percent.of(share.low()) + " to " + Percent.of(share.high());
    }

    void spread() {
        html.element("h2", "Spread at the end", "id", "spread");
        html.element(
                "p",
                "Geometric mean and SD of the logarithm rest on the positive values, whose number stands beside them. Counts of"
                        + " cells have neither: the model lets them run to nearly nothing.",
                "class",
                "quiet");
        html.table(
                "Spread at the end",
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
                html.namedRow(List.of(
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
        html.closeTable();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : Numbers.format(value, DIGITS);
    }

    void population() {
        Population.Description description = cohort.population().description();
        html.element("h2", "The population", "id", "population");
        html.element("p", description.title());
        html.table("The population", "number", "value", "known", "source");
        description.facts().forEach(f -> html.namedRow(List.of(f.name(), f.value(), f.known(), f.source())));
        html.closeTable();
        if (!description.notes().isEmpty()) {
            html.list(description.notes());
        }
    }
}
