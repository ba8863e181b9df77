package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Cohorts of three blocks: divided, killed, stopped by failures and joined again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CohortPartsTest {
    private static final int PATIENTS = 1040;
    private static final String SHORT = "horizon=1 h";
    private static final String SAMPLES = "outputs.every=0.5 h";
    private static final List<String> TABLES = List.of("patients", "timecourse", "metrics");

    private Path folder = Path.of("");

    @BeforeAll
    void runWhole(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.writeString(scenario(), CohortRuns.TEXT);
        Program whole = cohort("whole");
        assertThat(whole.code()).as(whole.err()).isZero();
    }

    private Path scenario() {
        return folder.resolve("small.yaml");
    }

    private Program cohort(String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "cohort",
                scenario().toString(),
                "-n",
                Integer.toString(PATIENTS),
                "--seed",
                "5",
                "--quiet",
                "-o",
                folder.resolve(out).toString(),
                "--set",
                SHORT,
                "--set",
                SAMPLES));
        arguments.addAll(List.of(more));
        return Program.run(arguments.toArray(String[]::new));
    }

    private String file(String out, String name) {
        return "'" + folder.resolve(out).resolve(name) + "'";
    }

    private void assertSameTables(String one, String other) throws IOException {
        for (String table : TABLES) {
            String name = table + ".parquet";
            assertThat(CohortRuns.rows("SELECT * FROM " + file(one, name)))
                    .isNotEmpty()
                    .isEqualTo(CohortRuns.rows("SELECT * FROM " + file(other, name)));
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
    void rowsAreSortedByArmPatientAndTime() {
        assertThat(CohortRuns.rows(
                        "SELECT count(*) FROM (SELECT arm, patient, time_h, lag(patient) OVER () p, lag(arm) OVER () a,"
                                + " lag(time_h) OVER () t FROM " + file("whole", "timecourse.parquet")
                                + ") WHERE a = arm AND (p > patient OR (p = patient AND t >= time_h))"))
                .containsExactly("0|");
        assertThat(CohortRuns.rows(
                        "SELECT DISTINCT arm FROM (SELECT arm FROM " + file("whole", "timecourse.parquet") + ")"))
                .hasSize(2);
    }

    @Test
    void shardsOfAnySplitMergeToTheSameFiles() throws IOException {
        cohort("s1", "--shard", "1/3", "--threads", "1", "--batch", "64");
        cohort("s2", "--shard", "2/3", "--threads", "8");
        cohort("s3", "--shard", "3/3", "--batch", "1");
        Program merge = Program.run(
                "merge",
                scenario().toString(),
                folder.resolve("s1").toString(),
                folder.resolve("s2").toString(),
                folder.resolve("s3").toString(),
                "-o",
                folder.resolve("merged").toString());

        assertThat(merge.code()).as(merge.err()).isZero();
        assertSameTables("whole", "merged");
    }

    @Test
    void aMissingShardIsNamed() {
        cohort("only", "--shard", "3/3");
        Program merge = Program.run(
                "merge",
                scenario().toString(),
                folder.resolve("only").toString(),
                "-o",
                folder.resolve("nothing").toString());

        assertThat(merge.code()).isEqualTo(2);
        assertThat(merge.err()).contains("lacks 2 of 3 blocks");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void aRunKilledAtOnceGoesOnToTheSameValues() throws Exception {
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
                        Integer.toString(PATIENTS),
                        "--seed",
                        "5",
                        "--quiet",
                        "--threads",
                        "1",
                        "--set",
                        SHORT,
                        "--set",
                        SAMPLES,
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

        assertThat(cohort("killed").err()).contains("not finished; go on with --resume");
        assertThat(cohort("killed", "--resume", "--set", "horizon=2 d").err())
                .contains("was begun with settings " + SHORT, " (here " + SHORT, "horizon=2 d)");
        Program resumed = cohort("killed", "--resume");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertSameTables("whole", "killed");
        assertThat(cohort("killed", "--resume").out()).contains("Finished before");
    }

    @Test
    void tooManyFailuresStopTheRunAndResumingEndsIt() {
        String[] deadly = {"--set", "arms.high.0.dose=1e300 mg/kg"};
        Program stopped = cohort("out", "--threads", "1", "--max-failures", "9", deadly[0], deadly[1]);
        assertThat(stopped.code()).isEqualTo(3);
        assertThat(stopped.err()).contains("512 courses failed, more than --max-failures 9");
        assertThat(folder.resolve("out/manifest.json")).doesNotExist();

        assertThat(cohort("out", "--resume", deadly[0], deadly[1]).code()).isEqualTo(3);
        assertThat(folder.resolve("out/manifest.json")).exists();
    }
}
