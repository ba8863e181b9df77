package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCommandTest {

    @Test
    void listNamesEveryModelAndModule() {
        Program program = Program.run("model", "list");

        assertThat(program.code()).isZero();
        assertThat(program.out()).contains("thiopurine", "allopurinol", "neutrophils", "rac1", "outcomes");
    }

    @Test
    void listSaysOfEveryModelWhatItTakesGivesAndCannot() {
        String list = Program.run("model", "list").out();

        assertThat(list).contains("drugs: azathioprine, mercaptopurine, thioguanine", "population: 19 children");
        List<String> models = Arrays.stream(list.split("\n(?=\\S)"))
                .filter(e -> e.lines().findFirst().orElse("").contains("(model)"))
                .toList();
        assertThat(models)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        m -> assertThat(m).contains("\n  drugs: ", "\n  population: ", "\n  gives: ", "\n  cannot: "));
    }

    @Test
    void showPrintsEquationsAndParametersWithUnitStatusAndSource() {
        Program program = Program.run("model", "show", "thiopurine", "--with", "allopurinol,neutrophils");

        assertThat(program.out())
                .contains("d tgn/dt [µmol/h] = + v(tgn-formation) - v(tgn-loss)")
                .containsPattern("cl-hgprt +23.35 L/h +estimated +thiosim-fit")
                .containsPattern("ec50-xo +9.204 µmol/L +literature +day-1988")
                .contains("oxypurinol-on-methylation  TPMT@rbc-1")
                .contains("doi:10.1007/s00228-013-1478-8")
                .contains("never for dosing a patient");
    }

    @Test
    void anUnknownModelIsAnErrorWithASuggestion() {
        Program program = Program.run("model", "show", "thiopurin");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("did you mean 'thiopurine'?");
    }

    @Test
    void theExampleOfTheManualIsValidAndDoesWhatItSays() {
        assertThat(Program.run("model", "check", "docs/examples/ribavirin.yaml").code())
                .isZero();
    }

    @Test
    void aCommandWithoutArgumentsSaysWhatIsMissing() {
        assertThat(Program.run().code()).isEqualTo(2);
        assertThat(Program.run("run").err()).contains("SCENARIO").contains("--help");
        assertThat(Program.run("rnu").err()).contains("run");
        assertThat(Program.run("--version").out()).startsWith("thiosim ");
    }
}
