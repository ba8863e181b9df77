package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Genotypes, sweeps and measured levels on the command line. */
class WhatIfTest {
    private static final String SCENARIO = "scenarios/single/single-dose.yaml";
    private static final String QUICK = "outputs.observables=[6-MP plasma]";

    @TempDir
    private Path folder;

    @Test
    void aDiplotypeIsExplainedWithBothOutcomesAndDoses() {
        Program program = Program.run("genotype", "TPMT", "*1/*3A");

        assertThat(program.code()).isZero();
        assertThat(program.out())
                .contains(
                        "TPMT *1/*3A: Intermediate Metabolizer, relative activity 0.54",
                        "*3A no function",
                        "by allele frequencies: *3B/*3C, Poor Metabolizer, relative activity 0.02",
                        "version 2025-11-05",
                        "NUDT15 taken as normal",
                        "cpic (",
                        "dpwg (",
                        "start with 50 % of the normal dose");
    }

    @Test
    void theLikelierOfTwoOutcomesComesFirst() {
        Program program = Program.run("genotype", "TPMT", "*3B/*3C");

        assertThat(program.out())
                .startsWith("TPMT *1/*3A: Intermediate Metabolizer")
                .contains(
                        "likelier than what was given", "*3B/*3C, Poor Metabolizer", "TPMT intermediate, NUDT15 normal")
                .doesNotContain("tenfold");
        assertThat(Program.run("genotype", "TPMT", "*3B/*3C", "--json").out())
                .contains("\"share-by-allele-frequencies\"", "tenfold", "\"taken-as-normal\"");
    }

    @Test
    void aKnownPhaseLeavesOneOutcome() {
        assertThat(Program.run("genotype", "TPMT", "*1|*3A").out()).doesNotContain("*3B/*3C");
    }

    @Test
    void jsonHoldsTheBoundsOfAnOpenActivity() {
        Program program = Program.run("genotype", "tpmt", "*8/*1", "--json");

        assertThat(program.code()).isZero();
        assertThat(program.out().replaceAll("\\s+", ""))
                .contains(
                        "\"phenotype\":\"Indeterminate\",\"phased\":false,\"activity-bounds\":[0.54,1.0]",
                        "\"advice\":\"none\"")
                .doesNotContain("\"relative-activity\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TPMT; *1/*99; near matches",
                "TPMD; *1/*1; TPMT",
                "NUDT15; *3; expected two",
                "TPMT; ; a gene and its diplotype are needed"
            })
    void whatIsNoGenotypeIsMisuse(String gene, String diplotype, String message) {
        Program program = diplotype == null ? Program.run("genotype", gene) : Program.run("genotype", gene, diplotype);

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(message);
    }

    @Test
    void aFileOfPharmCatIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.tsv"), "TPMT\t*1/*1\nNUDT15\t*3/*3\n");

        Program program = Program.run("genotype", "--from", file.toString());

        assertThat(program.code()).as(program.err()).isZero();
        assertThat(program.out()).contains("NUDT15 *3/*3: Poor Metabolizer", "TPMT *1/*1: Normal Metabolizer");
        assertThat(Program.run("genotype", "TPMT", "*1/*1", "--from", file.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aSweepIsATableAndAChart() throws IOException {
        Path out = folder.resolve("out");

        Program program = Program.ofRun(
                SCENARIO,
                out,
                "--set",
                QUICK,
                "--set",
                "arms.mercaptopurine-alone.0={drug: mercaptopurine, dose: 75 mg/m^2, every: 1 d}",
                "--sweep",
                "patient.bsa=0.8 m^2,1.6 m^2");

        assertThat(program.code()).as(program.err()).isZero();
        List<String> rows = Files.readAllLines(out.resolve("sweep.csv"));
        assertThat(rows.get(0)).isEqualTo("value,arm,observable,metric,number,unit,from_h,to_h,dosing_interval_h");
        assertThat(out.resolve("manifest.json")).content().contains("\"patient.bsa\" : [", "\"1.6 m^2\"");
        assertThat(out.resolve("charts/sweep-6-MP-plasma.svg"))
                .content()
                .contains("body surface area (m²)")
                .doesNotContain("patient.bsa");
        assertThat(out.resolve("report.html"))
                .content()
                .contains("<h2 id=\"sweep\">Sweep of the body surface area</h2>", "picture-sweep-6-MP-plasma");
        assertThat(out.resolve("charts/sweep-6-MP-plasma.png")).isNotEmptyFile();
        double small = mean(rows, "0.8 m^2");
        assertThat(mean(rows, "1.6 m^2")).isBetween(1.999 * small, 2.001 * small);
    }

    private static double mean(List<String> rows, String value) {
        return rows.stream()
                .filter(r -> r.startsWith(value + ",mercaptopurine-alone,6-MP plasma,average,"))
                .mapToDouble(r -> Double.parseDouble(r.split(",")[4]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sweepOfOneArmDrawsThatArmAlone() {
        Path out = folder.resolve("out");
        Program program = Program.ofRun(
                SCENARIO, out, "--set", QUICK, "--sweep", "arms.mercaptopurine-alone.0.dose=50 mg/m^2,75 mg/m^2");
        assertThat(program.code()).as(program.err()).isZero();
        assertThat(out.resolve("charts/sweep-6-MP-plasma.svg"))
                .content()
                .contains(">mercaptopurine-alone<", "mercaptopurine dose of mercaptopurine-alone (mg/m²)")
                .doesNotContain("with-allopurinol");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "patient.weight=50 kg; two or more values",
                "patient.weight; two or more values",
                "patient.weight=50 kg,50 kg; twice",
                "patient.wieght=50 kg,70 kg; did you mean 'weight'",
                "patient.weight=50 kg,7 h; expected a value in kg"
            })
    void aSweepThatCannotBeIsRefusedBeforeAnythingIsRun(String sweep, String message) {
        Path out = folder.resolve("out");

        Program program = Program.ofRun(SCENARIO, out, "--sweep", sweep);

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(message);
        assertThat(out).doesNotExist();
    }

    @Test
    void aSweptValueThatCannotBeSolvedIsSaid() {
        Program program = Program.ofRun(
                "scenarios/single/single-dose.yaml",
                folder.resolve("out"),
                "--set",
                QUICK,
                "--sweep",
                "arms.mercaptopurine-alone.0.dose=50 mg,1e300 mg");

        assertThat(program.code()).isEqualTo(1);
        assertThat(program.err()).contains("Arm mercaptopurine-alone at 1e300 mg could not be solved");
    }

    @Test
    void measuredLevelsAreDrawnInTheUnitOfTheObservable() throws IOException {
        Path with = folder.resolve("with");
        Path without = folder.resolve("without");
        Path levels = Files.writeString(
                folder.resolve("levels.csv"),
                "time,observable,value,unit,arm\n49 h,6-MP plasma,76.09,ng/mL,mercaptopurine-alone\n");

        Program program = Program.ofRun(SCENARIO, with, "--set", QUICK, "--observed", levels.toString());
        Program.ofRun(SCENARIO, without, "--set", QUICK);

        assertThat(program.code()).as(program.err()).isZero();
        assertThat(Files.readString(with.resolve("charts/6-MP-plasma.svg")))
                .isNotEqualTo(Files.readString(without.resolve("charts/6-MP-plasma.svg")));
        assertThat(with.resolve("charts/6-MP-plasma.svg")).content().contains("Squares: measured in a patient.");
        assertThat(with.resolve("report.html")).content().contains("<h2 id=\"measured\">");
        assertThat(without.resolve("report.html")).content().doesNotContain("id=\"measured\"", "id=\"sweep\"");
        assertThat(with.resolve("manifest.json")).content().contains("\"levels.csv\" : \"");
        assertThat(without.resolve("manifest.json")).content().doesNotContain("levels.csv");
        assertThat(with.resolve("timecourse.csv")).hasSameBinaryContentAs(without.resolve("timecourse.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "49 h,6-MP plasma,1,ng/mL,nobody; levels.csv:2:26: unknown arm 'nobody'",
                "49 h,6-TGN,1,ng/mL,mercaptopurine-alone; does not report an observable '6-TGN'",
                "49 h,6-MP plasma,1,kg,mercaptopurine-alone; expected µmol/L or a unit that converts to it",
                "49 h,6-MP plasma,much,ng/mL,mercaptopurine-alone; expected a number",
                "99 wk,6-MP plasma,1,ng/mL,mercaptopurine-alone; between 0 and the horizon of 72 h",
                "49 kg,6-MP plasma,1,ng/mL,mercaptopurine-alone; expected a time"
            })
    void aLevelThatDoesNotFitIsNamedWithItsPlace(String row, String message) throws IOException {
        Path levels = Files.writeString(folder.resolve("levels.csv"), "time,observable,value,unit,arm\n" + row + "\n");

        Program program =
                Program.ofRun(SCENARIO, folder.resolve("out"), "--set", QUICK, "--observed", levels.toString());

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
