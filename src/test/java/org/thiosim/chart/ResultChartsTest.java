package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeCourse;

class ResultChartsTest {

    @Test
    void runHasAnOverviewAPathwayAndAPictureOfEachObservable() {
        assertThat(ResultCharts.of(Runs.two()))
                .extracting(Chart::name)
                .containsExactly("overview", "pathway", "6-TGN", "plasma-level-day", "activity");
    }

    @Test
    void overviewShowsEveryObservableButThoseThatSwingWithinADay() {
        assertThat(svg(Runs.two(), "overview"))
                .contains(">6-TGN<", ">activity<", "swing within a day: plasma level")
                .contains("alone", "with", "never for dosing a patient");
    }

    @Test
    void overviewGivesTheValuesOfTheWindowsThatItDraws() {
        assertThat(svg(Runs.two(), "overview")).contains("Grey: therapeutic window of 6-TGN 235–450");
    }

    @Test
    void noticeStandsOnThePicturesThatItNames() {
        assertThat(svg(Runs.two(), "activity")).contains(">The activity is an assumption.<");
        assertThat(svg(Runs.two(), "overview")).contains(">The activity is an assumption.<");
        assertThat(svg(Runs.two(), "6-TGN")).doesNotContain("assumption");
    }

    @Test
    void overviewNamesArmsWithTheSameCurve() {
        String long1 = "an-arm-with-a-name-that-is-long";
        String long2 = "another-arm-with-a-name-that-is-long";
        TimeCourse one = Panels.rising("first", 180);
        TimeCourse two = Panels.rising(long1, 300);
        TimeCourse three = Panels.rising(long2, 300);
        SmallMultiples.Cell cell =
                new SmallMultiples.Cell("6-TGN", Panels.UNIT, List.of(one, two, three), List.of(), List.of());
        SmallMultiples panel = new SmallMultiples(
                "A run", "", List.of(cell, cell, cell), List.of("first", long1, long2), false, Optional.empty());
        Figure figure = MultiplesLayout.figure(panel, ChartStyle.STANDARD);
        assertThat(figure.texts())
                .extracting(TextMark::text)
                .anyMatch(t -> t.startsWith("Same curve: " + long1 + " = " + long2 + " in 6-TGN"));
    }

    @Test
    void dayIsDrawnOnAClockThatStartsWithTheDose() {
        assertThat(svg(Runs.two(), "plasma-level-day")).contains(">24 h<", "last day of weeks 0–24");
    }

    @Test
    void pathwayNamesEnzymesFlowsAndChanges() {
        assertThat(svg(Runs.two(), "pathway"))
                .contains("XO 300", "XO −90 %", ">HGPRT +200 %<", ">6-MP<", ">6-TUA<", "azathioprine 150 mg daily");
    }

    @Test
    void pathwayOfChosenArmsPutsTheFirstOnTheLeft() {
        Chart pathway = ResultCharts.of(Runs.two(), Optional.of(List.of("with", "alone"))).stream()
                .filter(c -> c.name().equals(ResultCharts.PATHWAY))
                .findFirst()
                .orElseThrow();
        assertThat(new String(pathway.draw(PictureFormat.SVG), StandardCharsets.UTF_8))
                .contains("XO 30<", "XO +900 %");
    }

    @Test
    void everyArmHasAPathwayAgainstTheFirst() {
        List<RunRecord.Flow> flows = new ArrayList<>(Runs.flows("one", 200, 20));
        flows.addAll(Runs.flows("two", 100, 20));
        flows.addAll(Runs.flows("three", 10, 40));
        RunRecord run = Runs.of("Three", List.of("one", "two", "three"), flows);
        assertThat(ResultCharts.of(run).stream().filter(ResultCharts::isPathway))
                .extracting(Chart::name)
                .containsExactly("pathway", "pathway-2");
        assertThat(svg(run, "pathway-2")).contains(">three<").doesNotContain(">two<");
    }

    @Test
    void flowThatVanishesHasNoLabelAndOneThatAppearsHasItsAmount() {
        List<RunRecord.Flow> flows = new ArrayList<>(Runs.flows("before", 200, 0));
        flows.addAll(Runs.flows("after", 0, 20));
        assertThat(svg(Runs.of("Switch", List.of("before", "after"), flows), "pathway"))
                .contains(">XO 300<", ">HGPRT<", ">20<", "Amounts on the right: no flow on the left")
                .doesNotContain(">HGPRT 0<", ">XO −100 %<", ">XO 0<");
    }

    @Test
    void pathwayWithoutChangesSaysSoOnceAndNotAtEveryArrow() {
        List<RunRecord.Flow> flows = new ArrayList<>(Runs.flows("before", 200, 20));
        flows.addAll(Runs.flows("after", 202, 20.1));
        assertThat(svg(Runs.of("Alike", List.of("before", "after"), flows), "pathway"))
                .contains("no flow changed by more than 2 %", ">XO<", ">HGPRT<")
                .doesNotContain("±", ">XO +", "orange");
    }

    @Test
    void flowThatHardlyChangesHasNoNumberBesideOnesThatDo() {
        List<RunRecord.Flow> flows = new ArrayList<>(Runs.flows("before", 200, 20));
        flows.addAll(Runs.flows("after", 202, 30));
        assertThat(svg(Runs.of("Some", List.of("before", "after"), flows), "pathway"))
                .contains("(none given: 2 % or less)", ">XO<", ">HGPRT +50 %<");
    }

    @Test
    void hiddenSubstanceHasNoFlowsAndItsReasonIsGiven() {
        RunRecord run = Runs.two();
        RunRecord.Treatment shown = run.arms().get(0);
        RunRecord.Treatment hidden = new RunRecord.Treatment(
                "with",
                run.arms().get(1).doses(),
                List.of(),
                Map.of("6-TGN", "No 6-TGN here, it is unknown."),
                Map.of());
        RunRecord changed = new RunRecord(
                run.head(), run.phases(), List.of(shown, hidden), run.observables(), run.curves(), run.network());
        assertThat(svg(changed, "pathway"))
                .contains(">not shown<", "it is unknown")
                .doesNotContain(">+200 %<");
        assertThat(svg(changed, "6-TGN")).contains("with: No 6-TGN here");
    }

    @Test
    void singleArmHasNoPathway() {
        RunRecord run = Runs.of("One", List.of("alone"), Runs.flows("alone", 200, 20));
        assertThat(ResultCharts.of(run)).extracting(Chart::name).doesNotContain("pathway");
    }

    @Test
    void anArmKeepsItsColourWhereAnotherHasNoCurve() {
        RunRecord run = Runs.two();
        RunRecord without = new RunRecord(
                run.head(),
                run.phases(),
                run.arms(),
                run.observables(),
                new RunRecord.Curves(
                        run.curves().whole().stream()
                                .filter(c -> !(c.arm().equals("alone")
                                        && c.observable().equals("activity")))
                                .toList(),
                        run.curves().days(),
                        List.of()),
                run.network());
        assertThat(svg(without, "activity")).contains("rgb(230,159,0)").doesNotContain("rgb(0,114,178)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12})
    void everyTextOfEveryPictureLiesInsideIt(int arms) {
        List<String> names = new ArrayList<>();
        List<RunRecord.Flow> flows = new ArrayList<>();
        for (int i = 0; i < arms; i++) {
            names.add("an-arm-with-a-long-name-" + i);
            flows.addAll(Runs.flows(names.get(i), 200.0 / (i + 1), 20 + 10 * i));
        }
        RunRecord run = Runs.of("A title of ".repeat(12), names, flows);
        PathwayPanel.of(run).forEach(p -> {
            ChartStyle tall = PathwayLayout.sized(p, ChartStyle.STANDARD);
            assertTextsInside(PathwayLayout.figure(p, tall), tall);
        });
        SmallMultiples multiples = new SmallMultiples(
                run.head().title(),
                "A subtitle",
                List.of(cell(run, "6-TGN"), cell(run, "activity")),
                names,
                false,
                Optional.of("A notice. ".repeat(120)));
        ChartStyle sized = MultiplesLayout.sized(multiples, ChartStyle.STANDARD);
        assertThat(sized.height()).isGreaterThan(ChartStyle.STANDARD.height());
        assertTextsInside(MultiplesLayout.figure(multiples, sized), sized);
    }

    private static void assertTextsInside(Figure figure, ChartStyle style) {
        Box picture = new Box(0, 0, style.width(), style.height());
        assertThat(figure.texts())
                .isNotEmpty()
                .allSatisfy(
                        t -> assertThat(picture.contains(t.box())).as(t.text()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "pathway", "plasma-level-day"})
    void hostileNamesAreShownAsText(String name) {
        String hostile = "</text><script>alert('1')</script>&\"";
        List<RunRecord.Flow> flows = new ArrayList<>(Runs.flows(hostile, 200, 20));
        flows.addAll(Runs.flows("with", 20, 60));
        assertThat(svg(Runs.of(hostile, List.of(hostile, "with"), flows), name))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
    }

    @Test
    void picturesAreEqualByteForByteWhenDrawnTwice() {
        List<Chart> first = ResultCharts.of(Runs.two());
        List<Chart> second = ResultCharts.of(Runs.two());
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i).draw(PictureFormat.SVG))
                    .isEqualTo(second.get(i).draw(PictureFormat.SVG));
            assertThat(first.get(i).draw(PictureFormat.PNG))
                    .isEqualTo(second.get(i).draw(PictureFormat.PNG));
        }
    }

    private static SmallMultiples.Cell cell(RunRecord run, String observable) {
        return new SmallMultiples.Cell(
                observable, Panels.UNIT, run.curves().whole(observable), List.of(), List.of(0.0, 1000.0));
    }

    private static String svg(RunRecord run, String name) {
        return ResultCharts.of(run).stream()
                .filter(c -> c.name().equals(name))
                .map(c -> new String(c.draw(PictureFormat.SVG), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
