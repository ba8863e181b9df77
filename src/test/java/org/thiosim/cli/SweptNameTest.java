package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.chart.SweptSetting;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.Scenario;

/** Swept settings in words. */
class SweptNameTest {
    private static final Scenario SCENARIO = ScenarioFile.read(
                    Path.of("scenarios/single/weekly-pulse.yaml"), ModelLibrary.in(Path.of("models")), List.of())
            .scenario();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "patient.weight; weight (kg)",
                "patient.bsa; body surface area (kg)",
                "patient.creatinine-clearance; creatinine clearance (kg)",
                "arms.weekly-pulse.0.dose; azathioprine dose of weekly-pulse (kg)",
                "arms.weekly-pulse.regimen.0.dose; azathioprine dose of weekly-pulse (kg)",
                "arms.weekly-pulse.7.dose; dose of weekly-pulse (kg)",
                "arms.weekly-pulse.patient.tpmt; TPMT of weekly-pulse (kg)",
                "horizon; horizon (kg)"
            })
    void aPathIsReadAsAPersonWouldSayIt(String path, String axis) {
        assertThat(SweptName.of(path, List.of("50 kg", "70 kg"), SCENARIO).axis())
                .isEqualTo(axis);
    }

    @Test
    void aSharedUnitStandsAtTheAxisAndNotAtEachValue() {
        SweptSetting setting = SweptName.of("patient.weight", List.of("50 kg", "7e1 kg"), SCENARIO);

        assertThat(SweptName.label("7e1 kg", setting)).isEqualTo("7e1");
    }

    @Test
    void valuesOfDifferentUnitsKeepThem() {
        SweptSetting setting = SweptName.of("patient.weight", List.of("50 kg", "70000 g"), SCENARIO);

        assertThat(setting.axis()).isEqualTo("weight");
        assertThat(SweptName.label("50 kg", setting)).isEqualTo("50 kg");
    }

    @Test
    void wordsHaveNoUnit() {
        SweptSetting setting = SweptName.of("patient.tpmt", List.of("normal", "poor"), SCENARIO);

        assertThat(setting.axis()).isEqualTo("TPMT");
        assertThat(SweptName.label("poor", setting)).isEqualTo("poor");
    }
}
