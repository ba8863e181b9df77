package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.qualification.Comparison;
import org.thiosim.qualification.Measurand;
import org.thiosim.qualification.Observation;
import org.thiosim.simulation.TimeWindow;

class StudyFileTest {
    private static final ModelLibrary LIBRARY = ModelLibrary.in(Path.of("models"));
    private static final String HEAD = """
            scenario: t
            study: {set: validation, source: {pmid: 1, doi: 10.1/x}, population: people, n: 12}
            model: thiopurine
            with: [neutrophils]
            horizon: 20 wk
            arms:
              a: [{drug: azathioprine, dose: 150 mg, every: 1 d}]
              b: {patient: {tpmt: intermediate, assumed: genotype}, regimen: [{drug: azathioprine, dose: 75 mg, every: 1 d, assumed: dose}], assumed: both}
            observations:
            """;

    @TempDir
    Path folder;

    private List<Observation> read(String... lines) {
        return StudyFile.read(file(lines), LIBRARY).study().observations();
    }

    private Path file(String... lines) {
        try {
            return Files.writeString(folder.resolve("study.yaml"), HEAD + "  - " + String.join("\n  - ", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Observation one(String line) {
        return read(line).get(0);
    }

    private String mistakes(String... lines) {
        Path file = file(lines);
        return catchThrowableOfType(InputException.class, () -> StudyFile.read(file, LIBRARY))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "6-TGN, 300 pmol/8e8 RBC, 300",
        "6-TGN, 300, 300",
        "6-TGN, 2 nmol/mmol Hb, 2.98",
        "6-TGN, 3 µmol/L RBC, 300",
        "6-TGN, 0.50157 mg/L RBC, 300",
        "6-MP plasma, 152.18 ng/mL, 1",
        "6-MP plasma, 0.15218 mg/L, 1",
        "6-MP plasma, 250 nM, 0.25",
        "DNA-TG, 255 fmol/µg DNA, 255",
        "neutrophils, 2.5 G/L, 2.5"
    })
    void valuesAreConvertedToTheUnitOfTheObservable(String observable, String value, double expected) {
        String unit = value.matches("[0-9.]+") ? ", unit: pmol/8e8 RBC" : "";
        Observation found = one("{arm: a, observable: " + observable + ", at: 12 wk, value: " + value + unit + "}");

        assertThat(found.reported().value()).isEqualTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "TGN, 6-TGN",
        "6-tgn, 6-TGN",
        "MMPR, 6-MMPR",
        "6-MMP, 6-MMPR",
        "DNATG, DNA-TG",
        "ANC, neutrophils",
        "WBC, leucocytes",
        "6-MP, 6-MP plasma",
        "6-TUA, 6-TUA plasma",
        "amount:tgn, amount:tgn"
    })
    void namesOfPublicationsAreUnderstood(String name, String observable) {
        Observation found = one("{arm: a, observable: " + name + ", at: 12 wk, value: 2, compare: {ratio-to: b}}");

        assertThat(found.measurand()).isEqualTo(new Measurand.Level(observable, 12 * 168));
    }

    @Test
    void barEndsOfTheSpreadHaveTheUnitOfTheValue() {
        Observation found =
                one("{arm: a, observable: 6-TGN, at: 12 wk, value: 2 nmol/mmol Hb, low: 1, high: 4, scale-group: G}");

        assertThat(found.reported().low().getAsDouble()).isEqualTo(1.49, within(1e-9));
        assertThat(found.reported().high().getAsDouble()).isEqualTo(5.96, within(1e-9));
        assertThat(found.scaleGroup()).contains("G");
        assertThat(found.kind()).isEqualTo(Observation.Kind.LEVEL);
    }

    @Test
    void standardDeviationIsASpreadOnBothSides() {
        Observation found =
                one("{arm: a, observable: 6-TGN, at: 12 wk, statistic: mean, value: 200 pmol/8e8 RBC, sd: 50}");

        assertThat(found.reported().low()).hasValue(150);
        assertThat(found.reported().high()).hasValue(250);
    }

    @Test
    void ratioIsAPlainNumberToAnArmAtTheSameOrAnotherTime() {
        List<Observation> found = read(
                "{arm: b, observable: 6-TGN, at: 12 wk, value: 2.1, compare: {ratio-to: a}}",
                "{arm: a, observable: 6-TGN, at: 12 wk, value: 1.3, compare: {ratio-to: a, at: 4 wk}}");

        assertThat(found.get(0).comparison())
                .isEqualTo(new Comparison.RatioTo("a", new Measurand.Level("6-TGN", 12 * 168)));
        assertThat(found.get(1).comparison())
                .isEqualTo(new Comparison.RatioTo("a", new Measurand.Level("6-TGN", 4 * 168)));
        assertThat(found)
                .allMatch(o -> o.kind() == Observation.Kind.RATIO
                        && o.reported().unit().equals("1"));
    }

    @Test
    void levelComparedAsARatioIsDividedByTheOtherArmsLevel() {
        List<Observation> found = read(
                "{arm: b, observable: 6-TGN, at: 12 wk, value: 600 pmol/8e8 RBC, low: 150, high: 900, compare: {ratio-to: a}}",
                "{arm: a, observable: 6-TGN, at: 12 wk, value: 300 pmol/8e8 RBC}");

        assertThat(found.get(0).reported().value()).isEqualTo(2, within(1e-12));
        assertThat(found.get(0).reported().low().getAsDouble()).isEqualTo(0.5, within(1e-12));
        assertThat(mistakes("{arm: b, observable: 6-TGN, at: 12 wk, value: 600 pmol/8e8 RBC, compare: {ratio-to: a}}"))
                .contains("divided by the level observed in arm 'a', which this file does not give");
    }

    @Test
    void ratioOfTwoObservablesNamesTheSecond() {
        Observation found =
                one("{arm: a, observable: 6-MMPR, at: 12 wk, value: 13, compare: {ratio-of: [6-MMPR, TGN]}}");

        assertThat(found.comparison()).isEqualTo(new Comparison.RatioOf(new Measurand.Level("6-TGN", 12 * 168)));
        assertThat(one("{arm: a, observable: 6-MMPR/6-TGN, at: 12 wk, value: 13}")
                        .kind())
                .isEqualTo(Observation.Kind.RATIO);
    }

    @Test
    void metricHasAWindowAndItsOwnUnit() {
        Observation auc =
                one("{arm: a, observable: 6-MP plasma, metric: AUC, from: 0, to: 24 h, value: 152.18 ng/mL*h}");
        assertThat(auc.measurand()).isEqualTo(new Measurand.Exposure("6-MP plasma", "auc", new TimeWindow(0, 24)));
        assertThat(auc.reported().value()).isEqualTo(1, within(1e-9));
        assertThat(one("{arm: a, observable: 6-MP plasma, metric: tmax, to: 24 h, value: 90 min}")
                        .reported()
                        .value())
                .isEqualTo(1.5, within(1e-12));
    }

    @Test
    void ratioOfAMetricMayHaveAnotherWindow() {
        Observation found = one("{arm: a, observable: 6-MP plasma, metric: auc, from: 1 wk, to: 8 d, value: 1,"
                + " compare: {ratio-to: a, from: 0 h, to: 24 h}}");

        assertThat(found.comparison())
                .isEqualTo(new Comparison.RatioTo(
                        "a", new Measurand.Exposure("6-MP plasma", "auc", new TimeWindow(0, 24))));
    }

    @Test
    void listsAreATimeCourse() {
        List<Observation> found = read(
                "{arm: a, observable: 6-TGN, at: [2 wk, 6 wk], value: [100, 200], unit: pmol/8e8 RBC, low: [50, 60],"
                        + " high: [150, 260], compare: time course}");

        assertThat(found).extracting(o -> o.measurand().hour()).containsExactly(336.0, 1008.0);
        assertThat(found).extracting(o -> o.reported().value()).containsExactly(100.0, 200.0);
        assertThat(mistakes("{arm: a, observable: 6-TGN, at: [2 wk, 6 wk], value: [100], unit: pmol/8e8 RBC}"))
                .contains("'value' has 1 entries but 'at' has 2");
    }

    @Test
    void percentageOfTheDoseNeedsAnAmount() {
        assertThat(
                        one("{arm: a, observable: 6-MP in urine, at: 1 d, value: 1.3 %, compare: {percent-of-dose: azathioprine}}")
                                .reported())
                .satisfies(r -> {
                    assertThat(r.value()).isEqualTo(1.3, within(1e-12));
                    assertThat(r.unit()).isEqualTo("%");
                });
        assertThat(mistakes(
                        "{arm: a, observable: 6-TGN, at: 1 d, value: 1 %, compare: {percent-of-dose: azathioprine}}"))
                .contains("a percentage of the dose needs an amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "statistic: lower quartile",
                "statistic: incidence",
                "statistic: SD",
                "needs: cohort",
                "population: sampled"
            })
    void spreadsAndIncidencesNeedACohort(String key) {
        Observation found = one("{arm: a, observable: leucopenia, value: 9.8 %, " + key + "}");

        assertThat(found.needsCohort()).isTrue();
        assertThat(found.reported().value()).isEqualTo(9.8);
    }

    @Test
    void quartilesOfAPopulationAreKeptAsTheEndsOfTheirRange() {
        Observation found = one("{arm: a, observable: 6-TGN, at: 1 wk, statistic: quartiles, value: [150, 250, 350],"
                + " unit: pmol/8e8 RBC}");

        assertThat(found.needsCohort()).isTrue();
        assertThat(found.reported().value()).isNaN();
        assertThat(found.reported().low()).hasValue(150);
        assertThat(found.reported().high()).hasValue(350);
        assertThat(found.reported().unit()).isEqualTo("pmol/8e8 RBC");
    }

    @Test
    void moduleThatBringsACovariateOfAPatientIsAdded() throws IOException {
        Path file = Files.writeString(
                folder.resolve("fed.yaml"),
                Files.readString(Path.of("scenarios/studies/riccardi-1986.yaml"))
                        .replace("with: [food]\n", ""));

        assertThat(StudyFile.read(file, LIBRARY).loaded().added()).containsEntry("food", "because a patient has food");
    }

    @Test
    void studyKnowsItsSourceSetAndPeople() {
        var study = StudyFile.read(file("{arm: a, observable: 6-TGN, at: 1 wk, value: 100 pmol/8e8 RBC}"), LIBRARY)
                .study();

        assertThat(study.study().set()).isEqualTo("validation");
        assertThat(study.study().source()).isEqualTo("PMID 1, doi:10.1/x");
        assertThat(study.study().n()).hasValue(12);
        assertThat(study.scenario().outputs().hours()).contains(168.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{arm: c, observable: 6-TGN, at: 1 wk, value: 1};10:11;unknown arm 'c'",
                "{arm: a, observable: 6-TGX, at: 1 wk, value: 1};10:26;did you mean '6-TGN'?",
                "{arm: a, observable: oxypurinol, at: 1 wk, value: 1 µM};10:26;add its module under 'with'",
                "{arm: a, observable: 6-TGN, at: 30 wk, value: 1};10:37;between 0 and the horizon of 3360.0 h",
                "{arm: a, observable: 6-TGN, at: 1 mg, value: 1};10:37;between 0 and the horizon",
                "{arm: a, observable: 6-TGN, value: 1};10:5;needs 'at'",
                "{arm: a, observable: 6-TGN, at: 1 wk};10:5;needs 'value'",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: 1 kg};10:50;expected a value in pmol/8e8 RBC",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: 1};10:50;a ratio needs 'compare: {ratio-to: ARM}'",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: much};10:50;does not start with a number",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: 1, compare: levell};10:62;unknown comparison 'levell'",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: 1, compare: {ratio-to: d}};10:73;unknown arm 'd'",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: 1, compare: {ratio: a}};10:62;write level",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: 1, compare: {ratio-of: X}};10:73;unknown observable 'X'",
                "{arm: a, observable: 6-TGN, metric: aucc, value: 1};10:41;did you mean 'auc'?",
                "{arm: a, observable: 6-TGN, metric: auc, from: 2 d, to: 1 d, value: 1};10:5;starts before it ends",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: 1, statistik: mean};10:53;did you mean 'statistic'?",
                "{arm: a, observable: 6-TGN, at: 1 wk, value: 2 µM, low: 9, high: 1};10:61;'low' is above 'high'"
            })
    void mistakesAreShownAtTheirPlace(String line, String place, String message) {
        assertThat(mistakes(line)).contains("study.yaml:" + place + ":").contains(message);
    }

    @Test
    void scenarioWithoutObservationsIsNoStudy() {
        assertThatThrownBy(() -> StudyFile.read(Path.of("scenarios/single/tpmt-genotypes.yaml"), LIBRARY))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no 'observations'");
    }

    @Test
    void folderNamesItsStudiesInOrderAndAnEmptyOneIsAMistake() {
        assertThat(StudyFile.files(Path.of("scenarios/studies")))
                .hasSizeGreaterThan(12)
                .isSorted();
        assertThatThrownBy(() -> StudyFile.files(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no study");
        assertThat(StudyFile.builtIn()).hasSameSizeAs(StudyFile.files(Path.of("scenarios/studies")));
    }
}
