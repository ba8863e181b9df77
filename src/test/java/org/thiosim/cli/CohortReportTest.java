package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.report.HtmlErrors;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CohortReportTest {
    private Path folder = Path.of("");
    private String switched = "";
    private String guided = "";

    @BeforeAll
    void run(@TempDir Path temporary) throws IOException {
        folder = temporary;
        switched = page("allopurinol-switch", "60");
        guided = page("guided-versus-unguided", "300");
    }

    private String page(String scenario, String patients) throws IOException {
        Path out = folder.resolve(scenario);
        Program program = Program.run(
                "cohort",
                "scenarios/cohort/" + scenario + ".yaml",
                "-n",
                patients,
                "--seed",
                "1",
                "-o",
                out.toString());
        assertThat(program.code()).as(program.err()).isZero();
        return Files.readString(out.resolve("report.html"));
    }

    private String chart(String scenario, String name) throws IOException {
        return Files.readString(folder.resolve(scenario).resolve("charts").resolve(name + ".svg"));
    }

    private static String between(String page, String from, String until) {
        return page.substring(page.indexOf("id=\"" + from + "\""), page.indexOf("id=\"" + until + "\""));
    }

    @Test
    void shortPartHasContraindicationsAndATableOfArmsWithTheBestOfEachTarget() {
        assertThat(between(switched, "short", "care"))
                .containsPattern("class=\"stern\">\\s*<p>[^<]*full-with-allopurinol: Contraindicated in practice")
                .containsPattern("Goal: 6-TGN 235–450 [^<]*</th>")
                .containsPattern("Harm: neutrophils below 1.5×10⁹/L[^<]*</th>")
                .contains("<span class=\"note\">best</span>");
        assertThat(HtmlErrors.of(switched)).isEmpty();
    }

    @Test
    void goalsStandBeforeHarms() {
        assertThat(between(switched, "targets", "contrasts").lastIndexOf("Goal: "))
                .isPositive()
                .isLessThan(between(switched, "targets", "contrasts").indexOf("Harm: "));
    }

    @Test
    void differencesOfSharesAreInPercentagePoints() {
        assertThat(between(switched, "contrasts", "bands-"))
                .contains("percentage points")
                .containsPattern("risk difference</td>\\s*<td>\\+[\\d.]+</td>")
                .doesNotContain("of patients</td>");
    }

    @Test
    void bandsHaveTheTreatmentsTheTimeOfTheSwitchAndTheContraindication() throws IOException {
        assertThat(chart("allopurinol-switch", "bands-6-TGN"))
                .contains("full-with-allopurinol: azathioprine 2 mg/kg daily, allopurinol 100 mg daily from 12 wk")
                .contains("Contraindicated in practice")
                .contains("stroke-dasharray=\"3,4\"");
        assertThat(chart("guided-versus-unguided", "bands-6-TGN")).doesNotContain("stroke-dasharray=\"3,4\"");
    }

    @Test
    void harmsAreHatchedAndSaid() throws IOException {
        assertThat(chart("allopurinol-switch", "attainment"))
                .contains("hatched: harm, less is better", ">Harm: 6-MMPR above 5700");
    }

    @Test
    void groupsWithoutDrugAndSmallGroupsAreMarked() throws IOException {
        assertThat(chart("guided-versus-unguided", "attainment-neutropenia-2"))
                .contains(">cpic (no drug)<", "weighted to the population")
                .containsPattern("TPMT poor, n = 1\\d, few")
                .doesNotContain("unguided (no drug)");
    }
}
