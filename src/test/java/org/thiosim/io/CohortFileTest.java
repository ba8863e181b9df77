package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.VirtualPatient;
import org.thiosim.genetics.Phenotype;

class CohortFileTest {
    private static final String REST = """
            scenario: t
            model: thiopurine
            with: [mesalazine, neutrophils]
            horizon: 2 d
            arms:
              a: [{drug: azathioprine, dose: 2 mg/kg, every: 1 d}]
            outputs: {observables: [6-TGN, neutrophils], every: 1 d}
            """;

    @TempDir
    private Path folder;

    private Cohort cohort(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("t.yaml"), text);
        return CohortFile.read(
                        file,
                        ModelLibrary.in(Path.of("models")),
                        PopulationLibrary.in(Path.of("scenarios/populations")),
                        List.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty())
                .cohort();
    }

    @Test
    void whatTheScenarioStatesStandsOverThePopulation() throws IOException {
        Cohort cohort = cohort(REST + "population: {of: european-ibd, weight: 70 kg, age: 30 y}\n");
        VirtualPatient patient = cohort.population().patient(1, 5);

        assertThat(patient.physique().weight()).isEqualTo(70);
        assertThat(patient.physique().age()).isEqualTo(30);
        assertThat(cohort.population().description().facts())
                .anyMatch(f -> f.name().equals("weight") && f.known().equals("stated"));
    }

    @Test
    void partOfThePatientsTakeMesalazine() throws IOException {
        Cohort cohort = cohort(REST + """
                population:
                  of: european-ibd
                  sources: {mine: {cite: made up for this test}}
                  co-medication:
                    - {share: 40 %, drug: mesalazine, dose: 3 g, every: 1 d, known: assumed, source: mine}
                """);
        long taking = LongStream.range(0, 1000)
                .mapToObj(i -> cohort.population().patient(1, i))
                .filter(p -> p.medication().size() == 1)
                .count();

        assertThat(taking).isBetween(350L, 450L);
    }

    @Test
    void patientsOfATableAreTakenAsTheyStand() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), """
                patient,sex,age (y),weight (kg),height (cm),tpmt,nudt15,creatinine-clearance (mL/min/1.73 m^2)
                a,female,30,60,165,*1/*3A,normal,90
                b,male,50,90,180,normal,*1/*3,110
                """);
        Cohort cohort = cohort(REST + "population: mine.csv\n");
        VirtualPatient second = cohort.population().patient(1, 1);

        assertThat(cohort.size()).isEqualTo(2);
        assertThat(second.physique().weight()).isEqualTo(90);
        assertThat(second.genotype().nudt15().phenotype()).isEqualTo(Phenotype.INTERMEDIATE);
        assertThat(cohort.population().patient(1, 0).covariates().get("tpmt")).isEqualTo(0.54);
        assertThat(second.physique().bsa()).isEqualTo(2.10, within(0.02));
        assertThat(cohort.population().patient(1, 3).physique()).isEqualTo(second.physique());
    }

    @Test
    void patientsOfAParquetFileAreReadLikeThoseOfCsv() throws IOException, SQLException {
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var sql = database.createStatement()) {
            sql.execute("COPY (SELECT 61.25 AS \"weight (kg)\", 1.7 AS \"bsa (m^2)\", 'poor' AS tpmt) TO '"
                    + folder.resolve("mine.parquet") + "' (FORMAT parquet)");
        }
        VirtualPatient one =
                cohort(REST + "population: mine.parquet\n").population().patient(1, 0);

        assertThat(one.physique().weight()).isEqualTo(61.25);
        assertThat(one.genotype().tpmt().phenotype()).isEqualTo(Phenotype.POOR);
    }

    @Test
    void everyMistakeOfATableIsNamed() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "wieght (kg),height,tpmt\n60,170,*1/*99\n");

        assertThatThrownBy(() -> cohort(REST + "population: mine.csv\n"))
                .hasMessageContaining("did you mean 'weight'?")
                .hasMessageContaining("'height' needs its unit in brackets")
                .hasMessageContaining("mine.csv:2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "weight (kg),height (cm); 700,170; column 'weight (kg)': found '700', allowed is 2 to 300 kg",
                "weight (g),height (cm); 70,170; column 'weight (g)': found '70', allowed is 2000 to 300000 g",
                "weight (kg),height (cm); 70,1.70; column 'height (cm)': found '1.70', allowed is 30 to 250 cm",
                "weight (kg),bsa (m^2); 70,-1.9; column 'bsa (m^2)': found '-1.9', allowed is 0.1 to 4 m^2",
                "weight (kg),height (cm),age (y); 70,170,1966; column 'age (y)': found '1966', allowed is 0 to 120 y",
                "weight (kg),height (cm),adherence; 70,170,95; column 'adherence': found '95', allowed is 0 to 1",
                "weight (kg),height (cm),xo-activity; 70,170,-1; column 'xo-activity': found '-1', allowed is 0 to 5",
                "weight (kg),height (cm); seventy,170; column 'weight (kg)': found 'seventy', allowed is 2 to 300 kg",
                "weight (kg),height (cm),sex; 70,170,x; column 'sex': found 'x', allowed are male and female",
                "weight (kg),height (cm); ,170; a patient needs 'weight (kg)'"
            })
    void aValueThatNobodyCanHaveIsNamedWithRowColumnAndLimits(String header, String row, String message)
            throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "# from the clinic\n" + header + "\n" + row + "\n");

        assertThatThrownBy(() -> cohort(REST + "population: mine.csv\n"))
                .hasMessageContaining("mine.csv:3: row 1: " + message)
                .satisfies(e -> assertThat(((InputException) e).findings()).hasSize(1));
    }

    @Test
    void aTableWithManyMistakesNamesTheFirstAndCountsTheRest() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "weight (kg),height (cm)\n" + "900,170\n".repeat(30));

        assertThatThrownBy(() -> cohort(REST + "population: mine.csv\n"))
                .hasMessageContaining("mine.csv:21: row 20:")
                .hasMessageContaining("mine.csv: has 10 more mistakes")
                .hasMessageNotContaining("row 21:");
    }

    @Test
    void aTableThatIsMissingIsNamed() {
        assertThatThrownBy(() -> cohort(REST + "population: mine.csv\n"))
                .hasMessageContaining("mine.csv: no such file");
        assertThatThrownBy(() -> cohort(REST + "population: mine.parquet\n"))
                .hasMessageContaining("mine.parquet: no such file");
        assertThatThrownBy(() -> cohort(REST + "population: {of: mine.csv, weight: 70 kg}\n"))
                .hasMessageContaining("write 'population: mine.csv'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "population: europian-ibd",
                "population: {of: europian-ibd, weight: 70 kg}",
                "population: {of: european-ibd, age: 30 kg}",
                "population: {of: european-ibd, sex: femal}",
                "population: {of: european-ibd, wieght: 70 kg}"
            })
    void oneMistakeInThePopulationGivesOneMessage(String line) {
        String published = "targets: {t: {observable: 6-TGN, above: 20 pmol/8e8 RBC}}\n"
                + "published: [{what: x, arm: a, target: t, value: 1 %, source: y}]\n";

        assertThatThrownBy(() -> cohort(REST + published + line + "\n"))
                .satisfies(e -> assertThat(((InputException) e).findings())
                        .as(e.getMessage())
                        .hasSize(1));
    }

    @Test
    void mistakesThatHaveNothingToDoWithEachOtherAreNamedTogether() {
        assertThatThrownBy(() -> cohort(REST.replace("6-TGN,", "6-TGNN,").replace("mg/kg", "mgg")
                        + "parameter-set: nobody\npopulation: european-ibd\n"))
                .hasMessageContaining("unknown observable '6-TGNN'")
                .hasMessageContaining("unknown unit 'mgg'")
                .hasMessageContaining("unknown parameter set 'nobody'")
                .satisfies(e -> assertThat(((InputException) e).findings()).hasSize(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sex: female; 0",
                "sex: male; 1",
                "sex: 0 %; 0",
                "sex: {female: 100 %, known: assumed, source: ibd-2016}; 0"
            })
    void aPopulationCanBeOfOneSex(String sex, double men) throws IOException {
        Cohort cohort = cohort(REST + "population: {of: european-ibd, " + sex + "}\n");

        assertThat(LongStream.range(0, 50)
                        .mapToObj(i -> cohort.population()
                                .patient(1, i)
                                .physique()
                                .sex()
                                .word()))
                .containsOnly(men == 1 ? "male" : "female");
    }

    @Test
    void aScenarioOfOnePatientIsSentToItsCommand() {
        assertThatThrownBy(() -> CohortFile.read(
                        Path.of("scenarios/single/single-dose.yaml"),
                        ModelLibrary.in(Path.of("models")),
                        PopulationLibrary.in(Path.of("scenarios/populations")),
                        List.of(),
                        OptionalLong.empty(),
                        OptionalLong.empty()))
                .hasMessageContaining("this scenario is of one patient; use 'thiosim run'")
                .satisfies(e -> assertThat(((InputException) e).findings()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "population: europian-ibd; did you mean 'european-ibd'?",
                "population: {of: european-ibd, weight: {male: 80 kg, female: 70 kg, sd-log: 0.2, min: 40 kg, max: 160 kg}}; a number needs 'known'",
                "population: {of: european-ibd, age: 30 kg}; 'age' is in y, found 30 kg",
                "population: {of: european-ibd, wieght: 70 kg}; unknown key 'wieght'",
                "population: {of: european-ibd, genotypes: {tpmt: indeterminate}}; is not known; choose normal",
                "population: {age: 3 y}; a population needs 'sex'",
                "patients: 0; t.yaml:9:11: 'patients' is at least 1, found 0",
                "population: {of: european-ibd, sex: femal}; the share of men such as 43 %, found 'femal'",
                "population: {of: european-ibd, sex: 143 %}; 'sex' holds a share from 0 % to 100 %",
                "population: {of: european-ibd, stratify: {TPMT poor: 0 %}}; the share of the stratum 'TPMT poor' is above 0 %",
                "population: {of: european-ibd, stratify: {TPMT normal: 50 %, TPMT intermediate: 30 %, TPMT poor: 10 %}}; sum to 90 %",
                "population: {of: european-ibd, sources: {s: {cite: c}}, weight: {male: 80 kg, female: 70 kg, sd-log: 0.2, with-height: 1.3, min: 40 kg, max: 160 kg, known: assumed, source: s}}; lies from -1 to 1, found 1.3",
                "population: {of: paediatric-all, sources: {s: {cite: c}}, growth: {chart: cdc-2000, correlation: -2, known: assumed, source: s}}; lies from -1 to 1, found -2",
                "population: {of: european-ibd, sources: {s: {cite: c}}, tpmt-activity: {sd-normal: -1, sd-intermediate: 0.1, known: assumed, source: s}}; a standard deviation is at least 0",
                "published: [{what: w, stratum: TPMT por, log-sd: 6-TGN, value: 0.4, source: s}]; unknown stratum 'TPMT por'; did you mean 'TPMT poor'?",
                "patients: many; 'patients' is a whole number, found 'many'"
            })
    void aMistakeIsNamedWithWhatIsAllowed(String line, String message) {
        String population = line.startsWith("population") ? "" : "population: european-ibd\n";

        assertThatThrownBy(() -> cohort(REST + population + line + "\n")).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TPMT intermedate; unknown phenotype 'TPMT intermedate' in 'by-phenotype'; did you mean 'TPMT intermediate'?",
                "'TPMT poor, NUDT15 por'; unknown phenotype 'NUDT15 por' in 'by-phenotype'; did you mean 'NUDT15 poor'?"
            })
    void aMistypedPhenotypeOfAnArmIsNamedOnce(String key, String message) {
        String half = "[{drug: azathioprine, dose: 1 mg/kg, every: 1 d}]";
        String arms =
                "arms:\n  a:\n    by-phenotype:\n      " + key + ": " + half + "\n      otherwise: " + half + "\n";
        String rest = REST.replaceFirst("arms:\n.*\n", arms);

        assertThatThrownBy(() -> cohort(rest + "population: european-ibd\n"))
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((InputException) e).findings()).hasSize(1));
    }

    @Test
    void aRegimenBesideThoseByPhenotypeIsRefused() {
        String arms = "arms:\n  a: {regimen: [], by-phenotype: {otherwise: []}}\n";

        assertThatThrownBy(() -> cohort(REST.replaceFirst("arms:\n.*\n", arms) + "population: european-ibd\n"))
                .hasMessageContaining("'regimen' and 'by-phenotype' exclude each other")
                .satisfies(e -> assertThat(((InputException) e).findings()).hasSize(1));
    }

    @Test
    void aPublishedFigureOfAPhenotypeThatIsRareElsewhereIsKept() throws IOException {
        Cohort cohort = cohort(REST + """
                population: {of: european-ibd, genotypes: {tpmt: normal, nudt15: normal}}
                published: [{what: w, stratum: NUDT15 poor, log-sd: 6-TGN, value: 0.4, source: s}]
                """);

        assertThat(cohort.size()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{observable: 6-TGN, metric: daily-mode, below: 3 pmol/8e8 RBC}; unknown metric 'daily-mode'",
                "{observable: 6-TGN, below: 3 1e9/L}; 'below' is in pmol/8e8 RBC",
                "{observable: 6-TGN, below: 3 pmol/8e8 RBC, within: [1 pmol/8e8 RBC, 2 pmol/8e8 RBC]}; 'below' and 'within' exclude each other",
                "{observable: 6-TGN}; a target needs 'below', 'above' or 'within'",
                "{observable: 6-MMPR, below: 3 pmol/8e8 RBC}; which lack '6-MMPR'",
                "{observable: 6-TGN, from: 2 d, to: 1 d, below: 3 pmol/8e8 RBC}; starts before it ends",
                "{all-of: [b]}; 'b' is not a target above this one"
            })
    void aMistakeInATargetIsNamed(String target, String message) {
        assertThatThrownBy(() -> cohort(REST + "population: european-ibd\ntargets: {t: " + target + "}\n"))
                .hasMessageContaining(message);
    }
}
