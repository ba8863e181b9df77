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
        files.put(StatisticsColumns.BANDS.file(), bands(summary));
        files.put(StatisticsColumns.ATTAINMENT.file(), attainment(summary));
        files.put(StatisticsColumns.SPREAD.file(), spread(cohort, summary));
        files.put(StatisticsColumns.NOTICES.file(), notices(caveats));
        files.put(StatisticsColumns.GENOTYPES.file(), genotypes(cohort, summary));
        files.put("dictionary.csv", dictionary(cohort, format));
        if (!summary.contrasts().isEmpty()) {
            files.put(StatisticsColumns.CONTRASTS.file(), contrasts(summary));
        }
        if (!comparisons.isEmpty()) {
            files.put(StatisticsColumns.PUBLISHED.file(), published(comparisons));
        }
        return files;
    }

    private static byte[] bands(CohortSummary summary) {
        return ResultTables.table(csv -> {
            csv.writeRecord(StatisticsColumns.BANDS.header());
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
            csv.writeRecord(StatisticsColumns.ATTAINMENT.header());
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
            csv.writeRecord(StatisticsColumns.CONTRASTS.header());
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
            csv.writeRecord(StatisticsColumns.SPREAD.header());
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
            csv.writeRecord(StatisticsColumns.NOTICES.header());
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
            csv.writeRecord(StatisticsColumns.GENOTYPES.header());
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
            csv.writeRecord(StatisticsColumns.PUBLISHED.header());
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
            for (StatisticsColumns table : StatisticsColumns.values()) {
                table.columns().forEach(c -> csv.writeRecord(table.file(), c.name(), c.unit(), c.meaning()));
            }
        });
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.format(value, DIGITS);
    }
}
