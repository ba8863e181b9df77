package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    private static final String DAILY = "mercaptopurine 50 mg/m^2 every 1 d";

    @TempDir
    private Path folder;

    private Program compare(String... arguments) {
        List<String> all = Stream.concat(
                        Stream.of(
                                "model", "compare", "-o", folder.resolve("out").toString()),
                        Stream.of(arguments))
                .toList();
        return Program.run(all.toArray(String[]::new));
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve("out").resolve(file));
    }

    @Test
    void modelsRunOnOneRegimenWithAReportOfWhyTheyDiffer() throws IOException {
        Program program = compare(
                "thiopurine",
                "hawwa-2008",
                "gebhard-2023",
                "--regimen",
                DAILY,
                "--patient",
                "bsa=0.8 m^2",
                "--patient",
                "weight=20 kg",
                "--patient",
                "tpmt=intermediate",
                "--parameter-set",
                "all");

        assertThat(program.code()).as(program.err()).isZero();
        assertThat(program.out())
                .contains("6-TGN (pmol/8e8 RBC)  week 16  week 24")
                .contains("hawwa-2008: The patient's tpmt is left out: hawwa-2008 does not depend on it");
        assertThat(written("report.html"))
                .contains("Why the models differ", "mg/L RBC (1 is 598 pmol/8×10⁸ RBC)", "Made from: 19 children")
                .contains("what two models disagree about")
                .doesNotContain("drug taken");
        assertThat(written("metrics.csv")).contains("gebhard-2023,0,6-TGN,half-life,2688,4032,");
        assertThat(folder.resolve("out/charts/6-TGN.svg")).exists();
        assertThat(folder.resolve("out/charts/pathway.svg")).doesNotExist();
    }

    @Test
    void theScenarioThatItWritesRepeatsTheRun() throws IOException {
        Path model = folder.resolve("mine.yaml");
        Files.writeString(
                model, Files.readString(Path.of("models/lin-2021.yaml")).replace("model: lin-2021", "model: mine"));
        Program program = compare(
                "lin-2021",
                model.toString(),
                "--regimen",
                "azathioprine 2 mg/kg every 1 d from 1 wk",
                "--horizon",
                "6 wk",
                "--washout",
                "2 wk");
        Path again = folder.resolve("again");

        Program repeated =
                Program.run("run", folder.resolve("out/scenario.yaml").toString(), "-o", again.toString());

        assertThat(program.code()).as(program.err()).isZero();
        assertThat(repeated.code()).as(repeated.err()).isZero();
        assertThat(written("scenario.yaml"))
                .contains("model: \"../mine.yaml\"")
                .contains("every: \"1 d\", from: \"1 wk\", until: \"4 wk\"");
        for (String file : List.of("timecourse.csv", "metrics.csv", "manifest.json", "report.html")) {
            assertThat(again.resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("out").resolve(file));
        }
    }

    @Test
    void aSecondRunReplacesTheFirstUnlessItsScenarioWasEdited() throws IOException {
        String[] arguments = {
            "lin-2021", "thiopurine", "--regimen", "azathioprine 50 mg every 1 d", "--horizon", "10 wk"
        };

        assertThat(compare(arguments).code()).isZero();
        assertThat(compare(arguments).code()).isZero();
        Files.writeString(folder.resolve("out/scenario.yaml"), written("scenario.yaml") + "seed: 2\n");
        Program refused = compare(arguments);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("holds 'scenario.yaml' beside results of thiosim");
        assertThat(written("scenario.yaml")).endsWith("seed: 2\n");
    }

    @Test
    void aModuleIsAddedToOneOfTheModels() throws IOException {
        Program program = compare(
                "ogungbenro-2015",
                "ogungbenro-2015+ribavirin",
                "--regimen",
                DAILY,
                "--horizon",
                "2 wk",
                "--washout",
                "0 d");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("no model or module named 'ribavirin'");

        Program good = compare(
                "ogungbenro-2015",
                "ogungbenro-2015+allopurinol",
                "--regimen",
                DAILY,
                "--horizon",
                "2 wk",
                "--washout",
                "0 d");

        assertThat(good.code()).as(good.err()).isZero();
        assertThat(written("timecourse.csv")).contains("ogungbenro-2015+allopurinol,0,");
    }

    @Test
    void aDrugThatAModelDoesNotKnowIsAnErrorThatNamesThoseThatDo() {
        Program program =
                compare("thiopurine", "hawwa-2008", "lin-2021", "--regimen", "azathioprine 2 mg/kg every 1 d");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err())
                .contains("hawwa-2008 has no azathioprine, it has mercaptopurine")
                .contains("It is known to thiopurine, lin-2021");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    azathioprin 50 mg every 1 d    ; weight=70 kg ; 24 wk ; 8 wk  ; ibd ; did you mean 'azathioprine'?
                    azathioprine 50 mg daily       ; weight=70 kg ; 24 wk ; 8 wk  ; ibd ; a regimen reads 'DRUG DOSE every TIME'
                    azathioprine 50 mg every 1 d   ; wieght=70 kg ; 24 wk ; 8 wk  ; ibd ; unknown key 'wieght' in 'patient'; did you mean 'weight'?
                    azathioprine 50 mg every 1 d   ; weight=70 kg ; 8 wk  ; 24 wk ; ibd ; a washout of 24 wk leaves no time for doses
                    azathioprine 50 mg every 1 d   ; weight=70 kg ; 8 kg  ; 24 wk ; ibd ; are times such as 24 wk
                    azathioprine 50 mg every 1 d   ; weight=70 kg ; 24 wk ; 8 wk  ; al  ; none of these models has a parameter set 'al'; there is all, ibd
                    azathioprine 50 mgg every 1 d  ; weight=70 kg ; 24 wk ; 8 wk  ; ibd ; unknown unit 'mgg'
                    """)
    void aMistakeIsAnsweredWithWhatIsAllowed(
            String regimen, String patient, String horizon, String washout, String set, String message) {
        Program program = compare(
                "thiopurine",
                "lin-2021",
                "--regimen",
                regimen,
                "--patient",
                patient,
                "--horizon",
                horizon,
                "--washout",
                washout,
                "--parameter-set",
                set);

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(message);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void oneModelTwiceIsRefused() {
        assertThat(compare("lin-2021", "lin-2021", "--regimen", "azathioprine 50 mg every 1 d")
                        .err())
                .contains("name two or more models, each once");
    }
}
