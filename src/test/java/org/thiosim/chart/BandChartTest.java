package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandChartTest {

    @Test
    void armWithoutALevelStandsAtTheEdgeOfALogarithmicAxisAndSaysSo() {
        BandPanel poor = new BandPanel(
                "TPMT poor, n = 11", List.of(band("full", 0, 10_000), band("none", 1, 0), band("tenth", 2, 100)));
        assertThat(svg(poor)).contains("none: 0, below this axis").doesNotContain("tenth: 0");
    }

    @Test
    void longTitleOfAPlotIsWrittenSmallerRatherThanCut() {
        String title = "ancestry African American, n = 27";
        BandPanel panel = new BandPanel(title, List.of(band("full", 0, 100)));
        assertThat(svg(panel, panel, panel)).contains(title);
    }

    @Test
    void thirdArmIsNotGreyAsAWindowIs() {
        assertThat(ChartStyle.FILLED.curve(2).colour()).isEqualTo("#009E73");
        assertThat(ChartStyle.FILLED.curves()).containsExactlyInAnyOrderElementsOf(ChartStyle.STANDARD.curves());
    }

    @Test
    void ratioBeginsWhenItIsKnownAndALevelAtItsZero() {
        List<Double> none = List.of(0.0, 0.0, 0.0, 0.0, 0.0);
        List<Double> some = List.of(1.0, 2.0, 3.0, 4.0, 5.0);
        BandPanel panel = new BandPanel(
                "all", List.of(new BandPanel.Band("full", 0, List.of(0.0, 168.0, 336.0), List.of(none, some, some))));
        assertThat(sheet("1", panel).panels().get(0).bands().get(0).hours()).containsExactly(168.0, 336.0);
        assertThat(svg("1", panel)).contains(">0</text>");
        assertThat(sheet(Panels.UNIT, panel).panels().get(0)).isEqualTo(panel);
    }

    @Test
    void bandsOfALogarithmicAxisBeginWhereTheyEnterIt() {
        List<Double> none = List.of(0.0, 0.0, 0.0, 0.0, 0.0);
        List<Double> high = List.of(500.0, 700.0, 1000.0, 1500.0, 2000.0);
        BandPanel rising = new BandPanel(
                "all",
                List.of(
                        new BandPanel.Band("full", 0, List.of(0.0, 168.0, 336.0), List.of(none, high, high)),
                        band("tenth", 1, 10)));
        BandChart chart = new BandChart(sheet(Panels.UNIT, rising));
        BandPanel.Band full = rising.bands().get(0);
        assertThat(chart.seen(full.hours(), full.quantile(2)))
                .extracting(Polyline.Point::x)
                .containsExactly(168.0, 336.0);
        assertThat(chart.seen(List.of(0.0, 100.0), new double[] {1e-3, 1e3}).get(0))
                .satisfies(p -> assertThat(p.x()).isStrictlyBetween(0.0, 100.0))
                .satisfies(p -> assertThat(p.y()).isPositive());
    }

    @Test
    void logarithmicAxisAndChangesOfTreatmentAreSaid() {
        BandPanel apart = new BandPanel("all", List.of(band("full", 0, 1000), band("tenth", 1, 10)));
        assertThat(svg(apart)).contains("Median; grey: 235–450: adult IBD; logarithmic axis");
        assertThat(svg(new BandPanel("all", List.of(band("full", 0, 1000)))))
                .contains(">Median; grey: 235–450: adult IBD<")
                .doesNotContain("logarithmic", "dotted upright");
        assertThat(svg(new BandPanel("all", List.of(band("full", 0, 20)))))
                .contains(">Median; ↑ off this axis: 235–450: adult IBD<");
    }

    @Test
    void axisIsScaledToWhatIsDrawnOfTheBands() {
        BandPanel one = new BandPanel("all", List.of(band("full", 0, 1000)));
        BandPanel two = new BandPanel("all", List.of(band("full", 0, 1000), band("half", 1, 500)));
        assertThat(svg(one)).contains(">2500<");
        assertThat(svg(two)).contains(">1500<").doesNotContain(">2500<");
    }

    private static BandPanel.Band band(String arm, int look, double level) {
        List<Double> quantiles = List.of(level / 2, level / 1.5, level, 1.5 * level, 2 * level);
        return new BandPanel.Band(arm, look, List.of(0.0, 168.0, 336.0), List.of(quantiles, quantiles, quantiles));
    }

    private static String svg(BandPanel... panels) {
        return svg(Panels.UNIT, panels);
    }

    private static String svg(String unit, BandPanel... panels) {
        return new String(BandChart.of(sheet(unit, panels)).draw(PictureFormat.SVG), StandardCharsets.UTF_8);
    }

    private static BandSheet sheet(String unit, BandPanel... panels) {
        return new BandSheet(
                "bands",
                "6-TGN",
                "Median",
                unit,
                List.of(panels),
                List.of(ReferenceRange.window(235, 450, "235–450: adult IBD")),
                BandSheet.Aside.NONE);
    }
}
