package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.dosing.DoseEvent;
import org.thiosim.simulation.Arm;

/** Which doses a scenario amounts to: how many, of which size, and for whom. */
class DosesInTimeTest {
    private static final double WEEK = 168;
    private static final String ADULT = "weight: 70 kg, tpmt: normal, nudt15: normal";

    @TempDir
    private Path folder;

    private Arm arm(String model, String patient, String dose) throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: " + model + "\npatient: {" + patient + "}\nhorizon: 12 wk\narms:\n  one:\n    - "
                        + dose + "\noutputs: {observables: [6-TGN], every: 1 d}\n");
        List<Arm> arms = ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario()
                .arms();
        assertThat(arms).hasSize(1);
        return arms.get(0);
    }

    private static double milligrams(Arm arm, double hours) {
        return arm.regimen().events(hours, arm.size()).stream()
                .mapToDouble(d -> 1e6 * d.mass())
                .sum();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{drug: azathioprine, steps: [{dose: 50 mg, every: 1 d, times: 20}, {from: 7 d, dose: 100 mg, every: 1 d}]}; 2450",
                "{drug: azathioprine, steps: [{dose: 50 mg, every: 1 d, times: 3}, {from: 7 d, dose: 100 mg, every: 1 d}]}; 2250",
                "{drug: azathioprine, steps: [{dose: 50 mg, every: 1 d}, {from: 7 d, dose: 100 mg, every: 1 d, times: 2}]}; 550"
            })
    void aStepEndsWhereTheNextBeginsOrEarlier(String dose, double total) throws IOException {
        assertThat(milligrams(arm("thiopurine", ADULT, dose), 4 * WEEK)).isEqualTo(total, within(1e-9));
    }

    @Test
    void aGuidelinesThreeDaysAWeekKeepTheNumberOfDoses() throws IOException {
        Arm arm = arm(
                "thiopurine",
                "weight: 70 kg, tpmt: poor, nudt15: normal",
                "{drug: mercaptopurine, from: 1 wk, every: 1 d, times: 4,"
                        + " dose: {by-guideline: cpic, of: 100 mg, context: malignant}}");

        assertThat(arm.regimen().events(12 * WEEK, arm.size()))
                .extracting(DoseEvent::time)
                .containsExactly(168.0, 216.0, 264.0, 336.0);
        assertThat(arm.regimen().notes()).anyMatch(n -> n.contains("4 times in all"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{drug: azathioprine, dose: 50 mg, at: [1 d, 20 d], until: 2 d}; 'until' goes with doses that repeat",
                "{drug: azathioprine, dose: 50 mg, at: [1 d, 20 d], from: 2 d}; 'from' goes with doses that repeat",
                "{drug: azathioprine, every: 1 d, times: 20, taper: {from: 150 mg, to: 50 mg, by: 25 mg, every: 2 wk}}; beside 'taper' does not say of which dose; end the last dose with 'until'",
                "{drug: azathioprine, every: 1 d, times: 20, steps: [{dose: 50 mg}, {from: 7 d, dose: 100 mg}]}; beside 'steps' does not say of which dose; state it in the step"
            })
    void whatWouldBeLeftOutIsRefused(String dose, String message) {
        assertThatThrownBy(() -> arm("thiopurine", ADULT, dose)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "hawwa-2008; bsa: 0.6 m^2; 2 mg/kg; needs the patient's 'weight'",
                "thiopurine; height: 120 cm; 2 mg/kg; needs the patient's 'weight'",
                "thiopurine; age: 6 y; 2 mg/kg; needs the patient's 'weight'",
                "hawwa-2008; age: 6 y; 50 mg/m^2; needs the patient's 'bsa'",
                "thiopurine; weight: 20 kg; 50 mg/m^2; needs the patient's 'bsa'"
            })
    void aSizeStatedInPartIsNotFilledIn(String model, String patient, String dose, String message) {
        assertThatThrownBy(() -> arm(model, patient, "{drug: mercaptopurine, dose: " + dose + ", every: 1 d}"))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "thiopurine; age: 40 y; 2 mg/kg; weight is not stated: doses per kg are for 70 kg",
                "lin-2021; ; 2 mg/kg; weight is not stated: doses per kg are for 57.5 kg",
                "hawwa-2008; age: 40 y; 50 mg/m^2; body surface is not stated: doses per m^2 are for"
            })
    void aSizeOfWhichNothingIsStatedIsNoted(String model, String patient, String dose, String note) throws IOException {
        String drug = model.equals("lin-2021") ? "azathioprine" : "mercaptopurine";
        String stated = patient == null ? "" : patient;
        Arm arm = arm(model, stated, "{drug: " + drug + ", dose: " + dose + ", every: 1 d}");

        assertThat(arm.patient().notes()).anyMatch(n -> n.contains(note));
        assertThat(arm(model, stated, "{drug: " + drug + ", dose: 50 mg, every: 1 d}")
                        .patient()
                        .notes())
                .noneMatch(n -> n.contains("is not stated"));
    }
}
