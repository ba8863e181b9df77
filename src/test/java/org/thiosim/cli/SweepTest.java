package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a sweep is read, and over what its means are taken. */
class SweepTest {
    private static final String ALLOPURINOL = "scenarios/single/allopurinol-interaction.yaml";
    private static final String WEEKLY = "scenarios/single/weekly-pulse.yaml";
    private static final String WEIGHTS = "patient.weight=70 kg,90 kg";

    @TempDir
    private Path folder;

    private Program sweep(String scenario, String observable, String... more) {
        String[] all = Arrays.copyOf(
                new String[] {"--set", "outputs.observables=[" + observable + "]", "--sweep", WEIGHTS},
                4 + more.length);
        System.arraycopy(more, 0, all, 4, more.length);
        Program program = Program.ofRun(scenario, folder.resolve("out"), all);
        assertThat(program.code()).as(program.err()).isZero();
        return program;
    }

    /** The cells of the row of the arm and metric at 70 kg. */
    private String[] row(String arm, String metric) throws IOException {
        return Files.readAllLines(folder.resolve("out/sweep.csv")).stream()
                .filter(r -> r.startsWith("70 kg," + arm + ",") && r.contains("," + metric + ","))
                .map(r -> r.split(",", -1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSweepIsReadWhileTheSecondDrugIsStillTaken() throws IOException {
        Program program = sweep(ALLOPURINOL, "oxypurinol plasma");

        String[] row = row("third-dose-with-allopurinol", "at");
        assertThat(Double.parseDouble(row[4])).isCloseTo(20.47, within(0.01));
        assertThat(row).endsWith("3360", "3360", "24");
        assertThat(program.out()).contains("Sweep of patient.weight in sweep.csv: at week 20, before a dose due then");
        assertThat(folder.resolve("out/charts/sweep-oxypurinol-plasma.svg"))
                .content()
                .contains("At week 20, before a dose due then");
        assertThat(folder.resolve("out/manifest.json")).content().contains("\"read-at\" : [", "\"20 wk\"");
    }

    @Test
    void windowAndContraindicationsOfTheArmsDrawnStandInThePicture() throws IOException {
        sweep(ALLOPURINOL, "6-TGN");
        assertThat(folder.resolve("out/charts/sweep-6-TGN.svg"))
                .content()
                .contains(
                        "235–450 pmol/8×10⁸ RBC: adult IBD",
                        ">full-dose-with-allopurinol: Contraindicated in practice");
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains("<p class=\"stern\">full-dose-with-allopurinol: Contraindicated in practice");
    }

    @Test
    void armsThatTheSweepLeavesAloneAreNotWarnedOf() throws IOException {
        Program program = Program.ofRun(
                ALLOPURINOL,
                folder.resolve("out"),
                "--set",
                "outputs.observables=[6-TGN]",
                "--sweep",
                "arms.third-dose-with-allopurinol.1.dose=50 mg,100 mg");
        assertThat(program.code()).as(program.err()).isZero();
        assertThat(folder.resolve("out/charts/sweep-6-TGN.svg"))
                .content()
                .contains(">third-dose-with-allopurinol (100 mg): Contraindicated in practice")
                .doesNotContain(">full-dose-with-allopurinol");
    }

    @Test
    void theTimeOfReadingCanBeChosenBetweenSamples() throws IOException {
        sweep(ALLOPURINOL, "oxypurinol plasma", "--at", "3361 h");

        assertThat(row("third-dose-with-allopurinol", "at")).endsWith("3361", "3361", "24");
        assertThat(row("third-dose-with-allopurinol", "average")).endsWith("3337", "3361", "24");
    }

    @Test
    void meansOfUnlikeIntervalsCompare() throws IOException {
        sweep(WEEKLY, "6-MP plasma");

        String[] pulse = row("weekly-pulse", "average");
        String[] spread = row("spread-over-the-week", "average");
        assertThat(Double.parseDouble(pulse[4]) / Double.parseDouble(spread[4])).isCloseTo(1, within(1e-3));
        assertThat(pulse).endsWith("3864", "4032", "168");
        assertThat(spread).endsWith("4008", "4032", "24");
        assertThat(folder.resolve("out/charts/sweep-6-MP-plasma.svg"))
                .content()
                .contains("up to week 24 (spread-over-the-week daily, weekly-pulse weekly)");
    }

    @Test
    void troughsOfUnlikeIntervalsAreSaidToBe() {
        Program program = sweep(WEEKLY, "6-TGN");

        assertThat(program.out())
                .contains("at week 24, before a dose due then (spread-over-the-week daily, weekly-pulse weekly)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "40 wk; --at 40 wk is after the end of the run, which is 24 wk",
                "4 kg; for example --at '20 wk', found '4 kg'",
                "0 wk; --at takes a time after 0"
            })
    void aTimeThatCannotBeReadIsRefused(String at, String message) {
        Program program = Program.ofRun(ALLOPURINOL, folder.resolve("out"), "--sweep", WEIGHTS, "--at", at);

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aTimeOfReadingNeedsASweep() {
        Program program = Program.ofRun(ALLOPURINOL, folder.resolve("out"), "--at", "20 wk");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("give --sweep PATH=V1,V2,… too");
    }
}
