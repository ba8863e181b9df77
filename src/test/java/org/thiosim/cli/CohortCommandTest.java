package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.report.HtmlErrors;

class CohortCommandTest {
    private static final String TEXT = """
            scenario: small
            title: Two doses
            model: thiopurine
            population:
              of: us-adults
              stratify: {TPMT poor: 20 %, TPMT intermediate: 30 %}
            horizon: 1 d
            arms:
              low: [{drug: azathioprine, dose: 1 mg/kg, every: 1 d}]
              high: [{drug: azathioprine, dose: 2 mg/kg, every: 1 d}]
            outputs: {observables: [6-TGN, 6-MMPR], every: 12 h}
            targets:
              tgn: {observable: 6-TGN, above: 20 pmol/8e8 RBC}
            """;
    private static final List<String> TABLES = List.of("patients", "timecourse", "metrics");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheScenario() throws IOException {
        Files.writeString(scenario(), TEXT);
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

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int c = 1; c <= columns; c++) {
                    row.append(result.getObject(c)).append('|');
                }
                rows.add(row.toString());
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private String file(String out, String name) {
        return "'" + folder.resolve(out).resolve(name) + "'";
    }

    private void assertSameTables(String one, String other) throws IOException {
        for (String table : TABLES) {
            String name = table + ".parquet";
            assertThat(rows("SELECT * FROM " + file(one, name)))
                    .isNotEmpty()
                    .isEqualTo(rows("SELECT * FROM " + file(other, name)));
        }
        for (String name :
                List.of("bands.csv", "attainment.csv", "contrasts.csv", "spread.csv", "notices.csv", "report.html")) {
            assertThat(folder.resolve(one).resolve(name))
                    .hasSameBinaryContentAs(folder.resolve(other).resolve(name));
        }
        assertThat(folder.resolve(one).resolve("manifest.json"))
                .hasSameBinaryContentAs(folder.resolve(other).resolve("manifest.json"));
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
        assertThat(rows("SELECT count(*), count(DISTINCT arm), min(time_h), max(time_h) FROM "
                        + file("out", "timecourse.parquet")))
                .containsExactly("144|2|0.0|24.0|");
        assertThat(rows("SELECT decode(value) FROM parquet_kv_metadata(" + file("out", "timecourse.parquet")
                        + ") WHERE decode(key) = 'unit:6-TGN'"))
                .containsExactly("pmol/8e8 RBC|");
        assertThat(Files.readString(folder.resolve("out/dictionary.csv")))
                .contains("timecourse.parquet,6-TGN,pmol/8e8 RBC");
        assertThat(Files.readString(folder.resolve("out/failures.csv"))).isEqualTo("arm,patient,time_h,reason\n");
        assertThat(Files.readString(folder.resolve("out/manifest.json"))).doesNotContain(folder.toString());
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
                .contains("Read with care", "<h2 id=\"arms\">Treatments", "<li>median 6-TGN", "on low)");
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
        assertThat(nobody.err()).contains("'patients' is at least 1, found 0");
        assertThat(heavy.code()).isEqualTo(2);
        assertThat(heavy.err()).contains("weight is outside the allowed range, 2 to 300 kg");
    }

    @Test
    void rowsAreSortedByArmPatientAndTime() {
        cohort("out", 600);

        assertThat(rows("SELECT count(*) FROM (SELECT arm, patient, time_h, lag(patient) OVER () p, lag(arm) OVER () a,"
                        + " lag(time_h) OVER () t FROM " + file("out", "timecourse.parquet")
                        + ") WHERE a = arm AND (p > patient OR (p = patient AND t >= time_h))"))
                .containsExactly("0|");
        assertThat(rows("SELECT DISTINCT arm FROM (SELECT arm FROM " + file("out", "timecourse.parquet") + ")"))
                .hasSize(2);
    }

    @Test
    void shardsOfAnySplitMergeToTheSameFiles() throws IOException {
        cohort("whole", 1040, "--threads", "1", "--batch", "1");
        cohort("s1", 1040, "--shard", "1/2", "--threads", "2", "--batch", "64");
        cohort("s2", 1040, "--shard", "2/2", "--threads", "8");
        Program merge = Program.run(
                "merge",
                scenario().toString(),
                folder.resolve("s1").toString(),
                folder.resolve("s2").toString(),
                "-o",
                folder.resolve("merged").toString());

        assertThat(merge.code()).as(merge.err()).isZero();
        assertSameTables("whole", "merged");
    }

    @Test
    void aMissingShardIsNamed() {
        cohort("s1", 1040, "--shard", "1/2");
        Program merge = Program.run(
                "merge",
                scenario().toString(),
                folder.resolve("s1").toString(),
                "-o",
                folder.resolve("merged").toString());

        assertThat(merge.code()).isEqualTo(2);
        assertThat(merge.err()).contains("lack 1 of 3 blocks");
    }

    @Test
    void aRunKilledAtOnceGoesOnToTheSameValues() throws Exception {
        cohort("whole", 1600);
        Path out = folder.resolve("killed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.awt.headless=true",
                        "org.thiosim.cli.Main",
                        "cohort",
                        scenario().toString(),
                        "-n",
                        "1600",
                        "--seed",
                        "5",
                        "--quiet",
                        "--threads",
                        "1",
                        "-o",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        while (process.isAlive() && !Files.isDirectory(out.resolve("parts/0000001"))) {
            Thread.onSpinWait();
        }
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(out.resolve("parts/0000000")).isDirectory();

        assertThat(cohort("killed", 1600).err()).contains("not finished; go on with --resume");
        assertThat(cohort("killed", 1600, "--resume", "--set", "horizon=2 d").err())
                .contains("was begun with another settings");
        Program resumed = cohort("killed", 1600, "--resume");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertSameTables("whole", "killed");
        assertThat(cohort("killed", 1600, "--resume").out()).contains("Finished before");
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
        assertThat(rows("SELECT count(*) FROM " + file("out", "timecourse.parquet")))
                .containsExactly("72|");
        assertThat(rows("SELECT count(*) FROM " + file("out", "metrics.parquet")
                        + " WHERE arm = 'high' AND value IS NOT NULL"))
                .containsExactly("0|");
    }

    @Test
    void tooManyFailuresStopTheRunAndResumingEndsIt() {
        String[] deadly = {"--set", "arms.high.0.dose=1e300 mg/kg"};
        Program stopped = cohort("out", 1600, "--threads", "1", "--max-failures", "9", deadly[0], deadly[1]);
        assertThat(stopped.code()).isEqualTo(3);
        assertThat(stopped.err()).contains("512 courses failed, more than --max-failures 9");
        assertThat(folder.resolve("out/manifest.json")).doesNotExist();

        assertThat(cohort("out", 1600, "--resume", deadly[0], deadly[1]).code()).isEqualTo(3);
        assertThat(folder.resolve("out/manifest.json")).exists();
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
