package org.thiosim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Urgency;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

class InShortTest {

    private static SimulationResult run(String scenario) {
        return Simulator.run(ScenarioFile.read(
                        Path.of("scenarios", "single", scenario + ".yaml"),
                        ModelLibrary.in(Path.of("models")),
                        List.of())
                .scenario());
    }

    private static List<InShort.Finding> findings(String scenario) {
        return findings(run(scenario));
    }

    private static List<InShort.Finding> findings(SimulationResult result) {
        RunRecord record = RunRecord.of(result);
        return InShort.of(KeyNumbers.of(result, record), result, record);
    }

    @Test
    void partOfTheDrugIsGivenAsAnAmountToo() {
        List<InShort.Finding> findings = findings("allopurinol-interaction");
        assertThat(findings.get(0).why())
                .anyMatch(w -> w.contains("activation by HGPRT in red cells (33 µmol a day, hardly changed)"));
        assertThat(findings.get(1).why())
                .anyMatch(w -> w.contains("activation by HGPRT in red cells (99 µmol a day instead of 33)"));
    }

    @Test
    void drugTakenIsNamedAlsoWhereTheFirstArmTakesNone() {
        assertThat(findings("stopping").get(0).why()).containsExactly("drug taken: 361 µmol a day instead of none");
    }

    @Test
    void lowestCountIsNamedWhereItIsANeutropeniaThoughItHardlyDiffers() {
        List<InShort.Finding> findings = findings("poor-metaboliser-tenth-dose");
        assertThat(findings.get(1).changes())
                .last()
                .asString()
                .matches("changed by less than 15 %: neutrophils .* \\(lowest 1\\.\\d+, neutropenia of grade 2.*\\)");
        assertThat(findings.get(0).changes())
                .filteredOn(c -> c.contains("neutrophils"))
                .hasSize(1);
    }

    @Test
    void levelThatHardlyChangesIsSaidToLieBeyondItsWindow() {
        assertThat(findings("missed-doses"))
                .filteredOn(f -> f.arm().equals("hypermethylator"))
                .singleElement()
                .satisfies(f -> assertThat(f.changes())
                        .contains("changed by less than 15 %: 6-TGN −9.8 % (206, below the window)"));
    }

    @Test
    void oneArmIsComparedWithItsPhaseBefore(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.yaml"), """
                scenario: one
                model: thiopurine
                with: [neutrophils]
                patient: {weight: 80 kg, tpmt: intermediate, nudt15: normal}
                horizon: 24 wk
                arms:
                  less: [{drug: azathioprine, every: 1 d, steps: [{dose: 150 mg}, {from: 16 wk, dose: 50 mg}]}]
                outputs: {observables: [6-TGN, neutrophils], every: 1 d}
                """);
        SimulationResult result = Simulator.run(ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario());
        assertThat(findings(result).get(0).changes())
                .anyMatch(
                        c -> c.matches("6-TGN \\d+ pmol/8×10⁸ RBC, below the window \\(week 16: \\d+, .*the window\\)"))
                .anyMatch(c -> c.matches("neutrophils .* \\(week 16: 1\\.\\d+\\)"));
    }

    @Test
    void whatPicturesCarryIsReadBeforeOtherNoticesAndAfterContraindications() {
        RunRecord record = RunRecord.of(run("azathioprine-to-thioguanine"));
        List<Urgency> urgencies = InShort.notices(record).keySet().stream()
                .map(n -> RunRecord.urgency(n, record.captions()))
                .toList();
        assertThat(urgencies).isSorted().contains(Urgency.CONTRAINDICATION, Urgency.CAPTION, Urgency.REMARK);
    }

    @Test
    void likelyMistakeOfAScenarioIsReadFirst() {
        String unit = "Azathioprine above 4 mg/kg a day is more than any study; check the unit of the dose.";
        String late = "azathioprine 50 mg daily is never given: it begins at 30 wk, the run ends at 24 wk";
        assertThat(Stream.of(unit, late)).allMatch(n -> RunRecord.urgency(n, Set.of()) == Urgency.SLIP);
        assertThat(RunRecord.urgency("Contraindicated in practice.", Set.of())).isEqualTo(Urgency.CONTRAINDICATION);
        assertThat(RunRecord.urgency("Counts are a typical course.", Set.of("Counts are a typical course.")))
                .isEqualTo(Urgency.CAPTION);
        assertThat(RunRecord.urgency("Counts are a typical course.", Set.of())).isEqualTo(Urgency.REMARK);
    }
}
