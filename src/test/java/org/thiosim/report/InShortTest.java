package org.thiosim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
        SimulationResult result = run(scenario);
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
