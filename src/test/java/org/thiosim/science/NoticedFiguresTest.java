package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.TimeCourse;

/** What a notice says of the model is what the model gives. */
class NoticedFiguresTest {
    private static final String REDUCED = "of the activity of xanthine oxidase before the next dose";

    @TempDir
    private Path folder;

    private ArmResult run(String patient, String doses) throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: thiopurine\nwith: [allopurinol, neutrophils]\npatient: {" + patient
                        + ", nudt15: normal}\nhorizon: 20 wk\narms:\n  one: [" + doses
                        + "]\noutputs: {observables: [6-TGN, neutrophils, XO activity], every: 1 d}\n");
        return Simulator.run(
                        ScenarioFile.read(file, Scenarios.LIBRARY, List.of()).scenario())
                .arms()
                .get(0);
    }

    private static double[] values(ArmResult arm, String observable) {
        return arm.timeCourses().stream()
                .filter(c -> c.observable().equals(observable))
                .findFirst()
                .map(TimeCourse::values)
                .orElseThrow();
    }

    private static double last(ArmResult arm, String observable) {
        double[] values = values(arm, observable);
        return values[values.length - 1];
    }

    @ParameterizedTest
    @CsvSource({
        "50, 100, 30, 2.5, 0.05, 544, 2.0",
        "75, 300, 20, 0.2, 0.05, 893, 1.2",
        "50, 300, 100, 2, 0.05, 502, 2.1"
    })
    void whatAThirdOfTheDoseDoesIsAsTheNoticesSay(
            int azathioprine,
            int allopurinol,
            int clearance,
            String activity,
            double rounding,
            String tgn,
            String neutrophils)
            throws IOException {
        ArmResult arm = run(
                "weight: 70 kg, tpmt: normal, creatinine-clearance: " + clearance + " mL/min/1.73 m^2",
                "{drug: azathioprine, dose: " + azathioprine + " mg, every: 1 d}, {drug: allopurinol, dose: "
                        + allopurinol + " mg, every: 1 d}");

        assertThat(arm.notices())
                .anySatisfy(n -> assertThat(n).contains(REDUCED, " " + activity + " %", " " + tgn, " " + neutrophils));
        assertThat(last(arm, "XO activity")).isCloseTo(Double.parseDouble(activity), within(rounding));
        assertThat(last(arm, "6-TGN")).isCloseTo(Double.parseDouble(tgn), within(0.5));
        assertThat(last(arm, "neutrophils")).isCloseTo(Double.parseDouble(neutrophils), within(0.05));
    }

    @Test
    void withANormalKidneyAndTheDosesOfTheStudiesTheLevelsAreThoseThatTheNoticesCompareWith() throws IOException {
        ArmResult arm = run(
                "weight: 70 kg, tpmt: normal, creatinine-clearance: 100 mL/min/1.73 m^2",
                "{drug: azathioprine, dose: 50 mg, every: 1 d}, {drug: allopurinol, dose: 100 mg, every: 1 d}");

        assertThat(arm.notices()).noneMatch(n -> n.contains(REDUCED));
        assertThat(last(arm, "XO activity")).isCloseTo(16, within(0.5));
        assertThat(last(arm, "6-TGN")).isCloseTo(363, within(0.5));
        assertThat(last(arm, "neutrophils")).isCloseTo(2.6, within(0.05));
    }

    @Test
    void aTitratedPatientWithoutTpmtFallsBelowWhatTheNoticeSaysWasSeen() throws IOException {
        ArmResult arm = run(
                "weight: 50 kg, bsa: 1.5 m^2, tpmt: poor",
                "{drug: azathioprine, every: 1 d, steps: [{dose: 12.5 mg}, {dose: 10 mg, from: 3 wk}]}");

        assertThat(arm.notices()).anyMatch(n -> n.contains("1.1e9/L and 0.9 at lowest"));
        assertThat(last(arm, "neutrophils")).isCloseTo(1.1, within(0.05));
        assertThat(Arrays.stream(values(arm, "neutrophils")).min().orElseThrow())
                .isCloseTo(0.9, within(0.05));
    }
}
