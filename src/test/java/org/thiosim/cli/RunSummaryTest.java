package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run prints. */
class RunSummaryTest {
    private static final String SINGLE = "scenarios/single/";

    @TempDir
    private Path folder;

    private String printed(String scenario, String... more) {
        Program program = Program.ofRun(SINGLE + scenario, folder.resolve("out"), more);
        assertThat(program.code()).as(program.err()).isZero();
        return program.out();
    }

    @Test
    void whatSwingsWithinADosingIntervalIsGivenByItsAverageAndSmallNumbersAreMeasuredAgainstAllArms() {
        String out = printed(
                "weekly-pulse.yaml",
                "--set",
                "outputs.observables=[6-TGN]",
                "--set",
                "arms.weekly-pulse.0.dose=0.001 mg");

        assertThat(out)
                .contains("Average over the last dosing interval")
                .containsPattern("weekly-pulse +about 0")
                .containsPattern("spread-over-the-week +6[0-9]");
    }

    @Test
    void troughsAndAveragesStandUnderTheirNames() {
        String out = printed("febuxostat-warning.yaml");

        assertThat(out.indexOf("Value at the end of each phase, before the next dose:"))
                .isPositive()
                .isLessThan(out.indexOf("6-TGN (pmol/8e8 RBC)"));
        assertThat(out.indexOf("Average over the last dosing interval")).isLessThan(out.indexOf("XO activity (%)"));
        assertThat(out).containsPattern("with-febuxostat +100 +37");
    }

    @Test
    void metricsAskedForAreGivenForEachArm() {
        assertThat(printed("single-dose.yaml"))
                .containsPattern("Asked for +mercaptopurine-alone +mercaptopurine-with-allopurinol")
                .containsPattern("cmax of 6-MP plasma, 48–72 h \\(µmol/L\\) +0\\.7[0-9]+ +3\\.[0-9]+");
    }

    @Test
    void modelThatDoesNotGiveAnObservableHasNoRowForIt() {
        String out = printed("compare-models.yaml");
        String only = out.substring(out.indexOf("6-TGN of lin-2021"), out.indexOf("6-MMPR (pmol"));
        assertThat(only).contains("adult lin-2021").doesNotContain("child", "adult thiopurine");
    }

    @Test
    void contraindicationStandsBeforeTheNumbersAndOtherNoticesAfterThem() {
        String out = printed("allopurinol-interaction.yaml");
        String first = out.substring(out.indexOf("Read first:"), out.indexOf("6-TGN (pmol"));
        assertThat(first).contains("- full-dose-with-allopurinol: Contraindicated in practice");
        assertThat(out.split("Read with care:")[1]).doesNotContain("Contraindicated in practice");
    }
}
