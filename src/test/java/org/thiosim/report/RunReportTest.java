package org.thiosim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.chart.Chart;
import org.thiosim.chart.PictureFormat;
import org.thiosim.chart.ResultCharts;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunReportTest {
    private static final SweepSection NO_SWEEP = new SweepSection(List.of(), new Pictures(List.of(), Map.of()));

    private static final String HOSTILE = "</title><script>alert('1')</script>&\" onload=x";
    private static final String SCENARIO = """
            scenario: a-scenario
            title: 'TITLE'
            lesson: 'LESSON'
            model: thiopurine
            with: [allopurinol, neutrophils]
            patient: {weight: 70 kg}
            horizon: 4 wk
            arms:
              'ARM':
                - {drug: azathioprine, dose: 150 mg, every: 1 d}
              with-allopurinol:
                - {drug: azathioprine, dose: 150 mg, every: 1 d}
                - {drug: allopurinol, dose: 100 mg, every: 1 d, from: 2 wk}
            outputs: {observables: [6-TGN, 6-MMPR, neutrophils, 6-MP plasma], every: 12 h}
            """;

    private static final String MODELS = """
            scenario: models
            title: Models
            model: thiopurine
            patient: {weight: 20 kg, bsa: 0.8 m^2}
            horizon: 10 wk
            arms:
              ours: [{drug: mercaptopurine, dose: 50 mg/m^2, every: 1 d, until: 6 wk}]
              theirs: {model: jost-2020, regimen: [{drug: mercaptopurine, dose: 50 mg/m^2, every: 1 d, until: 6 wk}]}
              adult: [{drug: azathioprine, dose: 100 mg, every: 1 d, until: 6 wk}]
              lin: {model: lin-2021, regimen: [{drug: azathioprine, dose: 100 mg, every: 1 d, until: 6 wk}]}
            outputs: {observables: [6-TGN, 6-MMPR], every: 12 h}
            """;

    private Path temporary = Path.of("");

    private String page = "";
    private String hostile = "";
    private String models = "";

    @BeforeAll
    void write(@TempDir Path folder) throws IOException {
        temporary = folder;
        page = page("Why it matters", "A lesson.", "alone");
        hostile = page(HOSTILE, HOSTILE, HOSTILE);
        models = written(MODELS, "");
    }

    @Test
    void pageIsValidHtml() {
        assertThat(HtmlErrors.of(page)).isEmpty();
        assertThat(HtmlErrors.of(hostile)).isEmpty();
        assertThat(HtmlErrors.of(models)).isEmpty();
        assertThat(HtmlErrors.of(page.replace("<main", "<main bogus=\"1\""))).contains("bogus");
    }

    @Test
    void hostileTextsAreEscaped() {
        assertThat(hostile).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;1&#39;)");
    }

    @Test
    void pageNeedsNoNetworkAndNoScript() {
        assertThat(page).doesNotContain("<script", "<link", "@import", "src=\"http", "url(");
        assertThat(attributes(page, "img", "src"))
                .isNotEmpty()
                .allMatch(s -> s.startsWith("data:image/svg+xml;base64,"));
    }

    @Test
    void samplesThatMissTheEndOfAPhaseAreShownWithTheirTime() throws IOException {
        String coarse = written(MODELS.replace("every: 12 h}", "every: 5 d}"), "");

        assertThat(coarse).contains("value at the last sample of each phase", ">day 40<", ">week 10<");
        assertThat(models).contains("value at the end of each phase", ">week 6<", ">week 10<");
    }

    @Test
    void everyImageHasAnAlternativeText() {
        assertThat(attributes(page, "img", "alt"))
                .hasSameSizeAs(attributes(page, "img", "src"))
                .allMatch(alt -> alt.length() > 20);
    }

    @Test
    void headingsStartWithOneAndSkipNoLevel() {
        List<Integer> levels = new ArrayList<>();
        Matcher heading = Pattern.compile("<h([1-6])[ >]").matcher(page);
        while (heading.find()) {
            levels.add(Integer.parseInt(heading.group(1)));
        }
        assertThat(levels).startsWith(1, 2).filteredOn(l -> l == 1).hasSize(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void pageHasLanguageTitleLandmarksAndLinksThatLead() {
        assertThat(page)
                .contains("<html lang=\"en\">", "<title>Why it matters", "<header>", "<nav ", "<main ", "<footer>");
        attributes(page, "a", "href").forEach(h -> assertThat(page).contains("id=\"" + h.substring(1) + "\""));
    }

    @Test
    void purposeStandsAtTheTopAndAtTheBottom() {
        String purpose = "For teaching and research, never for dosing a patient.";
        assertThat(page.indexOf(purpose)).isLessThan(page.indexOf("<h1"));
        assertThat(page.lastIndexOf(purpose)).isGreaterThan(page.indexOf("</main>"));
    }

    @Test
    void shortPartSaysWhatChangedByHowMuchWhyAndWhatIsContraindicated() {
        String part = page.substring(page.indexOf("id=\"short\""), page.indexOf("id=\"arms\""));
        assertThat(part)
                .contains(
                        "against alone at the end of weeks 2–4, on azathioprine 150 mg daily + allopurinol 100 mg daily")
                .containsPattern("6-TGN up [\\d.]+-fold: \\d+ pmol/8×10⁸ RBC instead of \\d+")
                .containsPattern("6-MMPR down by \\d+ %")
                .containsPattern("drug taken: [\\d.]+ µmol a day, the same")
                .containsPattern(
                        "of 100 µmol of 6-MP \\(gut wall\\), \\d+ instead of \\d+ go to oxidation by XO in the gut"
                                + " and \\d+ instead of \\d+ to the liver")
                .containsPattern("of 100 µmol taken, [\\d.]+ instead of [\\d.]+ go to activation by HGPRT in red cells")
                .contains("Contraindicated in practice");
    }

    @Test
    void shortPartPassesOverAPhaseOfLessThanADay() throws IOException {
        String split = written("""
                scenario: split
                title: Split
                model: thiopurine
                patient: {weight: 60 kg}
                horizon: 4 wk
                arms:
                  whole: [{drug: azathioprine, dose: 120 mg, every: 1 d}]
                  halves:
                    - {drug: azathioprine, dose: 60 mg, every: 1 d}
                    - {drug: azathioprine, dose: 60 mg, every: 1 d, from: 12 h, adds: true}
                outputs: {observables: [6-TGN], every: 12 h}
                """, "");
        assertThat(split.substring(split.indexOf("id=\"short\""), split.indexOf("id=\"arms\"")))
                .contains("12 h–week 4, on azathioprine 2 × 60 mg daily");
    }

    @Test
    void shortPartSpeaksOfTheTreatmentNotOfTheWashoutAndOfWhatStaysAsItIs() throws IOException {
        String part = shortPart("""
                arms:
                  normal:
                    patient: {tpmt: normal}
                    regimen: [{drug: azathioprine, dose: 100 mg, every: 1 d, until: 8 wk}]
                  poor:
                    patient: {tpmt: poor}
                    regimen: [{drug: azathioprine, dose: 100 mg, every: 1 d, until: 8 wk}]
                outputs: {observables: [6-TGN, 6-MP plasma], every: 12 h}
                """);

        assertThat(part)
                .contains("against normal at the end of weeks 0–8, on azathioprine 100 mg daily")
                .containsPattern("6-TGN up \\d+-fold")
                .containsPattern("changed by less than 15 %: 6-MP plasma \\+[\\d.]+ %")
                .containsPattern("of 100 µmol of 6-TIMP .*go to methylation by TPMT to 6-MMPR in red cells")
                .containsPattern(
                        "of 100 µmol of 6-TGMP .*go to methylation by TPMT of 6-TGMP in red cells \\(a modelling device\\) and"
                                + " \\d+ instead of 3.1 to phosphorylation by kinases")
                .doesNotContain("breakdown by NT5");
    }

    @Test
    void shortPartGivesPerCentsInPointsAndAValueWhereTheFirstArmHasNone() throws IOException {
        String part = shortPart("""
                with: [allopurinol]
                arms:
                  first:
                    - {drug: azathioprine, dose: 100 mg, every: 1 d, until: 4 wk}
                  second:
                    - {drug: azathioprine, dose: 100 mg, every: 1 d, from: 10 wk}
                    - {drug: allopurinol, dose: 100 mg, every: 1 d, from: 10 wk}
                outputs: {observables: [6-TGN, XO activity], every: 12 h}
                """);

        assertThat(part)
                .contains("at the end of weeks 10–12")
                .containsPattern("6-TGN \\d+ pmol/8×10⁸ RBC instead of next to none")
                .containsPattern("XO activity down by \\d+ percentage points: \\d+(\\.\\d)? % instead of 100");
    }

    @Test
    void patientIsSaidBesideTheTreatmentsWithWhatArmsDoNotShare() throws IOException {
        String written = written("""
                scenario: people
                title: People
                model: thiopurine
                patient: {weight: 60 kg, nudt15: normal, creatinine-clearance: 80 mL/min/1.73 m^2}
                horizon: 1 wk
                arms:
                  one: {patient: {tpmt: poor}, regimen: [{drug: azathioprine, dose: 100 mg, every: 1 d}]}
                  two: {patient: {archetype: hypermethylator}, regimen: [{drug: azathioprine, dose: 50 mg, every: 1 d}]}
                outputs: {observables: [6-TGN], every: 12 h}
                """, "");
        String part = written.substring(written.indexOf("id=\"arms\""), written.indexOf("id=\"numbers\""));
        assertThat(part)
                .contains("<p>Patient: creatinine clearance 80 mL/min/1.73 m², NUDT15 normal, weight 60 kg</p>")
                .contains("<p>one: TPMT poor</p>", "<p>two: hypermethylator");
    }

    private String shortPart(String arms) throws IOException {
        String written = written("""
                scenario: short
                title: Short
                model: thiopurine
                patient: {weight: 60 kg}
                horizon: 12 wk
                """ + arms, "");
        return written.substring(written.indexOf("id=\"short\""), written.indexOf("id=\"arms\""));
    }

    @Test
    void everyParameterInForceIsListedWithStatusAndSource() {
        assertThat(page)
                .contains("<th scope=\"row\">r-gut</th>", "<th scope=\"row\">ec50-xo</th>", "zimm-1983")
                .contains("8×10⁸ RBC = 100 µL packed red cells", "doi:10.1038/clpt.1983.254");
    }

    @Test
    void enzymesAreComparedByThePartOfTheDrugThatTheyCarry() {
        String part = page.substring(page.indexOf("id=\"flows\""), page.indexOf("id=\"limits\""));
        assertThat(part)
                .contains("on average over the phase", "drug taken", "oxidation by XO in the gut", "XO@gut")
                .containsPattern("[\\d.]+ of 100")
                .doesNotContainPattern("[0-9]e-[0-9]");
    }

    @Test
    void armsOfDifferentModelsAreComparedWithTheFirstThatTakesTheSame() {
        String part = models.substring(models.indexOf("id=\"short\""), models.indexOf("id=\"arms\""));
        assertThat(part)
                .contains("what differs is the model")
                .containsPattern("theirs</strong>\\s*\\(jost-2020\\) against ours at the end of weeks 0–6")
                .containsPattern("lin</strong>\\s*\\(lin-2021\\) against adult at the end of weeks 0–6")
                .containsPattern("6-TGN of lin-2021 [\\d.]+ mg/L, on a scale of its own")
                .doesNotContain("drug taken", "oxidation by XO");
    }

    @Test
    void modelsBesideEachOtherAreExplainedByUnitHalfLifeAndPopulation() {
        String part = models.substring(models.indexOf("id=\"flows\""), models.indexOf("id=\"limits\""));
        assertThat(part)
                .contains("Why the models differ", "mg/L RBC (1 is 598 pmol/8×10⁸ RBC)", "mg/L, not converted")
                .contains("Made from: 116 children", "Equation 2 of the paper misprints the clearance")
                .containsPattern("lin-2021</td>(?s:.)*3\\.9 d</td>");
    }

    @Test
    void parametersAndSourcesOfEveryModelAreListedUnderIt() {
        String part = models.substring(models.indexOf("id=\"model\""), models.indexOf("id=\"manifest\""));
        assertThat(part)
                .contains("<h3>thiopurine: ours, adult</h3>", "<h3>jost-2020: theirs</h3>", "<h3>lin-2021: lin</h3>")
                .contains("10.3389/fphys.2020.00217", "10.1111/bcpt.13530");
        assertThat(part.split("<th scope=\"row\">ka</th>", -1)).hasSize(4);
    }

    @Test
    void everyPictureCanBeEnlargedAndLeft() {
        List<String> ids = attributes(page, "figure", "id");
        assertThat(ids).hasSameSizeAs(attributes(page, "img", "src")).doesNotHaveDuplicates();
        ids.forEach(id -> assertThat(page).contains("class=\"enlarge\" href=\"#" + id + "\""));
    }

    @Test
    void tablesAreCaughtByKeysAndNamed() {
        Matcher frame = Pattern.compile("<div class=\"scroll\"([^>]*)>").matcher(page);
        int frames = 0;
        while (frame.find()) {
            frames++;
            assertThat(frame.group(1)).contains("tabindex=\"0\"", "aria-label=\"");
        }
        assertThat(frames).isGreaterThan(4);
    }

    @Test
    void observableThatIsZeroInEveryArmIsNamedNotDrawn() throws IOException {
        String zero = written(
                SCENARIO.replace("[6-TGN, 6-MMPR, neutrophils, 6-MP plasma]", "[6-TGN, azathioprine plasma]")
                        .replace("drug: azathioprine, dose: 150 mg", "drug: mercaptopurine, dose: 75 mg"),
                "");
        assertThat(zero)
                .contains("Not drawn, as zero in every arm throughout: azathioprine plasma.")
                .doesNotContain("picture-azathioprine-plasma", "<h3>azathioprine plasma");
    }

    @Test
    void swingingObservableIsSummedUpByItsAverage() {
        assertThat(page).contains("6-mercaptopurine in plasma; average over the last dosing interval");
    }

    @Test
    void textsContrastWithTheirGroundInBothSchemes() {
        for (String scheme : List.of(PageStyle.LIGHT, PageStyle.DARK)) {
            Map<String, String> colours = colours(scheme);
            for (String ink : List.of("text", "quiet", "link", "up", "down")) {
                for (String ground : List.of("page", "panel")) {
                    assertThat(contrast(colours, ink, ground))
                            .as(ink + " on " + ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
            assertThat(contrast(colours, "warn-text", "warn-page")).isGreaterThanOrEqualTo(4.5);
        }
        assertThat(PageStyle.css()).doesNotContainPattern("[^-]color: #");
    }

    private String page(String title, String lesson, String arm) throws IOException {
        String scenario = SCENARIO.replace("TITLE", title.replace("'", "''"))
                .replace("LESSON", lesson.replace("'", "''"))
                .replace("ARM", arm.replace("'", "''"));
        return written(scenario, "{\"arm\": \"" + arm + "\"}");
    }

    private String written(String scenario, String manifest) throws IOException {
        Path file = temporary.resolve("a.yaml");
        Files.writeString(file, scenario);
        SimulationResult result = Simulator.run(ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of())
                .scenario());
        RunRecord run = RunRecord.of(result);
        List<Chart> charts = ResultCharts.of(run);
        Map<String, byte[]> svg = new TreeMap<>();
        charts.forEach(c -> svg.put(c.name(), c.draw(PictureFormat.SVG)));
        byte[] bytes = RunReport.of(result, run, new Pictures(charts, svg), NO_SWEEP, manifest);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> attributes(String html, String element, String name) {
        List<String> values = new ArrayList<>();
        Matcher found = Pattern.compile("<" + element + "\\s[^>]*?\\b" + name + "=\"([^\"]*)\"")
                .matcher(html);
        while (found.find()) {
            values.add(found.group(1));
        }
        return values;
    }

    private static Map<String, String> colours(String scheme) {
        Map<String, String> colours = new TreeMap<>();
        Matcher colour = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});").matcher(scheme);
        while (colour.find()) {
            colours.put(colour.group(1), colour.group(2));
        }
        return colours;
    }

    private static double contrast(Map<String, String> colours, String ink, String ground) {
        double one = luminance(colours.getOrDefault(ink, "#000000"));
        double other = luminance(colours.getOrDefault(ground, "#000000"));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
    }
}
