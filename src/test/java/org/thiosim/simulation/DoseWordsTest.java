package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.io.InputException;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;

/** What charts and notices call a dose. */
class DoseWordsTest {
    private static final String ADULT = "weight: 70 kg, tpmt: intermediate, nudt15: normal";

    @TempDir
    private Path folder;

    private SimulationResult run(String patient, String dose) throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: thiopurine\npatient: {" + patient + "}\nhorizon: 1 wk\narms:\n  one:\n    - "
                        + dose + "\noutputs: {observables: [6-TGN], every: 1 d}\n");
        return Simulator.run(ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dose: 150 mg, every: 1 d; 150 mg daily; 2.14 mg/kg",
                "dose: 75 mg, every: 12 h; 75 mg twice a day; 1.07 mg/kg per dose",
                "dose: 1 mg/kg, times: [8 h, 14 h, 20 h]; 1 mg/kg 3 times a day; 70 mg per dose",
                "dose: 300 mg, days: [mon]; 300 mg once a week on Mon; 4.29 mg/kg",
                "dose: 100 mg, days: [mon, wed]; 100 mg on Mon, Wed; 1.43 mg/kg per dose",
                "dose: 50 mg, days: [mon], times: [8 h, 20 h]; 50 mg twice a day on Mon; 0.714 mg/kg per dose",
                "dose: 100 mg, every: 2 d; 100 mg every 2 d; 1.43 mg/kg per dose"
            })
    void severalDosesADayOrAWeekAreSaidOneByOne(String dose, String label, String equal) throws IOException {
        RunRecord.Dosing dosing = RunRecord.of(run(ADULT, "{drug: azathioprine, " + dose + "}"))
                .arms()
                .get(0)
                .doses()
                .get(0);

        assertThat(dosing.label()).isEqualTo(label);
        assertThat(dosing.equal()).isEqualTo(equal);
    }

    @Test
    void theWeightAtWhichAFlatDoseIsHeldAgainstAGuidelineIsSaid() throws IOException {
        String dose = "{drug: azathioprine, dose: {of: 150 mg, by-guideline: cpic}, every: 1 d}";

        assertThat(run("tpmt: intermediate, nudt15: normal", dose).arms().get(0).notices())
                .anyMatch(n -> n.contains("150 mg counts as 2.143 mg/kg: weight is not stated and taken as 70 kg"));
        assertThat(run("tpmt: normal, nudt15: normal", dose).arms().get(0).notices())
                .anyMatch(n -> n.contains("100 % of 150 mg"))
                .noneMatch(n -> n.contains("counts as"));
        assertThat(run(ADULT, dose).arms().get(0).notices())
                .anyMatch(n -> n.contains("55 % of 150 mg"))
                .noneMatch(n -> n.contains("counts as"));
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        InputException.class, () -> run("age: 8 y, tpmt: intermediate, nudt15: normal", dose)))
                .hasMessageContaining("whether a guideline reduces 150 mg depends on the patient's 'weight'");
    }

    @Test
    void aGuidelineThatReducesEveryDoseAsksForNoWeight() throws IOException {
        String dose = "{drug: azathioprine, dose: {of: 50 mg, by-guideline: dpwg}, every: 12 h}";

        assertThat(run("age: 8 y, tpmt: intermediate, nudt15: normal", dose)
                        .arms()
                        .get(0)
                        .notices())
                .anyMatch(n -> n.endsWith("50 % of 50 mg is 25 mg"));
        assertThat(run(ADULT, dose).arms().get(0).notices())
                .anyMatch(n -> n.endsWith("50 % of 50 mg is 25 mg (50 mg twice a day counts as 1.429 mg/kg a day)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{drug: methotrexate, dose: 2 mg/kg, every: 1 wk}; higher doses are an extrapolation; true",
                "{drug: methotrexate, dose: 2 mg/kg, at: [0 h]}; higher doses are an extrapolation; true",
                "{drug: methotrexate, dose: 0.8 mg/kg, days: [mon], times: [8 h, 20 h]}; higher doses are an extrapolation; true",
                "{drug: methotrexate, dose: 0.8 mg/kg, days: [mon, tue, wed, thu, fri], times: [8 h, 20 h]}; higher doses are an extrapolation; true",
                "{drug: methotrexate, dose: 0.4 mg/kg, every: 6 h}; higher doses are an extrapolation; true",
                "{drug: methotrexate, dose: 0.5 mg/kg, every: 1 wk}; higher doses are an extrapolation; false",
                "{drug: methotrexate, dose: 0.8 mg/kg, days: [mon, tue]}; higher doses are an extrapolation; false",
                "{drug: azathioprine, dose: 2.1 mg/kg, every: 12 h}; more than any study; true",
                "{drug: azathioprine, dose: 1.9 mg/kg, every: 12 h}; more than any study; false",
                "{drug: azathioprine, dose: 10 mg/kg, every: 1 wk}; more than any study; true",
                "{drug: azathioprine, dose: 5 mg/kg, every: 1 wk}; more than any study; false",
                "{drug: azathioprine, dose: 0.7 mg/kg, every: 12 h} + {drug: allopurinol, dose: 100 mg, every: 1 d}; Contraindicated; true",
                "{drug: azathioprine, dose: 2 mg/kg, every: 1 wk} + {drug: allopurinol, dose: 100 mg, every: 1 d}; Contraindicated; false",
                "{drug: azathioprine, dose: 1 mg/kg, every: 1 d} + {drug: allopurinol, dose: 50 mg, every: 12 h}; other than 50-100 mg a day; false",
                "{drug: azathioprine, dose: 1 mg/kg, every: 1 d} + {drug: allopurinol, dose: 100 mg, every: 12 h}; other than 50-100 mg a day; true"
            })
    void warningsAboutTheSizeOfADoseAreOfADay(String doses, String warning, boolean shown) throws IOException {
        List<String> notices =
                run(ADULT, doses.replace(" + ", "\n    - ")).arms().get(0).notices();

        assertThat(notices.stream().anyMatch(n -> n.contains(warning))).isEqualTo(shown);
    }
}
