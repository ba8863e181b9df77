package org.thiosim.io;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thiosim.cohort.Caveats;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.CohortSummary.Band;
import org.thiosim.cohort.CohortSummary.Interval;
import org.thiosim.cohort.Proportion;
import org.thiosim.cohort.PublishedComparison;
import org.thiosim.cohort.PublishedValue;
import org.thiosim.units.Numbers;

/** The statistics of a cohort as CSV. */
public final class CohortTables {
    private static final int DIGITS = 10;

    private CohortTables() {}

    /** Every table of statistics by file name. */
    public static SortedMap<String, byte[]> of(
            Cohort cohort,
            CohortSummary summary,
            Caveats caveats,
            List<PublishedComparison> comparisons,
            TableFormat format) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("bands.csv", bands(summary));
        files.put("attainment.csv", attainment(summary));
        files.put("spread.csv", spread(cohort, summary));
        files.put("notices.csv", notices(caveats));
        files.put("genotypes.csv", genotypes(cohort, summary));
        files.put("dictionary.csv", dictionary(cohort, format));
        if (!summary.contrasts().isEmpty()) {
            files.put("contrasts.csv", contrasts(summary));
        }
        if (!comparisons.isEmpty()) {
            files.put("published.csv", published(comparisons));
        }
        return files;
    }

    private static byte[] bands(CohortSummary summary) {
        return ResultTables.table(csv -> {
            csv.writeRecord("arm", "stratum", "time_h", "observable", "quantile", "value", "unit", "n", "effective_n");
            for (Band band : summary.bands()) {
                for (int q = 0; q < band.values().size(); q++) {
                    csv.writeRecord(
                            band.cell().arm(),
                            band.cell().stratum(),
                            number(band.hour()),
                            band.observable(),
                            number(CohortSummary.quantiles().get(q)),
                            number(band.values().get(q)),
                            band.unit(),
                            Long.toString(band.count()),
                            number(band.effective()));
                }
            }
        });
    }

    private static byte[] attainment(CohortSummary summary) {
        return ResultTables.table(csv -> {
            csv.writeRecord("arm", "stratum", "target", "title", "probability", "low", "high", "n", "effective_n");
            for (CohortSummary.Attainment a : summary.attainment()) {
                Proportion p = a.share();
                csv.writeRecord(
                        a.cell().arm(),
                        a.cell().stratum(),
                        a.target().id(),
                        a.target().title(),
                        number(p.value()),
                        number(p.low()),
                        number(p.high()),
                        Long.toString(p.count()),
                        number(p.effective()));
            }
        });
    }

    private static byte[] contrasts(CohortSummary summary) {
        return ResultTables.table(csv -> {
            csv.writeRecord(
                    "arm", "reference", "stratum", "quantity", "measure", "estimate", "low", "high", "unit", "n");
            for (CohortSummary.Contrast c : summary.contrasts()) {
                Interval i = c.value();
                csv.writeRecord(
                        c.cell().arm(),
                        c.reference(),
                        c.cell().stratum(),
                        c.quantity(),
                        c.measure(),
                        number(i.estimate()),
                        number(i.low()),
                        number(i.high()),
                        c.unit(),
                        Long.toString(c.count()));
            }
        });
    }

    private static byte[] spread(Cohort cohort, CohortSummary summary) {
        return ResultTables.table(csv -> {
            csv.writeRecord(
                    "arm",
                    "stratum",
                    "time_h",
                    "observable",
                    "mean",
                    "sd",
                    "median",
                    "n",
                    "geometric_mean",
                    "log_sd",
                    "log_n");
            List<Double> hours = cohort.treatment().outputs().hours();
            for (CohortSummary.Spread s : summary.spreads()) {
                csv.writeRecord(
                        s.cell().arm(),
                        s.cell().stratum(),
                        number(hours.get(hours.size() - 1)),
                        s.observable(),
                        number(s.level().mean()),
                        number(s.level().sd()),
                        number(s.level().median()),
                        Long.toString(s.level().count()),
                        s.log().map(l -> number(l.geometricMean())).orElse(""),
                        s.log().map(l -> number(l.sd())).orElse(""),
                        s.log().map(l -> Long.toString(l.count())).orElse(""));
            }
        });
    }

    private static byte[] notices(Caveats caveats) {
        return ResultTables.table(csv -> {
            csv.writeRecord("arm", "share", "low", "high", "n", "notice");
            for (Caveats.Caveat caveat : caveats.all()) {
                for (Caveats.ArmShare a : caveat.arms()) {
                    csv.writeRecord(
                            a.arm(),
                            number(a.share().value()),
                            number(a.share().low()),
                            number(a.share().high()),
                            Long.toString(a.share().count()),
                            caveat.text());
                }
            }
        });
    }

    private static byte[] genotypes(Cohort cohort, CohortSummary summary) {
        return ResultTables.table(csv -> {
            csv.writeRecord(
                    "gene", "kind", "name", "expected", "expected_drawn", "n", "share", "low", "high", "deviation_sd");
            for (CohortSummary.GenotypeCount g : summary.genotypes()) {
                csv.writeRecord(
                        g.gene(),
                        g.kind(),
                        g.name(),
                        number(g.expected()),
                        number(g.drawn()),
                        Long.toString(g.count()),
                        number(g.share().value()),
                        number(g.share().low()),
                        number(g.share().high()),
                        Numbers.format(g.deviation(cohort.size()), 4));
            }
        });
    }

    private static byte[] published(List<PublishedComparison> comparisons) {
        return ResultTables.table(csv -> {
            csv.writeRecord(
                    "what",
                    "arm",
                    "stratum",
                    "statistic",
                    "published",
                    "predicted",
                    "low",
                    "high",
                    "distance",
                    "n",
                    "source");
            for (PublishedComparison c : comparisons) {
                PublishedValue p = c.published();
                csv.writeRecord(
                        p.what(),
                        p.cell().arm(),
                        p.cell().stratum(),
                        statistic(p.subject()),
                        number(p.value()),
                        number(c.predicted().estimate()),
                        number(c.predicted().low()),
                        number(c.predicted().high()),
                        number(c.distance()),
                        Long.toString(c.count()),
                        p.source());
            }
        });
    }

    private static String statistic(PublishedValue.Subject subject) {
        return subject instanceof PublishedValue.Subject.Attained attained
                ? "share " + attained.target()
                : "log-SD " + ((PublishedValue.Subject.LogSd) subject).observable();
    }

    private static byte[] dictionary(Cohort cohort, TableFormat format) {
        PartTables tables = new PartTables(cohort);
        return ResultTables.table(csv -> {
            csv.writeRecord("file", "column", "unit", "meaning");
            for (String table : PartTables.names()) {
                String file = table + (table.equals(PartTables.FAILURES) ? ".csv" : format.ending());
                for (PartTables.Column c : tables.columns(table)) {
                    csv.writeRecord(file, c.name(), c.unit(), c.meaning());
                }
            }
            statistics().forEach(row -> csv.writeRecord(row));
        });
    }

    /** What the columns of the statistics mean where their names do not say it. */
    private static List<List<String>> statistics() {
        return List.of(
                List.of("bands.csv", "value", "see unit", "weighted quantile among the patients with a value"),
                List.of("bands.csv", "effective_n", "1", "Kish's effective sample size, (sum w)^2 / sum w^2"),
                List.of("attainment.csv", "probability", "1", "weighted share of patients who attain the target"),
                List.of("attainment.csv", "low", "1", "Wilson 95 % interval with the effective sample size"),
                List.of("attainment.csv", "high", "1", "Wilson 95 % interval with the effective sample size"),
                List.of("contrasts.csv", "estimate", "see unit", "arm against reference in the same patients"),
                List.of("contrasts.csv", "low", "see unit", "normal 95 % interval of the paired difference"),
                List.of("contrasts.csv", "high", "see unit", "normal 95 % interval of the paired difference"),
                List.of("spread.csv", "geometric_mean", "", "of the positive values; empty for counts of cells"),
                List.of(
                        "spread.csv",
                        "log_sd",
                        "1",
                        "standard deviation of the natural logarithm of the positive values"),
                List.of("spread.csv", "log_n", "1", "positive values, on which geometric mean and log_sd rest"),
                List.of("genotypes.csv", "expected", "1", "Hardy-Weinberg probability in the population"),
                List.of("genotypes.csv", "expected_drawn", "1", "expected share of the patients drawn"),
                List.of(
                        "genotypes.csv",
                        "deviation_sd",
                        "1",
                        "count minus expectation in standard deviations of a binomial count"),
                List.of(
                        "notices.csv",
                        "share",
                        "1",
                        "weighted share of the patients looked at whom the notice concerns"),
                List.of("notices.csv", "n", "1", "patients looked at, the first of the cohort"),
                List.of("published.csv", "distance", "1", "predicted minus published"));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.format(value, DIGITS);
    }
}
