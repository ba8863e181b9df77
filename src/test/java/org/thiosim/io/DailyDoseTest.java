package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortArm;
import org.thiosim.dosing.BodySize;
import org.thiosim.random.RandomStream;
import org.thiosim.simulation.Arm;

/** A guideline judges the dose of a day, however it is split, and a pulse by its mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DailyDoseTest {
    private static final double WEEK = 168;
    private static final String INTERMEDIATE = "weight: 70 kg, height: 175 cm, tpmt: intermediate, nudt15: normal";
    private static final String POOR = "weight: 20 kg, height: 115 cm, tpmt: poor, nudt15: normal";

    @TempDir
    private Path folder;

    private ModelLibrary library;

    @BeforeAll
    void loadsTheLibrary() {
        library = ModelLibrary.in(Path.of("models"));
    }

    private Arm arm(String patient, String... items) throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: thiopurine\npatient: {" + patient + "}\nhorizon: 12 wk\narms:\n  one:\n    - "
                        + String.join("\n    - ", items) + "\noutputs: {observables: [6-TGN], every: 1 d}\n");
        return ScenarioFile.read(file, library, List.of()).scenario().arms().get(0);
    }

    private static double milligrams(Arm arm, double hours) {
        return arm.regimen().events(hours, arm.size()).stream()
                .mapToDouble(d -> 1e6 * d.mass())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{drug: azathioprine, dose: {of: 1 mg/kg, by-guideline: cpic}, every: 12 h}",
                "{drug: azathioprine, dose: {of: 1 mg/kg, by-guideline: cpic}, times: [8 h, 20 h]}",
                "{drug: azathioprine, dose: {of: 0.5 mg/kg, by-guideline: cpic}, every: 6 h}",
                "{drug: azathioprine, dose: {of: 70 mg, by-guideline: cpic}, every: 12 h}",
                "{drug: azathioprine, dose: {of: 4 mg/kg, by-guideline: cpic}, every: 2 d}",
                "{drug: azathioprine, dose: {of: 14 mg/kg, by-guideline: cpic}, every: 7 d}",
                "{drug: azathioprine, steps: [{dose: {of: 1 mg/kg, by-guideline: cpic}, every: 12 h}]}",
                "{drug: azathioprine, dose: {of: 1 mg/kg, by-guideline: cpic}, every: 12 h, times: 56}",
                "{drug: azathioprine, dose: {of: 1 mg/kg, by-guideline: cpic}, times: [8 h]}\n"
                        + "    - {drug: azathioprine, dose: {of: 1 mg/kg, by-guideline: cpic}, times: [20 h], adds: true}",
                "{drug: azathioprine, dose: {of: 2 mg/kg, by-guideline: cpic}, days: [mon, wed, fri, sun]}\n"
                        + "    - {drug: azathioprine, dose: {of: 2 mg/kg, by-guideline: cpic}, days: [tue, thu, sat]}"
            })
    void theSameDailyDoseIsReducedAlikeHoweverItIsSplit(String regimen) throws IOException {
        Arm arm = arm(INTERMEDIATE, regimen);

        assertThat(milligrams(arm, 4 * WEEK)).isCloseTo(28 * 0.55 * 140, within(1e-6));
        assertThat(arm.regimen().notes()).isNotEmpty().noneMatch(n -> n.contains("is below"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{drug: azathioprine, dose: {of: 0.99 mg/kg, by-guideline: cpic}, every: 12 h}; 3880.8; counts as 1.98 mg/kg a day",
                "{drug: azathioprine, dose: {of: 2 mg/kg, by-guideline: cpic}, days: [mon, wed, fri]}; 1680; counts as 0.8571 mg/kg a day on average",
                "{drug: azathioprine, dose: {of: 10 mg/kg, by-guideline: cpic}, every: 7 d}; 2800; counts as 1.429 mg/kg a day on average",
                "{drug: azathioprine, dose: {of: 10 mg/kg, by-guideline: cpic}, days: [mon]}; 2800; counts as 1.429 mg/kg a day on average",
                "{drug: mercaptopurine, dose: {of: 60 mg/m^2, by-guideline: cpic}, every: 7 d}; 443.5543; counts as 8.571 mg/m^2 a day on average"
            })
    void aPulseIsJudgedByItsMeanAndSoIsASplitDoseBelow(String dose, double total, String note) throws IOException {
        Arm arm = arm(INTERMEDIATE, dose);

        assertThat(milligrams(arm, 4 * WEEK)).isCloseTo(total, within(1e-3));
        assertThat(arm.regimen().notes())
                .anySatisfy(n -> assertThat(n).contains("is below the dose from which it is reduced", note));
    }

    @Test
    void singleDosesAreJudgedByTheirOwnDay() throws IOException {
        Arm together =
                arm(INTERMEDIATE, "{drug: azathioprine, dose: {of: 1 mg/kg, by-guideline: cpic}, at: [0 h, 12 h]}");
        Arm apart = arm(INTERMEDIATE, "{drug: azathioprine, dose: {of: 1 mg/kg, by-guideline: cpic}, at: [0 h, 24 h]}");

        assertThat(milligrams(together, WEEK)).isCloseTo(77, within(1e-9));
        assertThat(milligrams(apart, WEEK)).isCloseTo(140, within(1e-9));
    }

    @Test
    void aLoadingDoseIsJudgedWithWhatFollowsOnItsDay() throws IOException {
        String loading = "{drug: azathioprine, loading: {of: %s, by-guideline: cpic}, dose: 0.5 mg/kg, every: 12 h}";

        assertThat(milligrams(arm(INTERMEDIATE, loading.formatted("1.4 mg/kg")), 12))
                .isCloseTo(1.4 * 70, within(1e-9));
        assertThat(milligrams(arm(INTERMEDIATE, loading.formatted("1.6 mg/kg")), 12))
                .isCloseTo(0.55 * 1.6 * 70, within(1e-9));
    }

    @Test
    void stepsAreJudgedByTheirOwnSchedules() throws IOException {
        Arm arm = arm(
                INTERMEDIATE,
                "{drug: azathioprine, every: 12 h, steps: [{dose: {of: 0.5 mg/kg, by-guideline: cpic}},"
                        + " {from: 2 wk, dose: {of: 1 mg/kg, by-guideline: cpic}},"
                        + " {from: 4 wk, dose: {of: 2 mg/kg, by-guideline: cpic}, every: 2 d}]}");

        assertThat(milligrams(arm, 2 * WEEK)).isCloseTo(14 * 70, within(1e-6));
        assertThat(milligrams(arm, 4 * WEEK)).isCloseTo(14 * 70 + 14 * 0.55 * 140, within(1e-6));
        assertThat(milligrams(arm, 6 * WEEK)).isCloseTo(28 * 70 + 14 * 0.55 * 140, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "of: 80 mg; every: 1 d; 8",
                "of: 40 mg; every: 12 h; 8",
                "of: 40 mg; times: [8 h, 20 h]; 8",
                "of: 560 mg; every: 7 d; 8",
                "of: 160 mg; every: 2 d; 8"
            })
    void threeDaysAWeekTakeATenthOfTheDailyDose(String of, String schedule, double mg) throws IOException {
        Arm arm = arm(
                POOR,
                "{drug: mercaptopurine, dose: {" + of + ", by-guideline: cpic, context: malignant}, " + schedule + "}");

        assertThat(arm.regimen().events(2 * WEEK, arm.size()))
                .hasSize(6)
                .allSatisfy(d -> assertThat(1e6 * d.mass()).isCloseTo(mg, within(1e-9)));
    }

    @ParameterizedTest
    @CsvSource({"80 mg, 1 d, 14", "40 mg, 12 h, 28", "20 mg, 6 h, 56", "560 mg, 7 d, 2"})
    void threeDaysAWeekKeepTheTenthOfEverythingThatWasToBeTaken(String of, String every, int times) throws IOException {
        Arm arm = arm(
                POOR,
                "{drug: mercaptopurine, dose: {of: " + of + ", by-guideline: cpic, context: malignant}, every: " + every
                        + ", times: " + times + "}");

        assertThat(milligrams(arm, 12 * WEEK)).isCloseTo(0.1 * 14 * 80, within(1e-9));
    }

    @Test
    void everySplitOfEveryDoseGivesTheMassOfTheWhole() throws IOException {
        RandomStream random = new RandomStream(7, 1, "splits");
        List<String> phenotypes = List.of("normal", "intermediate");
        for (int i = 0; i < 40; i++) {
            double whole = 0.5 + 3 * random.uniform(4 * i);
            int parts = List.of(2, 3, 4, 6, 8).get((int) (5 * random.uniform(4 * i + 1)));
            String patient = "weight: 61 kg, tpmt: " + phenotypes.get((int) (2 * random.uniform(4 * i + 2)))
                    + ", nudt15: " + phenotypes.get((int) (2 * random.uniform(4 * i + 3)));
            String dose = "{drug: azathioprine, dose: {of: %s mg/kg, by-guideline: cpic}, every: %d h}";

            double once = milligrams(arm(patient, dose.formatted(whole, 24)), 4 * WEEK);
            double split = milligrams(arm(patient, dose.formatted(whole / parts, 24 / parts)), 4 * WEEK);

            assertThat(split).as(patient + " " + whole + " in " + parts).isCloseTo(once, within(1e-9 * once));
        }
    }

    @ParameterizedTest
    @CsvSource({"1 mg/kg,12 h,0.55", "2 mg/kg,1 d,0.55", "10 mg/kg,7 d,1"})
    void aCohortJudgesTheDailyDoseToo(String of, String every, double share) throws IOException {
        CohortArm arm = cohort("{drug: azathioprine, dose: {of: " + of
                        + ", by-guideline: cpic, otherwise: 0 mg/kg, no-advice: 0 mg/kg}, every: " + every + "}")
                .treatment()
                .arms()
                .get(0);
        BodySize size = new BodySize(70, OptionalDouble.of(1.8));

        double normal = total(arm, "TPMT normal, NUDT15 normal", size);

        assertThat(total(arm, "TPMT intermediate, NUDT15 normal", size)).isCloseTo(share * normal, within(1e-6));
    }

    @Test
    void aCohortCannotAddUpDosesPerWeightAndOthers() {
        assertThatThrownBy(() -> cohort(
                        "{drug: azathioprine, dose: {of: 1 mg/kg, by-guideline: cpic, otherwise: 0 mg/kg}, every: 1 d}\n"
                                + "    - {drug: azathioprine, dose: 50 mg, every: 1 d, adds: true}"))
                .hasMessageContaining("judges 1 mg/kg together with the 50 mg beside it");
    }

    private static double total(CohortArm arm, String who, BodySize size) {
        return arm.regimens().entrySet().stream()
                .filter(e -> e.getKey().toString().equals(who))
                .map(Map.Entry::getValue)
                .flatMap(r -> r.events(4 * WEEK, size).stream())
                .mapToDouble(e -> 1e6 * e.mass())
                .sum();
    }

    private Cohort cohort(String item) throws IOException {
        Path file = Files.writeString(
                folder.resolve("c.yaml"),
                "scenario: c\nmodel: thiopurine\npopulation: european-ibd\npatients: 2\nhorizon: 4 wk\narms:\n  one:\n    - "
                        + item + "\noutputs: {observables: [6-TGN], every: 1 wk}\n");
        return CohortFile.read(
                        file,
                        library,
                        PopulationLibrary.in(Path.of("scenarios/populations")),
                        List.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty())
                .cohort();
    }
}
