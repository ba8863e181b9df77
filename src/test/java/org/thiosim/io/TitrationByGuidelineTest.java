package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.random.RandomStream;
import org.thiosim.simulation.Arm;

/** Of two normal doses of one titration the lower never becomes the higher one, whatever a guideline reduces. */
class TitrationByGuidelineTest {
    private static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));
    private static final double FORTNIGHT = 14 * 24;

    @TempDir
    private Path folder;

    private Arm arm(String tpmt, String... items) throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: thiopurine\npatient: {weight: 70 kg, height: 175 cm, tpmt: " + tpmt
                        + ", nudt15: normal}\nhorizon: 20 wk\narms:\n  one:\n    - " + String.join("\n    - ", items)
                        + "\noutputs: {observables: [6-TGN], every: 1 d}\n");
        return ScenarioFile.read(file, LIBRARY, List.of()).scenario().arms().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "normal, 2 mg/kg, 25 %, 35",
        "intermediate, 2 mg/kg, 0.25, 19.25",
        "intermediate, 2 mg/kg, 1, 77",
        "intermediate, 1 mg/kg, 25 %, 17.5"
    })
    void aPartOfTheGuidelinesDoseIsTakenOfWhatItGives(String tpmt, String of, String part, double milligrams)
            throws IOException {
        Arm arm = arm(
                tpmt,
                "{drug: azathioprine, every: 1 d, dose: {of: " + of + ", by-guideline: cpic, part: " + part + "}}",
                "{drug: allopurinol, dose: 100 mg, every: 1 d}");

        assertThat(arm.regimen().events(1, arm.size()).get(0).mass() * 1e6).isCloseTo(milligrams, within(1e-9));
        assertThat(String.join("\n", arm.regimen().notes())).contains(" % of the guideline's ", " is taken, ");
    }

    @ParameterizedTest
    @CsvSource({"0", "1.5", "-25 %"})
    void aPartIsAboveNothingAndAtMostAll(String part) {
        assertThatThrownBy(() -> arm(
                        "intermediate",
                        "{drug: azathioprine, every: 1 d, dose: {of: 2 mg/kg, by-guideline: cpic, part: " + part
                                + "}}"))
                .hasMessageContaining("lies above 0 and at most at 1, for example 25 %");
    }

    @Test
    void aPartGoesWithAGuideline() {
        assertThatThrownBy(() -> arm("normal", "{drug: azathioprine, every: 1 d, dose: {of: 2 mg/kg, part: 25 %}}"))
                .hasMessageContaining("'part' goes with 'by-guideline'");
    }

    /** Milligrams a day in each fortnight. */
    private static List<Double> daily(Arm arm, int fortnights) {
        return IntStream.range(0, fortnights)
                .mapToObj(k -> arm.regimen().events((k + 1) * FORTNIGHT, arm.size()).stream()
                                .filter(e -> e.time() >= k * FORTNIGHT)
                                .mapToDouble(e -> 1e6 * e.mass())
                                .sum()
                        / 14)
                .toList();
    }

    private static String steps(String drug, String unit, double[] doses) {
        return IntStream.range(0, doses.length)
                .mapToObj(
                        k -> "{from: " + 2 * k + " wk, dose: {of: " + doses[k] + " " + unit + ", by-guideline: cpic}}")
                .collect(Collectors.joining(", ", "{drug: " + drug + ", every: 1 d, steps: [", "]}"));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "intermediate, 1 1.5 2, 70 77 77",
        "intermediate, 2 1.5 1, 77 77 70",
        "intermediate, 1 1.5 2 2.5, 70 77 77 96.25",
        "intermediate, 1 1.5 1.9, 70 105 133",
        "intermediate, 0 1.5 3, 0 105 115.5",
        "normal, 1 1.5 2, 70 105 140"
    })
    void aStepBelowTheBoundIsHeldAtTheLowestReducedOne(String tpmt, String doses, String milligrams)
            throws IOException {
        double[] expected = numbers(milligrams);
        List<Double> taken = daily(arm(tpmt, steps("azathioprine", "mg/kg", numbers(doses))), expected.length);

        for (int k = 0; k < expected.length; k++) {
            assertThat(taken.get(k)).isCloseTo(expected[k], within(1e-9));
        }
    }

    @Test
    void theNoteSaysWhatAStepIsHeldAtAndWhy() throws IOException {
        Arm arm = arm("intermediate", steps("azathioprine", "mg/kg", new double[] {1, 1.5, 2}));

        assertThat(arm.regimen().notes())
                .satisfiesExactly(
                        n -> assertThat(n).endsWith(": 1 mg/kg is below the dose from which it is reduced"),
                        n -> assertThat(n)
                                .endsWith(
                                        "1.5 mg/kg is below the dose from which it is reduced but held at 1.1 mg/kg, for it"
                                                + " shall not exceed 55 % of the 2 mg/kg a day that are reduced at another time"),
                        n -> assertThat(n).endsWith(": 55 % of 2 mg/kg is 1.1 mg/kg"));
    }

    @Test
    void linesOfARegimenAndSplitDosesAreHeldAsStepsAre() throws IOException {
        Arm arm = arm(
                "intermediate",
                "{drug: azathioprine, dose: {of: 0.75 mg/kg, by-guideline: cpic}, every: 12 h, until: 2 wk}",
                "{drug: azathioprine, dose: {of: 2 mg/kg, by-guideline: cpic}, every: 1 d, from: 2 wk}");

        assertThat(daily(arm, 2)).allSatisfy(d -> assertThat(d).isCloseTo(77, within(1e-9)));
        assertThat(arm.regimen().notes()).anyMatch(n -> n.contains("held at 0.55 mg/kg"));
    }

    @Test
    void onlyRepeatedDosesByGuidelineHoldOthers() throws IOException {
        String lower = "{drug: azathioprine, dose: {of: 1.5 mg/kg, by-guideline: cpic}, every: 1 d, until: 2 wk}";
        Arm stated = arm("intermediate", lower, "{drug: azathioprine, dose: 2 mg/kg, every: 1 d, from: 2 wk}");
        Arm once =
                arm("intermediate", lower, "{drug: azathioprine, dose: {of: 2 mg/kg, by-guideline: cpic}, at: 3 wk}");

        assertThat(daily(stated, 2).get(0)).isCloseTo(105, within(1e-9));
        assertThat(daily(stated, 2).get(1)).isCloseTo(140, within(1e-9));
        assertThat(daily(once, 2).get(0)).isCloseTo(105, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"azathioprine, mg/kg, 3", "mercaptopurine, mg/kg, 2.5", "mercaptopurine, mg/m^2, 120"})
    void noStepFallsWhereTheNormalOneRises(String drug, String unit, double most) throws IOException {
        RandomStream random = new RandomStream(11, 3, "steps");
        for (int i = 0; i < 12; i++) {
            double[] normal = new double[6];
            for (int k = 0; k < normal.length; k++) {
                normal[k] = most * random.uniform(6 * i + k);
            }
            List<Double> taken = daily(arm("intermediate", steps(drug, unit, normal)), normal.length);

            for (int k = 1; k < normal.length; k++) {
                double rise = Math.signum(normal[k] - normal[k - 1]) * (taken.get(k) - taken.get(k - 1));
                assertThat(rise).as(Arrays.toString(normal) + " " + taken).isGreaterThan(-1e-9);
            }
        }
    }

    @Test
    void threeDaysAWeekAreSaidOfRepeatedDosesOnly() throws IOException {
        String of = "dose: {of: 75 mg/m^2, by-guideline: cpic, context: malignant}";

        assertThat(arm("poor", "{drug: mercaptopurine, " + of + ", every: 1 d}")
                        .regimen()
                        .notes())
                .allMatch(n -> n.endsWith("on Mon, Wed and Fri in place of every day"));
        assertThat(arm("poor", "{drug: mercaptopurine, " + of + ", at: 0 h}")
                        .regimen()
                        .notes())
                .allMatch(n -> n.endsWith("10 % of 75 mg/m^2 is 7.5 mg/m^2"));
    }
}
