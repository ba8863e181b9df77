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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.DoseEvent;
import org.thiosim.dosing.DoseRule;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.Simulator;

/** Genotypes and regimens of the clinic, as scenarios state them. */
class ClinicScenarioTest {
    private static final double DAY = 24;
    private static final double WEEK = 168;
    private static final String DAILY = "{drug: azathioprine, dose: 100 mg, every: 1 d}";

    @TempDir
    private Path folder;

    private Scenario scenario(String patient, String dose) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(
                file,
                "scenario: s\nmodel: thiopurine\npatient: {weight: 70 kg, " + patient
                        + "}\nhorizon: 12 wk\narms:\n  one:\n    - " + dose
                        + "\noutputs: {observables: [6-TGN, 6-MP plasma], every: 1 d}\n");
        return ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario();
    }

    private Arm arm(String patient, String dose) throws IOException {
        List<Arm> arms = scenario(patient, dose).arms();
        assertThat(arms).hasSize(1);
        return arms.get(0);
    }

    private List<DoseEvent> doses(String dose) throws IOException {
        Arm arm = arm("tpmt: normal, nudt15: normal", dose);
        return arm.regimen().events(12 * WEEK, arm.size());
    }

    private String refused(String patient, String dose) {
        try {
            scenario(patient, dose);
        } catch (InputException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("was accepted: " + patient + "; " + dose);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tpmt: '*1/*3A'; tpmt; 0.54",
                "tpmt: '*3A|*1'; tpmt; 0.54",
                "tpmt: '*3A/*3C'; tpmt; 0.02",
                "tpmt: TPMT *1/*1; tpmt; 1",
                "tpmt: intermediate; tpmt; 0.54",
                "tpmt: Poor Metabolizer; tpmt; 0.02",
                "tpmt: 0.7; tpmt; 0.7",
                "tpmt: {activity: 0.6}; tpmt; 0.6",
                "tpmt: {activity: 14 U/mL, assay: sheffield}; tpmt; 1",
                "tpmt: {activity: 10.08 U/mL, assay: sheffield}; tpmt; 0.6059",
                "tpmt: {diplotype: '*1/*1', activity: 10.08 U/mL, assay: sheffield}; tpmt; 0.8769",
                "tpmt: {diplotype: '*1/*8', activity: 0.8}; tpmt; 0.8",
                "nudt15: '*1/*3'; nudt15; 0.5",
                "nudt15: '*1/*5'; nudt15; 0.63",
                "nudt15: {phenotype: poor}; nudt15; 0.05"
            })
    void aGenotypeBecomesAnActivity(String patient, String covariate, double activity) throws IOException {
        assertThat(arm(patient.replace('\'', '"'), DAILY)
                        .patient()
                        .covariate(covariate)
                        .getAsDouble())
                .isCloseTo(activity, within(5e-5));
    }

    @Test
    void whatWasCalledIsAmongTheNoticesWithItsTable() throws IOException {
        Scenario scenario = scenario("tpmt: \"*1/*3A\"", "{drug: azathioprine, dose: 100 mg, at: 0 h}");

        List<String> notices = Simulator.run(scenario).arms().get(0).notices();

        assertThat(notices)
                .anySatisfy(n -> assertThat(n)
                        .contains(
                                "TPMT *1/*3A",
                                "Intermediate Metabolizer",
                                "0.54",
                                "TPMT allele function, version 2025-11-05"));
        assertThat(notices)
                .anySatisfy(n ->
                        assertThat(n).contains("same variants as *3B/*3C, Poor Metabolizer, relative activity 0.02"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tpmt: '*1/*8'; leaves the activity open, from 0.54 to 1",
                "tpmt: '*3A/*8'; Possible Intermediate Metabolizer",
                "tpmt: indeterminate; leaves the activity open, from 0.02 to 1",
                "tpmt: '*1/*99'; TPMT has no allele *99",
                "tpmt: '*1'; expected two",
                "tpmt: {activity: 9.1 U/mL}; or a measured value with its 'assay'",
                "tpmt: {activity: 9.1, assay: sheffield}; is in U/mL",
                "tpmt: {activity: 9.1 U/mL, assay: sheffeild}; sheffield",
                "tpmt: {assay: sheffield}; needs 'activity'",
                "tpmt: {}; needs a 'diplotype'",
                "nudt15: {activity: 1 U/mL, assay: sheffield}; no assay of NUDT15",
                "genotype-file: none.json; none.json: no such file",
                "tpmt: {diplotype: '*1/*8', bounds: low}; unknown bounds 'low'"
            })
    void nothingIsGuessed(String patient, String message) {
        assertThat(refused(patient.replace('\'', '"'), DAILY)).contains(message);
    }

    @Test
    void bothBoundsMakeTwoArms() throws IOException {
        List<Arm> arms = scenario("tpmt: {diplotype: \"*1/*8\", bounds: both}, nudt15: normal", DAILY)
                .arms();

        assertThat(arms).extracting(Arm::name).containsExactly("one (tpmt low)", "one (tpmt high)");
        assertThat(arms.stream().map(a -> a.patient().covariate("tpmt").getAsDouble()))
                .containsExactly(0.54, 1.0);
    }

    @Test
    void bothOutcomesOfAnUnphasedDiplotypeCanBeRun() throws IOException {
        List<Arm> arms =
                scenario("tpmt: {diplotype: \"*1/*3A\", bounds: both}", DAILY).arms();

        assertThat(arms.stream().map(a -> a.patient().covariate("tpmt").getAsDouble()))
                .containsExactly(0.02, 0.54);
    }

    @Test
    void bothGenesOpenMakeFourArms() throws IOException {
        assertThat(scenario("tpmt: \"*1/*8\", nudt15: \"*1/*7\", genotype-bounds: both", DAILY)
                        .arms())
                .extracting(Arm::name)
                .hasSize(4)
                .contains("one (tpmt low, nudt15 high)");
    }

    @Test
    void aFileOfPharmCatGivesTheGenotype() throws IOException {
        Files.writeString(folder.resolve("calls.tsv"), "TPMT\t*1/*3C\nNUDT15\t*1/*3\n");

        Arm arm = arm("genotype-file: calls.tsv", DAILY);

        assertThat(arm.patient().covariate("tpmt")).hasValue(0.54);
        assertThat(arm.patient().covariate("nudt15")).hasValue(0.5);
    }

    @Test
    void daysAndHoursAreThoseOfTheWeek() throws IOException {
        assertThat(doses("{drug: azathioprine, dose: 100 mg, days: [mon, thursday], times: [8 h, 20 h]}"))
                .hasSize(48)
                .extracting(DoseEvent::time)
                .startsWith(8.0, 20.0, 3 * DAY + 8, 3 * DAY + 20, WEEK + 8);
    }

    @Test
    void aNumberOfTimesEndsTheDoses() throws IOException {
        assertThat(doses("{drug: azathioprine, dose: 100 mg, every: 8 h, times: 6}"))
                .extracting(DoseEvent::time)
                .containsExactly(0.0, 8.0, 16.0, 24.0, 32.0, 40.0);
    }

    @Test
    void aTaperStepsDownAndTheLastDoseGoesOn() throws IOException {
        List<DoseEvent> doses =
                doses("{drug: azathioprine, taper: {from: 150 mg, to: 50 mg, by: 40 mg, every: 2 wk}, every: 1 d}");

        assertThat(doses).hasSize(84);
        assertThat(mg(doses, 0)).isCloseTo(150, within(1e-9));
        assertThat(mg(doses, 14)).isCloseTo(110, within(1e-9));
        assertThat(mg(doses, 28)).isCloseTo(70, within(1e-9));
        assertThat(mg(doses, 42)).isCloseTo(50, within(1e-9));
        assertThat(mg(doses, 83)).isCloseTo(50, within(1e-9));
    }

    @Test
    void aTaperToNothingEnds() throws IOException {
        assertThat(doses("{drug: azathioprine, taper: {from: 50 mg, to: 0 mg, by: 25 mg, every: 1 wk}, every: 1 d}"))
                .hasSize(14);
    }

    @Test
    void aLoadingDoseComesFirst() throws IOException {
        List<DoseEvent> doses = doses("{drug: azathioprine, dose: 100 mg, loading: 300 mg, every: 1 d, from: 2 d}");

        assertThat(doses).hasSize(82);
        assertThat(mg(doses, 0)).isCloseTo(300, within(1e-9));
        assertThat(doses.get(1).time()).isEqualTo(3 * DAY);
        assertThat(mg(doses, 1)).isCloseTo(100, within(1e-9));
    }

    @Test
    void anEquimolarDoseHasTheSameMoles() throws IOException {
        List<DoseEvent> doses =
                doses("{drug: mercaptopurine, dose: {equimolar-to: azathioprine, of: 277.26 mg}, every: 1 d}");

        assertThat(mg(doses, 0)).isCloseTo(152.18, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "normal, poor, cpic, 0, otherwise",
        "normal, indeterminate, cpic, 150, no-advice",
        "indeterminate, indeterminate, cpic, 150, no-advice",
        "poor, indeterminate, cpic, 0, otherwise",
        "possible-intermediate, indeterminate, dpwg, 0, otherwise",
        "intermediate, poor, dpwg, 0, otherwise"
    })
    void whereAGuidelineHasNoAdviceAnotherDoseCanBeStatedThanWhereItAsksForAnotherDrug(
            String tpmt, String nudt15, String guideline, double mg, String key) throws IOException {
        GeneticData tables = ModelLibrary.in(Path.of("models")).genetics().get();
        Recipient recipient = new Recipient(
                new BodySize(70, OptionalDouble.empty()),
                Map.of(Gene.TPMT, Phenotype.parse(tpmt), Gene.NUDT15, Phenotype.parse(nudt15)),
                DiseaseContext.NON_MALIGNANT,
                1,
                () -> tables,
                Recipient.Weight.STATED);
        Findings findings = new Findings();
        YamlMap rule = new YamlMap(
                new YamlSource(
                                "rule",
                                "{drug: azathioprine, every: 1 d, dose: {of: 150 mg, by-guideline: " + guideline
                                        + ", otherwise: 0 mg, no-advice: 150 mg}}")
                        .root(findings),
                "a dose",
                findings);
        List<DoseRule> rules = new DoseRuleReader(
                        rule,
                        ModelLibrary.in(Path.of("models"))
                                .load("thiopurine", List.of())
                                .model(),
                        recipient)
                .read().stream().map(RegimenReader.Placed::rule).toList();

        findings.throwAny();
        assertThat(rules).hasSize(1).allSatisfy(r -> {
            assertThat(r.dose().mass(recipient.size()) * 1e6).isEqualTo(mg, within(1e-9));
            assertThat(r.insteadOfGuideline()).contains(key);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "normal; normal; cpic; 2.5 mg/kg; 175",
                "intermediate; normal; cpic; 2.5 mg/kg; 96.25",
                "intermediate; normal; cpic; 1 mg/kg; 70",
                "intermediate; normal; cpic; 100 mg; 100",
                "intermediate; intermediate; cpic; 2 mg/kg; 49",
                "intermediate; normal; dpwg; 2.5 mg/kg; 87.5"
            })
    void aGuidelineSetsTheDose(String tpmt, String nudt15, String guideline, String of, double mg) throws IOException {
        Arm arm = arm(
                "tpmt: " + tpmt + ", nudt15: " + nudt15,
                "{drug: azathioprine, dose: {by-guideline: " + guideline + ", of: " + of + "}, every: 1 d}");

        assertThat(mg(arm.regimen().events(WEEK, arm.size()), 0)).isCloseTo(mg, within(1e-9));
        assertThat(arm.regimen().notes()).anySatisfy(n -> assertThat(n).contains(guideline, "TPMT " + tpmt));
    }

    @Test
    void aGuidelineCanAskForThreeDaysAWeek() throws IOException {
        Arm arm = arm(
                "tpmt: poor, nudt15: normal",
                "{drug: mercaptopurine, dose: {by-guideline: cpic, of: 100 mg, context: malignant}, every: 1 d}");

        List<DoseEvent> doses = arm.regimen().events(2 * WEEK, arm.size());

        assertThat(doses).extracting(DoseEvent::time).containsExactly(0.0, 48.0, 96.0, 168.0, 216.0, 264.0);
        assertThat(mg(doses, 0)).isCloseTo(10, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tpmt: poor, nudt15: normal; {drug: azathioprine, dose: {by-guideline: cpic, of: 100 mg}, every: 1 d}; asks for another drug",
                "tpmt: 0.5, nudt15: normal; {drug: azathioprine, dose: {by-guideline: cpic, of: 100 mg}, every: 1 d}; needs the patient's 'tpmt'",
                "tpmt: normal; {drug: azathioprine, dose: {by-guideline: cpic, of: 100 mg}, every: 1 d}; needs the patient's 'nudt15'",
                "tpmt: normal, nudt15: '*1/*5'; {drug: azathioprine, dose: {by-guideline: cpic, of: 100 mg}, every: 1 d}; no dose follows",
                "tpmt: normal, nudt15: normal; {drug: azathioprine, dose: {by-guideline: cpic}, every: 1 d}; needs 'of'",
                "tpmt: normal, nudt15: normal; {drug: azathioprine, dose: {of: 1 mg, no-advice: 1 mg}, every: 1 d}; 'no-advice' goes with 'by-guideline'",
                "tpmt: normal, nudt15: normal; {drug: azathioprine, dose: {by-guideline: fda, of: 1 mg}, every: 1 d}; unknown guideline",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, every: 1 d, missed: [30 h]}; no azathioprine is due at 30 h; the dose before is at 24 h; the next is at 48 h",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, every: 1 d, adherence: 120 %}; from 0 % to 100 %",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, every: 1 d, over: 1 h}; only a dose with 'route: iv' is infused",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, days: [mo]}; unknown day 'mo'",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, days: [mon], every: 1 d}; leave 'every' out",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, times: [30 h]}; hours of the day",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, times: 3}; needs 'every'",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, every: 1e-6 h}; more than 100000 doses",
                "tpmt: normal; {drug: azathioprine, taper: {from: 9 mg, to: 1 mg, by: 1 h, every: 1 wk}, every: 1 d}; a dose is in mg",
                "tpmt: normal; {drug: azathioprine, dose: 1 mg, every: 1 d, except: [{from: 9 wk, until: 8 wk}]}; ends after it begins",
                "tpmt: normal; {drug: azathioprine, dose: 60 mg, round-to: 5 h, every: 1 d}; rounded to a positive mass"
            })
    void aRegimenThatCannotBeIsRefusedWithTheRemedy(String patient, String dose, String message) {
        assertThat(refused(patient.replace('\'', '"'), dose)).contains(message);
    }

    @Test
    void anInfusionConservesMassAndNearsABolusAsItShortens() throws IOException {
        double bolus = endOfFirstDay("{drug: mercaptopurine, dose: 50 mg, route: iv, at: 0 h}");
        double shorter = endOfFirstDay("{drug: mercaptopurine, dose: 50 mg, route: iv, over: 0.01 h, at: 0 h}");
        double longer = endOfFirstDay("{drug: mercaptopurine, dose: 50 mg, route: iv, over: 12 h, at: 0 h}");

        assertThat(shorter).isCloseTo(bolus, within(1e-3 * bolus));
        assertThat(longer).isGreaterThan(1.01 * bolus);
    }

    @Test
    void anInfusionHoldsThePlateauOfItsRate() throws IOException {
        Scenario scenario =
                scenario("tpmt: normal", "{drug: mercaptopurine, dose: 1000 mg, route: iv, over: 48 h, at: 0 h}");
        double[] plasma =
                Simulator.run(scenario).arms().get(0).timeCourses().get(1).values();

        assertThat(plasma[1]).isGreaterThan(0.5);
        assertThat(plasma[2]).isCloseTo(plasma[1], within(1e-3 * plasma[1]));
        assertThat(plasma[3]).isLessThan(1e-3 * plasma[2]);
    }

    private double endOfFirstDay(String dose) throws IOException {
        ArmResult result = Simulator.run(scenario("tpmt: normal", dose)).arms().get(0);
        assertThat(result.balances())
                .isNotEmpty()
                .allSatisfy(b -> assertThat(b.residual()).isLessThan(1e-9));
        return result.timeCourses().get(0).values()[1];
    }

    @Test
    void anArmsNumberStandsOverASharedPhenotype() throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(
                file,
                "scenario: s\nmodel: thiopurine\npatient: {tpmt: normal}\nhorizon: 1 wk\narms:\n  one: {patient: {tpmt: 0.3},"
                        + " regimen: [" + DAILY + "]}\n");

        Scenario scenario = ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario();

        assertThat(scenario.arms().get(0).patient().covariate("tpmt")).hasValue(0.3);
    }

    @Test
    void aHorizonBeyondACenturyIsRefused() throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(file, "scenario: s\nmodel: thiopurine\nhorizon: 101 y\narms: {one: []}\n");

        assertThatThrownBy(() -> ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of()))
                .hasMessageContaining("at most 100 years");
    }

    private static double mg(List<DoseEvent> doses, int index) {
        return doses.get(index).mass() * 1e6;
    }
}
