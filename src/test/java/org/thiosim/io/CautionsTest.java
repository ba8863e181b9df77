package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.io.LevelsFile.Level;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/** What goes with a result because it was taken silently before. */
class CautionsTest {
    private static final String BOTH = "tpmt: normal, nudt15: normal";
    private static final String DAILY = "{drug: azathioprine, dose: 100 mg, every: 1 d}";

    @TempDir
    private Path folder;

    private Scenario scenario(String patient, String doses) throws IOException {
        return scenario(patient, doses, "1 wk");
    }

    private Scenario scenario(String patient, String doses, String horizon) throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: thiopurine\nwith: [neutrophils]\npatient: {weight: 70 kg, " + patient
                        + "}\nhorizon: " + horizon + "\narms:\n  one: [" + doses
                        + "]\noutputs: {observables: [6-TGN, neutrophils], every: 1 d}\n");
        return ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario();
    }

    private String laterNotices(String patient, String doses) throws IOException {
        return text(Simulator.run(scenario(patient, doses, "8 wk")));
    }

    private String notices(String patient, String doses) throws IOException {
        return text(Simulator.run(scenario(patient, doses)));
    }

    private static String text(SimulationResult result) {
        return result.arms().stream().flatMap(a -> a.notices().stream()).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{drug: azathioprine, dose: 300 g, every: 1 d} | check the unit of the dose",
                "{drug: azathioprine, dose: 100 mg, route: iv, at: 0 d} | Azathioprine by vein is an extrapolation",
                "{drug: mercaptopurine, dose: 50 mg, route: iv, at: 0 d} | 6-MP by vein was compared",
                "{drug: mercaptopurine, dose: 50 mg, every: 1 d}, {drug: azathioprine, dose: 50 mg, times: [12 h]} | Two thiopurines at the same time",
                "{drug: azathioprine, dose: 50 mg, every: 1 d, from: 2 wk} | azathioprine 50 mg daily is never given: it begins at 2 wk, the run ends at 1 wk",
                "{drug: azathioprine, dose: 50 mg, every: 1 d, times: 2} | azathioprine is given 2 times in all",
                "{drug: azathioprine, every: 1 d, taper: {from: 100 mg, to: 25 mg, by: 50 mg, every: 2 d}} | the last step of the taper to 25 mg is 25 mg, smaller than the others of 50 mg"
            })
    void anUnusualRegimenIsCommentedOn(String doses, String caution) throws IOException {
        assertThat(notices(BOTH, doses)).contains(caution);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{drug: azathioprine, dose: 300 mg, days: [mon]} | check the unit",
                "{drug: azathioprine, dose: 100 mg, every: 1 d, until: 3 d}, {drug: mercaptopurine, dose: 50 mg, every: 1 d, from: 3 d} | Two thiopurines",
                "{drug: azathioprine, every: 1 d, taper: {from: 100 mg, to: 50 mg, by: 25 mg, every: 2 d}} | last step",
                "{drug: azathioprine, dose: 100 mg, every: 1 d} | not stated",
                "{drug: azathioprine, dose: 150 mg, every: 1 d, until: 3 d}, {drug: allopurinol, dose: 100 mg, every: 1 d, from: 3 d} | Contraindicated"
            })
    void aUsualRegimenIsNot(String doses, String caution) throws IOException {
        assertThat(notices(BOTH, doses)).doesNotContain(caution);
    }

    @Test
    void aGenotypeThatIsNotStatedIsSaidToBeTakenAsNormal() throws IOException {
        assertThat(notices("tpmt: normal", DAILY))
                .contains("NUDT15 is not stated and taken as normal")
                .doesNotContain("TPMT is not stated");
    }

    @Test
    void bothBoundsOfAnOpenGenotypeAreSaidToBeNoPrediction() throws IOException {
        assertThat(notices("nudt15: normal, tpmt: {diplotype: '*1/*8', bounds: both}", DAILY))
                .contains("tpmt low 0.54 and tpmt high 1; neither arm is a prediction for the patient");
    }

    @Test
    void earlyLeucopeniaOfNudt15PoorMetabolisersIsSaidToBeUnderPredicted() throws IOException {
        assertThat(notices("tpmt: normal, nudt15: poor", DAILY)).contains("Early leucopenia", "88 %");
        assertThat(notices(BOTH, DAILY)).doesNotContain("Early leucopenia");
    }

    @Test
    void aFullDoseWithAllopurinolOrAnyDoseWithFebuxostatIsContraindicated() throws IOException {
        String full = "{drug: azathioprine, dose: 150 mg, every: 1 d}";
        String reduced = "{drug: azathioprine, dose: 50 mg, every: 1 d}";
        String allopurinol = ", {drug: allopurinol, dose: 100 mg, every: 1 d}";
        String febuxostat = ", {drug: febuxostat, dose: 40 mg, times: [12 h]}";

        assertThat(notices(BOTH, full + allopurinol)).contains("Contraindicated");
        assertThat(notices(BOTH, reduced + allopurinol)).doesNotContain("Contraindicated");
        assertThat(notices(BOTH, reduced + febuxostat)).contains("Contraindicated");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 28, true",
        "100, 35, false",
        "100, 42, false",
        "45, 35, true",
        "45, 40, false",
        "20, 28, true",
        "20, 40, true",
        "20, 45, false"
    })
    void aFullDoseIsContraindicatedUntilOxypurinolIsGone(int clearance, int day, boolean contraindicated)
            throws IOException {
        String patient = BOTH + ", creatinine-clearance: " + clearance + " mL/min/1.73 m^2";
        String doses = "{drug: allopurinol, dose: 300 mg, every: 1 d, until: 4 wk}, "
                + "{drug: azathioprine, dose: 150 mg, every: 1 d, from: " + day + " d}";

        assertThat(laterNotices(patient, doses).contains("Contraindicated")).isEqualTo(contraindicated);
    }

    @ParameterizedTest
    @CsvSource({"20, true", "59, true", "61, false"})
    void aThirdOfTheDoseIsCalledNoSafeDoseWhereTheKidneyRetainsOxypurinol(int clearance, boolean warned)
            throws IOException {
        String patient = BOTH + ", creatinine-clearance: " + clearance + " mL/min/1.73 m^2";
        String doses = "{drug: azathioprine, dose: 50 mg, every: 1 d}, {drug: allopurinol, dose: 100 mg, every: 1 d}";

        assertThat(notices(patient, doses).contains("no reduced thiopurine dose is shown to be safe"))
                .isEqualTo(warned);
        assertThat(notices(BOTH, doses.replace("100 mg", "300 mg")))
                .contains("no reduced thiopurine dose is shown to be safe");
    }

    @Test
    void carriersOfTheHypersensitivityAlleleAreNamedWithEveryAllopurinolButInNoRedBox() throws IOException {
        String notices = notices(BOTH, "{drug: allopurinol, dose: 100 mg, every: 1 d}");

        assertThat(notices).contains("HLA-B*58:01").doesNotContainIgnoringCase("contraindicated");
    }

    @Test
    void lowDoseAzathioprineIsNotSpokenOfAfterASingleDose() throws IOException {
        String allopurinol = ", {drug: allopurinol, dose: 100 mg, every: 1 d}";
        String dose = "{drug: mercaptopurine, dose: 20 mg, at: 48 h}";

        assertThat(notices(BOTH, dose + allopurinol)).doesNotContain("Low-dose azathioprine");
        assertThat(notices(BOTH, dose.replace("at: 48 h", "every: 1 d") + allopurinol))
                .contains("Low-dose azathioprine");
    }

    @Test
    void aSingleDoseWithAllopurinolIsNoFullTreatmentWithIt() throws IOException {
        String allopurinol = ", {drug: allopurinol, dose: 100 mg, every: 8 h}";

        assertThat(notices(BOTH, "{drug: mercaptopurine, dose: 130 mg, at: 48 h}" + allopurinol))
                .doesNotContain("Contraindicated");
        assertThat(notices(BOTH, "{drug: mercaptopurine, dose: 130 mg, every: 1 d, until: 3 d}" + allopurinol))
                .doesNotContain("Contraindicated");
        assertThat(notices(BOTH, "{drug: mercaptopurine, dose: 130 mg, every: 1 d, until: 4 d}" + allopurinol))
                .contains("Contraindicated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tpmt: normal, nudt15: normal | 60 | false",
                "tpmt: normal, nudt15: normal | 90 | true",
                "tpmt: intermediate, nudt15: normal | 40 | false",
                "tpmt: intermediate, nudt15: normal | 60 | true",
                "tpmt: normal, nudt15: intermediate | 60 | true",
                "tpmt: poor, nudt15: normal | 10 | true",
                "tpmt: poor, nudt15: normal | 8 | false"
            })
    void theFullDoseWithAllopurinolIsThatOfTheGenotype(String genotype, int milligrams, boolean full)
            throws IOException {
        String doses = "{drug: azathioprine, dose: " + milligrams
                + " mg, every: 1 d}, {drug: allopurinol, dose: 100 mg, every: 1 d}";

        String notices = notices(genotype, doses);

        assertThat(notices.contains("a full thiopurine dose (as the genotype has it) together with allopurinol"))
                .isEqualTo(full);
        assertThat(notices.split("together with allopurinol", -1)).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tpmt: poor, nudt15: normal | {drug: azathioprine, dose: 150 mg, every: 1 d} | TPMT",
                "tpmt: normal, nudt15: poor | {drug: azathioprine, dose: 150 mg, every: 1 d} | NUDT15",
                "tpmt: poor, nudt15: normal | {drug: mercaptopurine, dose: 75 mg, every: 1 d} | TPMT",
                "tpmt: poor, nudt15: normal | {drug: thioguanine, dose: 40 mg, every: 1 d} | TPMT"
            })
    void aFullDoseInAPoorMetaboliserIsContraindicated(String genotype, String dose, String gene) throws IOException {
        String said =
                "Contraindicated in practice: a full thiopurine dose in a " + gene + " poor metaboliser. CPIC asks";

        assertThat(notices(genotype, dose)).contains(said);
        assertThat(notices(BOTH, dose)).doesNotContain("poor metaboliser. CPIC asks");
        assertThat(notices(genotype, dose.replaceAll("[0-9]+ mg", "7 mg"))).doesNotContain("Contraindicated");
        assertThat(notices(genotype, dose.replace("every: 1 d", "at: 0 d"))).doesNotContain("Contraindicated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tpmt: intermediate, nudt15: intermediate | azathioprine, dose: 140 mg | true",
                "tpmt: intermediate, nudt15: intermediate | azathioprine, dose: 70 mg | false",
                "tpmt: intermediate, nudt15: normal | azathioprine, dose: 140 mg | false",
                "tpmt: normal, nudt15: intermediate | azathioprine, dose: 140 mg | false",
                "tpmt: intermediate, nudt15: intermediate | mercaptopurine, dose: 75 mg | true",
                "tpmt: intermediate, nudt15: intermediate | mercaptopurine, dose: 50 mg | false",
                "tpmt: intermediate, nudt15: intermediate | thioguanine, dose: 20 mg | true",
                "tpmt: intermediate, nudt15: intermediate | thioguanine, dose: 10 mg | false"
            })
    void aFullDoseIsContraindicatedWhereBothGenesAreReduced(String genotype, String dose, boolean boxed)
            throws IOException {
        assertThat(notices(genotype, "{drug: " + dose + ", every: 1 d}").contains("Contraindicated"))
                .isEqualTo(boxed);
    }

    @Test
    void thioguanineSpeaksOfTheLiverAndIsContraindicatedAboveTheDosesOfBowelDisease() throws IOException {
        String low = notices(BOTH, "{drug: thioguanine, dose: 20 mg, every: 1 d}");
        String high = notices(BOTH, "{drug: thioguanine, dose: 90 mg, every: 1 d}");

        assertThat(low).contains("nodular regenerative hyperplasia").doesNotContain("Contraindicated");
        assertThat(high).contains("nodular regenerative hyperplasia", "Contraindicated in practice: thioguanine above");
        assertThat(notices(BOTH, "{drug: azathioprine, dose: 150 mg, every: 1 d}"))
                .doesNotContain("nodular regenerative hyperplasia");
    }

    @ParameterizedTest
    @CsvSource({"azathioprine, 6", "mercaptopurine, 6", "thioguanine, 4"})
    void aWeeklyPulseIsJudgedByItsSingleDose(String drug, int limit) throws IOException {
        String pulse = "{drug: " + drug + ", dose: %s mg/kg, days: [mon]}";

        assertThat(notices(BOTH, pulse.formatted(20))).containsOnlyOnce("check the unit of the dose");
        assertThat(notices(BOTH, pulse.formatted(limit))).doesNotContain("check the unit");
        assertThat(notices(BOTH, pulse.formatted(20).replace("days: [mon]", "every: 1 d")))
                .containsOnlyOnce("check the unit of the dose");
    }

    /** What a run says, with the modules of a regimen. */
    private String warnings(String model, String modules, String patient, String doses) throws IOException {
        Path file = Files.writeString(
                folder.resolve("w.yaml"),
                "scenario: w\nmodel: " + model + "\nwith: [" + modules + "]\npatient: {" + patient
                        + "}\nhorizon: 1 wk\narms:\n  one: [" + doses + "]\n");
        return text(Simulator.run(ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario()));
    }

    @ParameterizedTest
    @CsvSource({"5, true", "16, true", "17, false", "100, false", "141, false", "142, true"})
    void aRenalFunctionOutsideThatOfTheAllopurinolStudyIsAnExtrapolation(int clearance, boolean outside)
            throws IOException {
        String patient = "weight: 70 kg, creatinine-clearance: " + clearance + " mL/min/1.73 m^2";
        String allopurinol = ", {drug: allopurinol, dose: 100 mg, every: 1 d}";
        String said = "creatinine-clearance " + clearance + " mL/min/1.73 m^2 lies outside the range studied with"
                + " allopurinol, 16.7 mL/min/1.73 m^2 to 141.7 mL/min/1.73 m^2";

        assertThat(warnings("thiopurine", "allopurinol", patient, DAILY + allopurinol)
                        .contains(said))
                .isEqualTo(outside);
        assertThat(warnings("thiopurine", "allopurinol", patient, DAILY)).doesNotContain("studied with allopurinol");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wright-2013 | creatinine-clearance: 5 mL/min/1.73 m^2 | 16.7 mL/min/1.73 m^2 to 141.7",
                "wright-2013 | ffm: 30 kg | 35 kg to 99 kg",
                "wright-2016 | weight: 45 kg | 51 kg to 171 kg",
                "stocker-2012 | creatinine-clearance: 5 mL/min/1.73 m^2 | 6 mL/min/1.73 m^2 to 130.4",
            })
    void aPatientOutsideAPublishedModelIsAnExtrapolation(String model, String patient, String range)
            throws IOException {
        assertThat(warnings(model, "", patient, "{drug: allopurinol, dose: 100 mg, every: 1 d}"))
                .contains("lies outside the range studied, " + range);
    }

    @Test
    void urateIsNotAskedForWhereTheKidneyDoesNothing() {
        String none = "creatinine-clearance: 0 mL/min/1.73 m^2";

        assertThatThrownBy(() -> warnings("wright-2016", "", none, "{drug: allopurinol, dose: 100 mg, every: 1 d}"))
                .hasMessageContaining("outside the allowed range, 1 to 250 mL/min/1.73 m^2");
    }

    @Test
    void aReducedRenalFunctionIsSaidToBeInNoStudyOfThiopurines() throws IOException {
        String kidney = ", creatinine-clearance: 30 mL/min/1.73 m^2";

        assertThat(notices(BOTH + kidney, DAILY)).contains("No study that the model was compared with reports renal");
        assertThat(notices(BOTH, DAILY)).doesNotContain("reports renal function");
    }

    @Test
    void ofADrugWhoseEnzymeAModelLacksItIsSaidWhetherAnythingActs() throws IOException {
        String dose = "{drug: mercaptopurine, dose: 50 mg, every: 1 d}, ";

        assertThat(warnings(
                        "hawwa-2008",
                        "febuxostat",
                        "bsa: 1 m^2",
                        dose + "{drug: febuxostat, dose: 40 mg, times: [12 h]}"))
                .contains("Contraindicated in practice: 6-MP together with febuxostat")
                .contains(
                        "Not modelled here: febuxostat blocks xanthine oxidase; hawwa-2008 has no reaction by XO. Nothing"
                                + " else of febuxostat acts here: the levels are those without febuxostat");
        assertThat(warnings(
                        "hawwa-2008",
                        "allopurinol",
                        "bsa: 1 m^2",
                        dose + "{drug: allopurinol, dose: 100 mg, every: 1 d}"))
                .contains(
                        "Not modelled here: oxypurinol blocks xanthine oxidase; hawwa-2008 has no reaction by XO. The levels"
                                + " hold only what else allopurinol does");
    }

    @Test
    void aLevelAHundredfoldOffIsAskedForItsUnit() throws IOException {
        Scenario scenario = scenario(BOTH, DAILY);
        SimulationResult result = Simulator.run(scenario);
        double predicted = result.arms().get(0).timeCourses().get(0).at(100);

        assertThat(text(LevelsFile.compared(List.of(level(500 * predicted)), result)))
                .contains("500-fold above the prediction", "is its unit right?");
        assertThat(text(LevelsFile.compared(List.of(level(predicted / 200)), result)))
                .contains("200-fold below the prediction");
        assertThat(text(LevelsFile.compared(List.of(level(50 * predicted)), result)))
                .doesNotContain("is its unit right?");
    }

    private static Level level(double value) {
        return new Level("one", "6-TGN", 100, value, "pmol/8e8 RBC");
    }
}
