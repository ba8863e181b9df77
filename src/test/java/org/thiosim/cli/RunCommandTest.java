package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    private static final String SINGLE_DOSE = "scenarios/single/single-dose.yaml";

    @TempDir
    private Path temporary;

    @Test
    void allopurinolRaisesTheOralAreaUnderTheCurveFiveFold() throws IOException {
        Path out = temporary.resolve("out");
        Program program = Program.ofRun(SINGLE_DOSE, out);

        assertThat(program.code()).as(program.err()).isZero();
        double alone = metric(out, "mercaptopurine-alone", "auc");
        double with = metric(out, "mercaptopurine-with-allopurinol", "auc");
        assertThat(alone).isBetween(2.0, 2.15);
        assertThat(with / alone).isBetween(4.6, 5.2);
    }

    @Test
    void thirdOfTheDoseWithAllopurinolRaises6TgnAndAllButStopsMethylation() throws IOException {
        Path out = temporary.resolve("out");
        Program.ofRun("scenarios/single/allopurinol-interaction.yaml", out);

        double tgn = value(out, "third-dose-with-allopurinol", "6-TGN", "3360");
        double before = value(out, "full-dose", "6-TGN", "2016");
        assertThat(tgn / before).isBetween(1.6, 2.0);
        assertThat(value(out, "third-dose-with-allopurinol", "6-MMPR", "3360")
                        / value(out, "full-dose", "6-MMPR", "3360"))
                .isLessThan(0.05);
        assertThat(value(out, "full-dose-with-allopurinol", "6-TGN", "3360")).isGreaterThan(900);
        assertThat(value(out, "full-dose-with-allopurinol", "neutrophils", "3360"))
                .isLessThan(0.5 * value(out, "full-dose", "neutrophils", "3360"));
    }

    @Test
    void phasesThatEndBetweenSamplesShowTheLastSampleWithItsTime() {
        Program program = Program.ofRun(
                "scenarios/single/allopurinol-interaction.yaml",
                temporary.resolve("out"),
                "--set",
                "horizon=16 wk",
                "--set",
                "outputs.every=5 d");

        assertThat(program.code()).as(program.err()).isZero();
        List<String> head = program.out()
                .lines()
                .filter(l -> l.startsWith("6-TGN (") || l.startsWith("  full-dose "))
                .limit(2)
                .toList();
        assertThat(head.get(0)).contains("day 80", "week 16");
        assertThat(head.get(1)).doesNotContain(" - ").doesNotEndWith(" -");
    }

    @Test
    void massIsBalancedToTheNinthDigit() throws IOException {
        Path out = temporary.resolve("out");
        Program.ofRun(SINGLE_DOSE, out);

        String manifest = Files.readString(out.resolve("manifest.json"));
        assertThat(manifest.lines().filter(l -> l.contains("relative-residual")))
                .hasSize(3)
                .allSatisfy(l -> assertThat(Double.parseDouble(l.replaceAll(".*: \"|\"", "")))
                        .isLessThan(1e-9));
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        Program.ofRun(SINGLE_DOSE, temporary.resolve("first"));
        Program.ofRun(SINGLE_DOSE, temporary.resolve("second"));

        Map<String, String> first = hashes(temporary.resolve("first"));
        assertThat(first).hasSizeGreaterThan(8).isEqualTo(hashes(temporary.resolve("second")));
    }

    @Test
    void aSettingReplacesAValueOfTheScenario() throws IOException {
        Path out = temporary.resolve("out");
        Program program =
                Program.ofRun(SINGLE_DOSE, out, "--set", "patient.bsa=0.8 m^2", "--set", "patient.weight=20 kg");

        assertThat(program.code()).as(program.err()).isZero();
        assertThat(Files.readString(out.resolve("manifest.json")))
                .contains("\"patient.bsa=0.8 m^2\"")
                .contains("\"weight\" : \"20 kg\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"patient.weight", "=50 kg", "arms.nobody.0.dose=1 mg", "arms.mercaptopurine-alone.7.dose=1 mg"})
    void aSettingThatNamesNothingIsRefused(String setting) {
        Program program = Program.ofRun(SINGLE_DOSE, temporary.resolve("out"), "--set", setting);

        assertThat(program.code()).as(program.err()).isEqualTo(2);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void resultsAreReplacedButOtherFilesAreNot() throws IOException {
        Path out = temporary.resolve("out");
        assertThat(Program.ofRun(SINGLE_DOSE, out).code()).isZero();
        assertThat(Program.ofRun(SINGLE_DOSE, out).code()).isZero();

        Path mine = Files.createDirectory(temporary.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "precious");
        Program refused = Program.ofRun(SINGLE_DOSE, mine);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("holds files that are not thiosim results");
        assertThat(mine.resolve("thesis.txt")).hasContent("precious");
    }

    @Test
    void aFileOfTheUsersAmongResultsIsKept() throws IOException {
        Path out = temporary.resolve("out");
        assertThat(Program.ofRun(SINGLE_DOSE, out).code()).isZero();
        Path script = Files.writeString(out.resolve("analysis.R"), "precious");
        Program refused = Program.ofRun(SINGLE_DOSE, out);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("holds 'analysis.R' beside results of thiosim");
        assertThat(script).hasContent("precious");
        assertThat(Program.run("chart", out.toString()).code()).isZero();
        assertThat(script).hasContent("precious");
    }

    @Test
    void aPlaceWhereNothingCanBeMadeIsRefusedBeforeTheRun() {
        Path tooLong = temporary.resolve("x".repeat(250));

        Program program = Program.ofRun(SINGLE_DOSE, tooLong);

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err())
                .contains("cannot be written", "name another place with -o", "nothing was run")
                .doesNotContain("fault of the program", "    at ");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        Program program = Program.ofRun(SINGLE_DOSE, file.resolve("out"));

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("cannot be written");
    }

    @Test
    void anArmThatCannotBeSolvedLeavesTheOthersAndSaysWhatToTry() throws IOException {
        Path out = temporary.resolve("out");
        Program program = Program.ofRun(
                SINGLE_DOSE,
                out,
                "--set",
                "arms.mercaptopurine-alone=[{drug: mercaptopurine, dose: 1e300 mg, at: 48 h}]");

        assertThat(program.code()).isEqualTo(1);
        assertThat(program.err())
                .contains("Arm mercaptopurine-alone could not be solved")
                .contains("at t = ");
        assertThat(Files.readString(out.resolve("manifest.json"))).contains("\"status\" : \"failed\"");
        assertThat(metric(out, "mercaptopurine-with-allopurinol", "auc")).isPositive();
        assertThat(rows(out.resolve("metrics.csv")))
                .noneMatch(r -> r.getField("arm").equals("mercaptopurine-alone"));
    }

    @Test
    void aModuleThatADrugNeedsIsAddedAndSaid() {
        Program program = Program.ofRun(
                SINGLE_DOSE,
                temporary.resolve("out"),
                "--set",
                "with=[]",
                "--set",
                "outputs.observables=[6-MP plasma]");

        assertThat(program.code()).as(program.err()).isZero();
        assertThat(program.out())
                .contains("- Module allopurinol added because an arm doses allopurinol; name it under 'with'");
    }

    private static double metric(Path out, String arm, String metric) throws IOException {
        return rows(out.resolve("metrics.csv")).stream()
                .filter(r -> r.getField("arm").equals(arm)
                        && r.getField("observable").equals("6-MP plasma")
                        && r.getField("metric").equals(metric)
                        && r.getField("from_h").equals("48"))
                .mapToDouble(r -> Double.parseDouble(r.getField("value")))
                .findFirst()
                .orElseThrow();
    }

    private static double value(Path out, String arm, String observable, String hour) throws IOException {
        return rows(out.resolve("timecourse.csv")).stream()
                .filter(r -> r.getField("arm").equals(arm)
                        && r.getField("observable").equals(observable)
                        && r.getField("time_h").equals(hour))
                .mapToDouble(r -> Double.parseDouble(r.getField("value")))
                .findFirst()
                .orElseThrow();
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
