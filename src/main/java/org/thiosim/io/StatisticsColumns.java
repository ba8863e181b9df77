package org.thiosim.io;

import java.util.Arrays;
import java.util.List;

/** The tables of a cohort's statistics: their columns with unit and meaning, in the order of the files. */
enum StatisticsColumns {
    BANDS(
            "bands.csv",
            Words.ARM,
            Words.STRATUM,
            "time_h|h|time; at a dose the value before the dose",
            Words.OBSERVABLE,
            "quantile|1|0.05, 0.25, 0.5, 0.75 or 0.95 of the patients lie below the value",
            "value|see unit|weighted quantile among the patients with a value",
            Words.UNIT,
            "n|1|patients with a value",
            Words.EFFECTIVE),
    ATTAINMENT(
            "attainment.csv",
            Words.ARM,
            Words.STRATUM,
            "target||key of the target in the scenario",
            "title||the target in words",
            "probability|1|weighted share of patients who attain the target",
            "low|1|Wilson 95 % interval with the effective sample size",
            "high|1|Wilson 95 % interval with the effective sample size",
            "n|1|patients in whom the target could be judged",
            Words.EFFECTIVE),
    CONTRASTS(
            "contrasts.csv",
            "arm||the treatment compared",
            "reference||the treatment it is compared with, the first of the scenario",
            Words.STRATUM,
            "quantity||a target, or observable, metric and window",
            "measure||risk difference, mean difference, or ratio of geometric means",
            "estimate|see unit|arm against reference in the same patients; pairs prescribed the same in a whole stratum have no row",
            Words.PAIRED_LOW,
            Words.PAIRED_HIGH,
            "unit||unit of estimate, low and high",
            "n|1|patients with a value on both arms"),
    SPREAD(
            "spread.csv",
            Words.ARM,
            Words.STRATUM,
            "time_h|h|the last time reported",
            Words.OBSERVABLE,
            "mean|of the observable|weighted mean",
            "sd|of the observable|weighted standard deviation",
            "median|of the observable|weighted median",
            "n|1|patients with a value",
            "geometric_mean|of the observable|of the positive values; empty for counts of cells",
            "log_sd|1|standard deviation of the natural logarithm of the positive values",
            "log_n|1|positive values, on which geometric mean and log_sd rest"),
    NOTICES(
            "notices.csv",
            Words.ARM,
            "share|1|weighted share of the patients looked at whom the notice concerns",
            "low|1|Wilson 95 % interval with the effective sample size",
            "high|1|Wilson 95 % interval with the effective sample size",
            "n|1|patients looked at, the first of the cohort",
            "notice||what to bear in mind with the results of these patients"),
    GENOTYPES(
            "genotypes.csv",
            "gene||TPMT, NUDT15, or both where pairs of phenotypes are counted",
            "kind||diplotype, phenotype, or phenotypes for a pair",
            "name||the diplotype or phenotype",
            "expected|1|Hardy-Weinberg probability in the population",
            "expected_drawn|1|expected share of the patients drawn, larger where a stratum was enriched",
            "n|1|patients drawn",
            "share|1|weighted share of the patients",
            "low|1|Wilson 95 % interval with the effective sample size",
            "high|1|Wilson 95 % interval with the effective sample size",
            "deviation_sd|1|count minus expectation in standard deviations of a binomial count"),
    PUBLISHED(
            "published.csv",
            "what||the published figure in words",
            Words.ARM,
            Words.STRATUM,
            "statistic||share of patients with a target, or log-SD of an observable",
            "published|1|the figure of the source",
            "predicted|1|the same of this cohort",
            "low|1|95 % interval of predicted",
            "high|1|95 % interval of predicted",
            "distance|1|predicted minus published",
            "n|1|patients of the cohort on which predicted rests",
            "source||where it was published");

    private final String file;
    private final List<Column> columns;

    StatisticsColumns(String file, String... columns) {
        this.file = file;
        this.columns = Arrays.stream(columns).map(Column::parse).toList();
    }

    /** Columns that several tables share. */
    private static final class Words {
        static final String ARM = "arm||the treatment, as in the scenario";
        static final String STRATUM =
                "stratum||the group of patients: all, a phenotype, a pair of phenotypes, or an ancestry";
        static final String PAIRED_LOW =
                "low|see unit|95 % interval of the paired difference: by Bonett and Price for shares, normal for means;"
                        + " empty for a mean of fewer than two patients";
        static final String PAIRED_HIGH = PAIRED_LOW.replaceFirst("low", "high");
        static final String OBSERVABLE = "observable||what is described, as in the scenario";
        static final String UNIT = "unit||unit of the value";
        static final String EFFECTIVE = "effective_n|1|Kish's effective sample size, (sum w)^2 / sum w^2";

        private Words() {}
    }

    /** A column, written {@code name|unit|meaning}. */
    record Column(String name, String unit, String meaning) {
        private static Column parse(String text) {
            String[] parts = text.split("\\|", -1);
            return new Column(parts[0], parts[1], parts[2]);
        }
    }

    String file() {
        return file;
    }

    List<Column> columns() {
        return columns;
    }

    /** The first line of the file. */
    List<String> header() {
        return columns.stream().map(Column::name).toList();
    }
}
