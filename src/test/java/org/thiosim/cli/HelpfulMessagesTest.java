package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake is said once, with an example of what is allowed. */
class HelpfulMessagesTest {
    private static final String BY_GUIDELINE =
            "{drug: azathioprine, dose: {of: 2 mg/kg, by-guideline: cpic}, every: 1 d}";

    @TempDir
    private Path folder;

    private Program run(String genes, String doses) throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "scenario: s\nmodel: thiopurine\npatient: {weight: 70 kg, " + genes + "}\nhorizon: 1 wk\narms:\n  a: ["
                        + doses + "]\n  b: [" + doses + "]\n");
        return Program.ofRun(file.toString(), folder.resolve("out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpmt: normel, nudt15: normal", "tpmt: '*1/*99X', nudt15: normal", "nudt15: normal"})
    void oneGenotypeThatIsNoneIsOneMistakeHoweverManyDosesNeedIt(String genes) throws IOException {
        Program program = run(genes, BY_GUIDELINE);

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("1 mistake found");
        assertThat(program.err().contains("a dose by guideline needs")).isEqualTo(!genes.contains("tpmt"));
    }

    @Test
    void aNumberHasNoPhenotypeForAGuideline() throws IOException {
        assertThat(run("tpmt: 0.54, nudt15: normal", BY_GUIDELINE).err())
                .contains("a dose by guideline needs the patient's 'tpmt' as a diplotype or a phenotype");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dose: -100 mg, every: 1 d | found -100 mg; write for example 100 mg, 2 mg/kg or 75 mg/m^2",
                "dose: 100 mmol, every: 1 d | found 100 mmol; write for example 100 mg",
                "dose: 100 mg, times: 0 | 'times: 0' is neither a number of doses nor an hour of the day",
                "dose: 100 mg, every: 1 d, times: 0 | write for example 'every: 1 d, times: 6'"
            })
    void aDoseThatCannotBeIsAnsweredWithOneThatCan(String dose, String message) throws IOException {
        assertThat(run("tpmt: normal, nudt15: normal", "{drug: azathioprine, " + dose + "}")
                        .err())
                .contains(message);
    }

    @Test
    void aFileThatIsNotThereIsAnsweredWithTheOneThatWasMeant() {
        assertThat(Program.ofRun("scenarios/single/singel-dose.yaml", folder.resolve("out"))
                        .err())
                .contains("no such file; did you mean 'single-dose.yaml'?");
        assertThat(Program.ofRun("nowhere/zzzzzzzz.yaml", folder.resolve("out")).err())
                .contains("no such file, nor its folder; give a path such as scenarios/single/single-dose.yaml");
    }

    @Test
    void theAllelesOfAGeneAreListed() {
        assertThat(Program.run("genotype", "TPMT", "--alleles").out().lines())
                .contains("*1 Normal function", "*3A No function")
                .hasSizeGreaterThan(40);
        assertThat(Program.run("genotype", "--alleles").code()).isEqualTo(2);
        assertThat(Program.run("genotype", "TPMT", "*1/*99X").err())
                .contains("such as *2, *3A, *3B, *3C; 'thiosim genotype TPMT --alleles' lists all");
    }
}
