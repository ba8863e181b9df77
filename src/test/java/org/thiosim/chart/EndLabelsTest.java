package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.TimeCourse;

class EndLabelsTest {
    private static final ChartStyle STYLE = ChartStyle.STANDARD;

    @Test
    void curvesThatEndTogetherAreNamedWhereTheyLieApart() {
        Sheet sheet = sheet(stopped("high", 400), stopped("low", 100));
        assertThat(sheet.lines().stream().map(l -> l.points().get(0).x()).distinct())
                .singleElement()
                .satisfies(x -> assertThat(x)
                        .isBetween(
                                sheet.scales().x(11 * Panels.WEEK),
                                sheet.scales().x(14 * Panels.WEEK)));
        assertThat(baseline(sheet, "low") - baseline(sheet, "high")).isGreaterThan(50);
    }

    @Test
    void curvesThatCrossedBeforeTheyEndTogetherAreNamedAtTheirEnds() {
        TimeCourse dipping = Panels.curve(
                "dipping", 24 * Panels.WEEK, 673, h -> h < 12 * Panels.WEEK || h > 14 * Panels.WEEK ? 309 : 200);
        Sheet sheet = sheet(Panels.constant("level", 300), dipping);
        assertThat(sheet.lines())
                .allSatisfy(l -> assertThat(l.points().get(0).x())
                        .isEqualTo(sheet.scales().x(24 * Panels.WEEK)));
        assertThat(baseline(sheet, "level")).isGreaterThan(baseline(sheet, "dipping"));
    }

    @Test
    void curvesThatEndApartAreNamedAtTheirEnds() {
        Sheet sheet = sheet(Panels.rising("high", 400), Panels.rising("low", 100));
        assertThat(sheet.lines())
                .allSatisfy(l -> assertThat(l.points().get(0).x())
                        .isEqualTo(sheet.scales().x(24 * Panels.WEEK)));
    }

    @Test
    void curvesOfASweepAreNamedAtTheirLastPoint() {
        Sheet sheet = sheet(stopped("high", 400), stopped("low", 100));
        List<Trace> traces = Trace.of(List.of(stopped("high", 400), stopped("low", 100)), STYLE);
        assertThat(EndLabels.atEnds(traces, sheet.scales(), STYLE.width(), STYLE)
                        .leaders())
                .allSatisfy(l -> assertThat(l.points().get(0).x())
                        .isEqualTo(sheet.scales().x(24 * Panels.WEEK)));
    }

    @Test
    void curvesThatLeaveALogarithmicAxisAreNamedBeforeTheyDo() {
        Sheet sheet = sheet(stopped("high", 40000), stopped("low", 100));
        assertThat(sheet.scales().value().logarithmic()).isTrue();
        assertThat(sheet.lines())
                .allSatisfy(l -> assertThat(l.points().get(0).y())
                        .isLessThan(sheet.scales().plot().bottom() - 5));
    }

    @Test
    void nameThatIsTheWidestIsNotBroken() {
        Sheet sheet = sheet(Panels.constant("with-mesalazine-4-g", 300), Panels.constant("b", 100));
        assertThat(sheet.texts()).extracting(TextMark::text).contains("with-mesalazine-4-g");
    }

    private static double baseline(Sheet sheet, String name) {
        return sheet.texts().stream()
                .filter(t -> t.text().equals(name))
                .findFirst()
                .orElseThrow()
                .y();
    }

    private static Sheet sheet(TimeCourse... curves) {
        return SheetLayout.of(Panels.of(curves), STYLE);
    }

    /** Level until week 12, then falling with a half-life of three days. */
    private static TimeCourse stopped(String arm, double level) {
        return Panels.curve(
                arm,
                24 * Panels.WEEK,
                673,
                h -> h <= 12 * Panels.WEEK ? level : level * StrictMath.exp(-(h - 12 * Panels.WEEK) / 104));
    }
}
