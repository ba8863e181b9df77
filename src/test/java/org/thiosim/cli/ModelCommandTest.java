package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void showGivesCovariatesAndArchetypesWithStatusAndSourceWithinAHundredColumns() {
        String shown = Program.run("model", "show", "thiopurine", "--with", "allopurinol")
                .out();
        String cards = shown.substring(shown.indexOf("\nCovariates\n"), shown.indexOf("\nEquations"));

        assertThat(cards.lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(100));
        assertThat(cards.replaceAll("\n +", " "))
                .contains(
                        "gst-activity default 1; allowed 0 to 2; studied 0.8 to 1 levels: gstm1-null 0.8, normal 1"
                                + " tied, source: lucafo-2019",
                        "with allopurinol studied 16.7 to 141.7 mL/min/1.73 m^2; literature, source: wright-2013",
                        "Archetypes\n----------\nhypermethylator",
                        "sets methylation-factor 1.287, mmpr-efflux-factor 0.588235 estimated, source: sparrow-2005");
        assertThat(shown).contains("PMID 30987408");
    }

    @Test
    void showPrintsANoticeOfTwoDrugsOnceAndEachWithItsSource() {
        String shown = Program.run("model", "show", "thiopurine", "--with", "allopurinol")
                .out();
        String notices = shown.substring(shown.indexOf("\nNotices\n"), shown.indexOf("\nSources\n"));

        assertThat(notices.lines()
                        .filter(l -> l.contains(
                                "a full thiopurine dose (as the genotype has it) together with allopurinol")))
                .hasSize(1);
        assertThat(notices.lines().filter(l -> l.startsWith("- ")))
                .isNotEmpty()
                .allMatch(l -> l.matches(".* \\[[\\w, -]+]"));
    }

    @Test
    void showGivesDoseWindowsFactorsAndCorrelationsWithTheirSource() {
        String shown = Program.run("model", "show", "thiopurine", "--with", "allopurinol,methotrexate,itpa")
                .out();

        assertThat(shown)
                .containsPattern("methotrexate-day +methotrexate +24 h +1 +unverified +methotrexate-xo")
                .containsPattern("itpa-on-efflux +vmax-mmpr +itpa +tied +adam-de-beaumais-2011-itpa")
                .containsPattern("cl-oxypurinol-variation +v-oxypurinol-70 +0.148 +literature +wright-2013")
                .containsPattern("235 pmol/8e8 RBC to 450 pmol/8e8 RBC \\(.*; dubinsky-2000, osterman-2006\\)");
    }

    @Test
    void checkSaysOfAModuleThatItsHostHasNoEnzymeForIt() {
        String file = "models/interactions/febuxostat.yaml";

        assertThat(Program.run("model", "check", file, "--host", "hawwa-2008").out())
                .contains("nothing of it acts, as hawwa-2008 has no reaction by XO");
        assertThat(Program.run("model", "check", file).out()).doesNotContain("nothing of it acts");
    }

    @Test
    void aModuleOfWhichAFactorActsIsNotSaidToDoNothing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("slowed.yaml"),
                "module: slowed\nkind: interaction\ntitle: t\nsources: {s: {cite: c}}\n"
                        + "effects: {block: {on: XO, title: it blocks xanthine oxidase, mechanism: factor, factor: 0.5,"
                        + " known: assumed, source: s}}\n"
                        + "scale: {slower: {target: ka, by: 0.5, known: assumed, source: s}}\n");

        Program checked = Program.run("model", "check", file.toString(), "--host", "hawwa-2008");

        assertThat(checked.out()).as(checked.err()).contains("1 effect").doesNotContain("nothing of it acts");
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
