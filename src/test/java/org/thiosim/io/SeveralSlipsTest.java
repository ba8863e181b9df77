package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.cohort.CohortMetric;

/** Slips of one place are shown together and where they were typed. */
class SeveralSlipsTest {
    private static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));
    private static final String RIGHT = "{drug: azathioprine, dose: 100 mg, every: 1 d}";

    @TempDir
    private Path folder;

    private List<Finding> slips(String dose, String... settings) throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: thiopurine\npatient: {weight: 70 kg}\nhorizon: 1 wk\narms:\n  one:\n    - " + dose
                        + "\n");
        List<Setting> stated = Arrays.stream(settings).map(Setting::parse).toList();
        return catchThrowableOfType(InputException.class, () -> ScenarioFile.read(file, LIBRARY, stated))
                .findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{drg: azathioprine, doze: 100 mg, every: 1 d}; drg; doze",
                "{drg: azathioprine, dose: 100 mg, evry: 1 d}; drg; evry",
                "{drug: azathioprine, doze: 100 mg, evry: 1 d}; doze; evry",
                "{drug: azathioprin, dose: 100 mg, evry: 1 d}; azathioprin; evry",
                "{drug: azathioprine, steps: [{doze: 100 mg, evry: 1 d}]}; doze; evry",
                "{drug: azathioprine, every: 1 d, dose: {of: 1 mg, by-guidline: cpic, otherwize: 1 mg}}; by-guidline; otherwize"
            })
    void twoWrongWordsOfADoseAreBothShown(String dose, String first, String second) throws IOException {
        assertThat(slips(dose))
                .extracting(Finding::message)
                .satisfiesExactly(
                        m -> assertThat(m).startsWith("unknown").contains("'" + first + "'", "did you mean"),
                        m -> assertThat(m).startsWith("unknown").contains("'" + second + "'", "did you mean"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "patient.weight=[70 kg; 7; not valid YAML",
                "patient.tpmt=a: b; 2; not valid YAML",
                "patient={weight: 70 kg, tpmt: *1/*1}; 25; put the diplotype in quotes",
                "patient={weight: 70 kg, weight: 80 kg}; 17; duplicate key 'weight'",
                "patient.weight=50 kgg; 4; unknown unit 'kgg'"
            })
    void aSlipOfASettingIsShownInWhatWasTyped(String setting, int column, String message) throws IOException {
        assertThat(slips(RIGHT, setting)).singleElement().satisfies(f -> {
            assertThat(f.file()).isEqualTo("--set " + setting);
            assertThat(f.column()).isEqualTo(column);
            assertThat(f.excerpt()).isEqualTo(setting.substring(setting.indexOf('=') + 1));
            assertThat(f.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{drug: azathioprine, dose: 100 mg, at: []}; at",
                "{drug: azathioprine, dose: 100 mg, days: []}; days",
                "{drug: azathioprine, dose: 100 mg, every: 1 d, times: []}; times",
                "{drug: azathioprine, every: 1 d, steps: []}; steps",
                "{drug: azathioprine, steps: [{dose: 100 mg, days: []}]}; days"
            })
    void anEmptyListOfTimesIsNoWayToTakeNothing(String dose, String key) throws IOException {
        assertThat(slips(dose))
                .extracting(Finding::message)
                .singleElement()
                .satisfies(m -> assertThat(m).startsWith("the list '" + key + "' is empty"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "days: [mon, tue, mon]; 'days' names mon twice",
                "times: [8 h, 8 h]; 'times' names an hour twice",
                "every: 1e-300 h; arm 'one' has more than 100000 doses"
            })
    void timesThatCannotBeMeantAreRefused(String schedule, String message) throws IOException {
        assertThat(slips("{drug: azathioprine, dose: 100 mg, " + schedule + "}"))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).startsWith(message));
    }

    @Test
    void dailyMetricsOfOnePatientAreSaidToBeOfCohorts() throws IOException {
        assertThat(slips(RIGHT, "outputs={metrics: [{metric: daily-min, observable: 6-TGN}]}"))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("thiosim cohort", "'cmin'"));
    }

    @Test
    void aCohortTakesDailyMetricsOfFurtherWindowsAndNoneTwice() throws IOException {
        Path file = Files.writeString(
                folder.resolve("c.yaml"),
                "scenario: c\nmodel: thiopurine\npopulation: european-ibd\npatients: 2\nhorizon: 4 wk\narms: {a: ["
                        + RIGHT
                        + "]}\noutputs: {observables: [6-TGN], every: 1 wk, metrics: [{metric: daily-min, observable: 6-TGN,"
                        + " from: 2 wk}, {metric: daily-min, observable: 6-TGN}, {metric: trough, observable: 6-TGN}]}\n");

        List<CohortMetric> metrics = CohortFile.read(
                        file,
                        LIBRARY,
                        PopulationLibrary.in(Path.of("scenarios/populations")),
                        List.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty())
                .cohort()
                .treatment()
                .outputs()
                .metrics();

        assertThat(metrics)
                .extracting(CohortMetric::name)
                .containsExactly(
                        "6-TGN trough 0-672 h",
                        "6-TGN daily-mean 0-672 h",
                        "6-TGN daily-min 0-672 h",
                        "6-TGN daily-max 0-672 h",
                        "6-TGN daily-min 336-672 h");
    }
}
