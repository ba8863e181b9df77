package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key that is mistyped is one mistake, named where it stands; an option is named as it was typed. */
class MistypedKeysTest {
    private static final String SCENARIO = """
            scenario: s
            title: t
            model: thiopurine
            patient: {weight: 70 kg, tpmt: normal, nudt15: normal}
            horizon: 8 d
            arms:
              normal-dose: [{drug: azathioprine, dose: 100 mg, every: 1 d}]
            outputs: {observables: [6-TGN], every: 1 d}
            """;
    private static final String COHORT = """
            scenario: s
            title: t
            model: thiopurine
            population: {of: european-ibd}
            patients: 4
            horizon: 8 d
            arms:
              one: [{drug: azathioprine, dose: 2 mg/kg, every: 1 d}]
            outputs: {observables: [6-TGN], every: 1 d}
            targets:
              level: {observable: 6-TGN, within: [235 pmol/8e8 RBC, 450 pmol/8e8 RBC]}
              both: {all-of: [level, {observable: 6-TGN, below: 400 pmol/8e8 RBC}]}
            """;

    @TempDir
    private Path folder;

    private Program run(String command, String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        String[] arguments = new String[4 + more.length];
        arguments[0] = command;
        arguments[1] = file.toString();
        arguments[2] = "-o";
        arguments[3] = folder.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Program.run(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "horizon:; horizn:; unknown key 'horizn' in a scenario; did you mean 'horizon'?",
                "model:; modl:; unknown key 'modl' in a scenario; did you mean 'model'?",
                "arms:; arns:; unknown key 'arns' in a scenario; did you mean 'arms'?",
                "drug:; drg:; unknown key 'drg' in a dose; did you mean 'drug'?",
                "dose:; doze:; unknown key 'doze' in a dose; did you mean 'dose'?",
                "every: 1 d}]; evry: 1 d}]; unknown key 'evry' in a dose; did you mean 'every'?"
            })
    void aMistypedKeyThatMustBeThereIsOneMistake(String right, String wrong, String message, String remedy)
            throws IOException {
        Program program = run("run", SCENARIO.replace(right, wrong));

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(message + ";" + " " + remedy, "1 mistake found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "population:; populaton:; unknown key 'populaton' in a cohort scenario; did you mean 'population'?",
                "of: euro; off: euro; unknown key 'off' in 'population'; did you mean 'of'?",
                "level: {observable; level: {observble; unknown key 'observble' in target 'level'; did you mean 'observable'?",
                "[level, {observable; [level, {obsrvable; unknown key 'obsrvable' in a limit of 'all-of'; did you mean 'observable'?",
                "below:; belwo:; unknown key 'belwo' in a limit of 'all-of'; did you mean 'below'?",
                "all-of; allof; unknown key 'allof' in target 'both'; did you mean 'all-of'?"
            })
    void aMistypedKeyOfACohortIsOneMistake(String right, String wrong, String message, String remedy)
            throws IOException {
        Program program = run("cohort", COHORT.replace(right, wrong));

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(message + ";" + " " + remedy, "1 mistake found");
    }

    @Test
    void aStrangeKeyOfALimitIsAnsweredWithAllThatMayStandThere() throws IOException {
        assertThat(run("cohort", COHORT.replace("{observable: 6-TGN, below", "{colour: red, observable: 6-TGN, below"))
                        .err())
                .contains("allowed are above, below, from, metric, observable, to, within");
    }

    @Test
    void aKeyThatIsMissingIsSaidToBe() throws IOException {
        assertThat(run("run", SCENARIO.replace("horizon: 8 d\n", "")).err()).contains("a scenario needs 'horizon'");
    }

    @Test
    void anArmThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
        assertThat(run("run", SCENARIO, "--set", "arms.normal-doze.0.dose=50 mg")
                        .err())
                .contains("there is no arm 'normal-doze'; did you mean 'normal-dose'?", "1 mistake");
        assertThat(run("run", SCENARIO, "--set", "arms.zz.regimen.0.dose=50 mg").err())
                .contains("there is no arm 'zz'; allowed are normal-dose");
        assertThat(run(
                                "run",
                                SCENARIO,
                                "--set",
                                "arms.zz=[{drug: azathioprine, dose: 50 mg, every: 1 d}]",
                                "--set",
                                "horizon=2 d")
                        .code())
                .isZero();
    }

    @Test
    void aMistakeInASweepIsNotOneOfSet() throws IOException {
        Program program = run("run", SCENARIO, "--sweep", "patient.weight=50 kg,60 km");

        assertThat(program.err())
                .contains("--sweep patient.weight=60 km:1:4: unknown unit 'km'")
                .doesNotContain("--set");
        assertThat(run("run", SCENARIO, "--sweep", "patient..weight=50 kg,60 kg")
                        .err())
                .contains("is no path of keys");
    }

    @Test
    void aSampleTimeThatIsAListIsRefused() throws IOException {
        assertThat(run("run", SCENARIO.replace("every: 1 d}\n", "at: [[5 d]]}\n"))
                        .err())
                .contains("'at' is a list of times");
    }

    @Test
    void resumingWhereNothingIsSaysSoAndBegins() throws IOException {
        Program program = run("cohort", COHORT, "--resume", "--quiet");

        assertThat(program.code()).isZero();
        assertThat(program.err()).contains("Nothing to go on with", "starts from the beginning");
        assertThat(folder.resolve("out/manifest.json")).exists();
    }

    @Test
    void aValueOfAPopulationThatIsOnlyNamedCanBeSet() throws IOException {
        String named = COHORT.replace("population: {of: european-ibd}", "population: european-ibd");

        assertThat(run("cohort", named, "--quiet", "--set", "population.weight=70 kg")
                        .code())
                .isZero();
        assertThat(Files.readString(folder.resolve("out/manifest.json"))).contains("70 kg");
        assertThat(run("cohort", named, "--set", "population.wieght=70 kg").err())
                .contains("unknown key 'wieght' in 'population'; did you mean 'weight'?");
    }

    @Test
    void aMistakeInTheOptionsOfAComparisonIsNotOneOfAFileThatIsNotThere() {
        Program program = Program.run(
                "model",
                "compare",
                "thiopurine",
                "lin-2021",
                "--regimen",
                "azathioprine 2 mg/kg every day",
                "-o",
                folder.resolve("out").toString());

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err())
                .contains("the scenario that --regimen, --patient and the other options make", "did you mean '1 d'?");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void resumingWhereSomethingElseIsIsRefusedAndPromisesNothing() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/mine.txt"), "x");
        Program program = run("cohort", COHORT, "--resume", "--quiet");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err())
                .contains("holds files that are not thiosim results")
                .doesNotContain("starts from");
    }
}
