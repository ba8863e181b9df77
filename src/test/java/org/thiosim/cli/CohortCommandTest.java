package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.report.HtmlErrors;

class CohortCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheScenario() throws IOException {
        Files.writeString(scenario(), CohortRuns.TEXT);
    }

    private Path scenario() {
        return folder.resolve("small.yaml");
    }

    private Program cohort(String out, int patients, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "cohort",
                scenario().toString(),
                "-n",
                Integer.toString(patients),
                "--seed",
                "5",
                "--quiet",
                "-o",
                folder.resolve(out).toString()));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private String file(String out, String name) {
        return "'" + folder.resolve(out).resolve(name) + "'";
    }

    @Test
    void aRunLeavesEveryFileAndNoPart() throws IOException {
        Program program = cohort("out", 24);

        assertThat(program.code()).as(program.err()).isZero();
        try (Stream<Path> inside = Files.list(folder.resolve("out"))) {
            assertThat(inside.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "attainment.csv",
                            "bands.csv",
                            "charts",
                            "cohort.json",
                            "contrasts.csv",
                            "dictionary.csv",
                            "failures.csv",
                            "genotypes.csv",
                            "manifest.json",
                            "metrics.parquet",
                            "notices.csv",
                            "patients.parquet",
                            "report.html",
                            "spread.csv",
                            "timecourse.parquet");
        }
        assertThat(CohortRuns.rows("SELECT count(*), count(DISTINCT arm), min(time_h), max(time_h) FROM "
                        + file("out", "timecourse.parquet")))
                .containsExactly("144|2|0.0|24.0|");
        assertThat(CohortRuns.rows("SELECT decode(value) FROM parquet_kv_metadata(" + file("out", "timecourse.parquet")
                        + ") WHERE decode(key) = 'unit:6-TGN'"))
                .containsExactly("pmol/8e8 RBC|");
        assertThat(Files.readString(folder.resolve("out/dictionary.csv")))
                .contains("timecourse.parquet,6-TGN,pmol/8e8 RBC");
        assertThat(Files.readString(folder.resolve("out/failures.csv"))).isEqualTo("arm,patient,time_h,reason\n");
        assertThat(Files.readString(folder.resolve("out/manifest.json")))
                .contains(
                        "auto: an L-stable method", "\"peak-share\" : 0.1", "in lanes, each with its own time and step")
                .doesNotContain(folder.toString());
    }

    @Test
    void limitsStandInReportManifestTableAndConsole() throws IOException {
        Program program = cohort("out", 24);
        String limit = "6-MMPR differs 2.5- to 8-fold between centres and assays";
        String poor = "of patients: TPMT poor metabolisers rest on three measurements";

        assertThat(program.out()).contains("note: " + limit, poor, "takes: low: azathioprine 1 mg/kg daily\n");
        for (String name : List.of("report.html", "manifest.json")) {
            assertThat(Files.readString(folder.resolve("out").resolve(name))).contains(limit, poor);
        }
        assertThat(Files.readString(folder.resolve("out/notices.csv"))).contains("low,1,", limit);
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains(
                        "Read with care",
                        "<h2 id=\"arms\">Treatments",
                        "<th scope=\"row\">median 6-TGN",
                        "<th scope=\"col\">low</th>");
    }

    @Test
    void reportIsValidHtmlWithLinksThatLead() throws IOException {
        cohort("out", 24);
        String page = Files.readString(folder.resolve("out/report.html"));
        assertThat(HtmlErrors.of(page)).isEmpty();
        Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        assertThat(link.results().map(l -> l.group(1)).distinct())
                .hasSizeGreaterThan(5)
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
    }

    @Test
    void aSizeOfNothingAndAnImpossibleWeightAreMistakesOfTheInput() {
        Program nobody = Program.run(
                "cohort",
                scenario().toString(),
                "--quiet",
                "--set",
                "patients=0",
                "-o",
                folder.resolve("a").toString());
        Program heavy = cohort("b", 4, "--set", "population.weight=500 kg");

        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("--set patients=0:1:1: 'patients' is at least 1, found 0");
        assertThat(heavy.code()).isEqualTo(2);
        assertThat(heavy.err()).contains("weight is outside the allowed range, 2 to 300 kg");
    }

    @Test
    void largeTablesAreCsvWhenAskedFor() throws IOException {
        cohort("out", 10, "--format", "csv");

        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(Files.readString(folder.resolve("out/timecourse.csv"), StandardCharsets.UTF_8))) {
            assertThat(csv.stream().toList()).hasSize(60);
        }
        assertThat(folder.resolve("out/timecourse.parquet")).doesNotExist();
    }

    @Test
    void patientsWhoFailGiveExitCodeThree() throws IOException {
        Program program = cohort("out", 12, "--set", "arms.high.0.dose=1e300 mg/kg");
        assertThat(program.code()).as(program.err()).isEqualTo(3);
        assertThat(program.err()).contains("12 courses failed; failures.csv says why");
        assertThat(Files.readAllLines(folder.resolve("out/failures.csv")))
                .hasSize(13)
                .element(12)
                .asString()
                .startsWith("high,11,0.0,")
                .contains("; ");
        assertThat(CohortRuns.rows("SELECT count(*) FROM " + file("out", "timecourse.parquet")))
                .containsExactly("72|");
        assertThat(CohortRuns.rows("SELECT count(*) FROM " + file("out", "metrics.parquet")
                        + " WHERE arm = 'high' AND value IS NOT NULL"))
                .containsExactly("0|");
    }

    @Test
    void aLargerCohortOrOneOfAnotherScenarioDoesNotGiveWayWithoutForce() throws IOException {
        assertThat(cohort("out", 12).code()).isZero();
        byte[] before = Files.readAllBytes(folder.resolve("out/patients.parquet"));
        Program smaller = cohort("out", 11);
        Files.writeString(scenario(), CohortRuns.TEXT.replace("scenario: small", "scenario: other"));
        Program other = cohort("out", 12);

        assertThat(smaller.code()).isEqualTo(2);
        assertThat(smaller.err())
                .contains("holds a finished cohort of 12 patients of 'small', which cohort of 11 patients of 'small'")
                .contains("name another folder, or give --force");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("which cohort of 12 patients of 'other' would replace");
        assertThat(folder.resolve("out/patients.parquet")).hasBinaryContent(before);
        assertThat(cohort("out", 11, "--force", "--resume").err()).contains("give one of them");
        assertThat(cohort("out", 11, "--force").code()).isZero();
        assertThat(CohortRuns.rows("SELECT count(*) FROM " + file("out", "patients.parquet")))
                .containsExactly("11|");
        assertThat(cohort("out", 11).code()).isZero();
    }

    @Test
    void otherCommandsLeaveACohortAndTheUsersFilesInItAlone() throws IOException {
        assertThat(cohort("out", 4).code()).isZero();
        Program run = Program.run(
                "run",
                "scenarios/single/single-dose.yaml",
                "-o",
                folder.resolve("out").toString());
        Program chart = Program.run("chart", folder.resolve("out").toString());
        Path script = Files.writeString(folder.resolve("out/analysis.R"), "precious");
        Program again = cohort("out", 4);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("holds a cohort of 4 patients of 'small', which would be lost");
        assertThat(chart.code()).isEqualTo(2);
        assertThat(chart.err()).contains("holds a cohort, whose pictures are in", "attainment.csv");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("holds 'analysis.R' beside results of thiosim");
        assertThat(script).hasContent("precious");
    }

    @Test
    void rowsOfATableThatAreUsedAgainAreSaidInConsoleReportManifestAndNotices() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "weight (kg),height (cm)\n60,170\n80,180\n90,175\n");
        String reused = "The table has 3 rows for 5 patients";

        Program more = cohort("more", 5, "--set", "population=mine.csv");
        Program same = cohort("same", 3, "--set", "population=mine.csv");

        assertThat(more.out()).contains("note: " + reused);
        for (String name : List.of("report.html", "manifest.json", "notices.csv")) {
            assertThat(folder.resolve("more").resolve(name)).content().contains(reused);
            assertThat(folder.resolve("same").resolve(name)).content().doesNotContain("The table has");
        }
        assertThat(same.out()).doesNotContain("The table has");
    }

    @Test
    void theDictionaryExplainsEveryColumnOfEveryTable() throws IOException {
        assertThat(cohort(
                                "out",
                                24,
                                "--format",
                                "csv",
                                "--set",
                                "published=[{what: a, target: tgn, value: 10 %, source: nobody}]")
                        .code())
                .isZero();
        List<NamedCsvRecord> entries;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("out/dictionary.csv"))) {
            entries = csv.stream().toList();
        }
        List<String> explained = entries.stream()
                .map(e -> e.getField("file") + ":" + e.getField("column"))
                .toList();
        List<String> found = new ArrayList<>();
        try (Stream<Path> inside = Files.list(folder.resolve("out"))) {
            for (Path table : inside.filter(f -> f.toString().endsWith(".csv"))
                    .filter(f -> !f.endsWith("dictionary.csv"))
                    .toList()) {
                for (String column : Files.readAllLines(table).get(0).split(",")) {
                    found.add(table.getFileName() + ":" + column);
                }
            }
        }

        assertThat(explained).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(found);
        assertThat(entries)
                .allSatisfy(e -> assertThat(e.getField("meaning"))
                        .hasSizeGreaterThan(e.getField("column").length())
                        .isNotEqualTo(e.getField("column").replace('_', ' ')));
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/letter.txt"), "dear");

        Program program = cohort("mine", 10);
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("holds files that are not thiosim results");
        assertThat(folder.resolve("mine/letter.txt")).hasContent("dear");
    }

    @Test
    void aMistypedStratumOrOptionIsNamed() {
        assertThat(cohort("out", 10, "--set", "population.stratify={TPMT slow: 5 %}")
                        .err())
                .contains("no genotype of the population is in the stratum 'TPMT slow'");
        assertThat(cohort("out", 10, "--shard", "3/2").err()).contains("for example 2/4");
        assertThat(cohort("out", 10, "--set", "population.of=europian-ibd").err())
                .contains("did you mean 'european-ibd'?");
        assertThat(cohort("out", 10, "--set", "arms.low.0.dose={of: 150 mg, by-guideline: cpic}")
                        .err())
                .contains("give the dose per kg or per m^2");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void nothingIsLostWhereTheFolderCannotBeWritten() throws IOException {
        Path place = Files.createDirectories(folder.resolve("locked"));
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r-xr-xr-x"));
        if (!Files.isWritable(place)) {
            assertThat(cohort("locked/out", 10).err()).contains("cannot be written");
        }
        Files.writeString(folder.resolve("file"), "x");
        assertThat(cohort("file", 10).err()).contains("is a file; results go into a folder");
    }
}
