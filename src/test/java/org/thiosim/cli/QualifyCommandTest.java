package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.report.HtmlErrors;

class QualifyCommandTest {
    private static final String ZIMM = "scenarios/studies/zimm-1983.yaml";
    private static final String BERGAN = "scenarios/studies/bergan-1994.yaml";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.execute(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void twoStudiesGiveRowsChartsAndAReport() throws IOException {
        Path results = folder.resolve("out");
        Path markdown = folder.resolve("q.md");
        int code = run(
                "qualify", ZIMM, BERGAN, "-o", results.toString(), "--threads", "2", "--markdown", markdown.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString().strip().lines().toList())
                .last()
                .asString()
                .startsWith("All rows: n = 8, GMFE 1.1")
                .endsWith("%");
        List<String> rows = Files.readAllLines(results.resolve("qualification.csv"));
        assertThat(rows)
                .hasSize(9)
                .first()
                .isEqualTo("study,set,arm,observable,time_h,compare,reference,observed,low,high,predicted,fold_error,"
                        + "scale_group,fold_error_scaled,unit");
        assertThat(rows.get(3))
                .startsWith("zimm-1983,development,oral-with-allopurinol,6-MP plasma auc,72,ratio-to,oral,5.04");
        assertThat(rows.get(8))
                .startsWith("bergan-1994,development,azathioprine,6-MP in urine,24,percent-of-dose,"
                        + "azathioprine,1.32,,,1.16")
                .endsWith(",%");
        assertThat(results.resolve("charts/predicted-observed.png")).isNotEmptyFile();
        assertThat(results.resolve("charts/forest.svg")).content().contains("zimm-1983");
        assertThat(HtmlErrors.of(Files.readString(results.resolve("report.html"))))
                .isEmpty();
        assertThat(results.resolve("report.html"))
                .content()
                .contains("Direction of effect", "never for dosing a patient", "<svg", "Zimm S et al.")
                .doesNotContain("<script", "http-equiv", "src=\"http");
        assertThat(results.resolve("manifest.json")).content().contains("\"program\" : \"thiosim\"", "zimm-1983");
        assertThat(markdown).content().contains("| zimm-1983 |");
    }

    @Test
    void equalRunsGiveEqualBytesWithAnyNumberOfThreads() throws IOException {
        assertThat(run("qualify", ZIMM, BERGAN, "-o", folder.resolve("a").toString(), "--threads", "1"))
                .isZero();
        assertThat(run("qualify", ZIMM, BERGAN, "-o", folder.resolve("b").toString(), "--threads", "2"))
                .isZero();

        for (String file : List.of("qualification.csv", "manifest.json", "report.html", "charts/forest.png")) {
            assertThat(Files.readAllBytes(folder.resolve("a").resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(folder.resolve("b").resolve(file)));
        }
    }

    @Test
    void invertedModelFailsLoudlyAndStillWritesItsReport() {
        Path results = folder.resolve("out");
        int code = run("qualify", "src/test/resources/inverted/study.yaml", "-o", results.toString());

        assertThat(code).isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .contains("WRONG DIRECTION: TPMT activity 0.54: 6-TGN must go up")
                .contains("WRONG DIRECTION: TPMT activity 0.54: 6-MMPR must go down");
        assertThat(results.resolve("report.html")).content().contains("effects point the wrong way");
    }

    @Test
    void mistakesOfAllFilesAreReportedAtOnceAndNothingIsWritten() throws IOException {
        Path one = study("one.yaml", "6-TGNN");
        Path two = study("two.yaml", "6-MMPRR");
        int code = run(
                "qualify",
                one.toString(),
                two.toString(),
                "-o",
                folder.resolve("out").toString());

        assertThat(code).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString())
                .contains("one.yaml:8:", "did you mean '6-TGN'?", "two.yaml:8:", "did you mean '6-MMPR'?");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void cohortRowsAreListed() throws IOException {
        Path file = folder.resolve("cohort.yaml");
        Files.writeString(file, HEAD + """
                observations:
                  - {arm: a, observable: 6-TGN, at: 1 wk, value: 200 pmol/8e8 RBC}
                  - {arm: a, observable: leucopenia, statistic: incidence, below: 3 1e9/L, value: 9.8 %}
                """);
        assertThat(run("qualify", file.toString(), "-o", folder.resolve("out").toString()))
                .isZero();

        assertThat(Files.readAllLines(folder.resolve("out/qualification.csv")))
                .hasSize(3)
                .last()
                .asString()
                .isEqualTo("t,unspecified,a,leucopenia,,needs a cohort,,9.8,,,,,,,%");
        assertThat(out.toString()).contains("leucopenia: needs a cohort").contains("All rows: n = 1,");
        assertThat(folder.resolve("out/report.html")).content().contains("needs a cohort");
    }

    @Test
    void spreadsAndSharesOfKnownObservablesComeFromVirtualPatients() throws IOException {
        Path file = folder.resolve("cohort.yaml");
        Files.writeString(file, HEAD + """
                observations:
                  - {arm: a, observable: 6-TGN, at: 1 wk, statistic: lower quartile, value: 100 pmol/8e8 RBC}
                  - {arm: a, observable: 6-TGN, at: 1 wk, statistic: upper quartile, value: 100 pmol/8e8 RBC}
                  - {arm: a, observable: 6-TGN, at: 1 wk, statistic: incidence, below: 1 pmol/8e8 RBC, value: 1 %}
                """);
        assertThat(run("qualify", file.toString(), "-o", folder.resolve("out").toString()))
                .isZero();

        List<Double> predicted = Files.readAllLines(folder.resolve("out/qualification.csv")).stream()
                .skip(1)
                .map(l -> Double.parseDouble(l.split(",", -1)[10]))
                .toList();
        assertThat(predicted.get(1) / predicted.get(0)).isBetween(1.5, 2.1);
        assertThat(predicted.get(2)).isZero();
    }

    @Test
    void foldersOfOthersAreNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(run("qualify", BERGAN, "-o", folder.toString())).isEqualTo(Main.BAD_INPUT);
        assertThat(folder.resolve("mine.txt")).exists();
    }

    @Test
    void threadsMustBeAtLeastOne() {
        assertThat(run("qualify", BERGAN, "-o", folder.resolve("out").toString(), "--threads", "0"))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString()).contains("--threads is at least 1, found 0");
    }

    private static final String HEAD = """
            scenario: t
            study: {source: {pmid: 1}}
            model: thiopurine
            horizon: 2 wk
            arms:
              a: [{drug: azathioprine, dose: 150 mg, every: 1 d}]
            """;

    private Path study(String name, String observable) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                HEAD + "observations:\n  - {arm: a, observable: " + observable
                        + ", at: 1 wk, value: 200 pmol/8e8 RBC}\n");
    }
}
