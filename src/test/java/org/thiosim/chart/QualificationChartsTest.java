package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thiosim.simulation.Purpose;

class QualificationChartsTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final List<MeasuredPoint> POINTS = List.of(
            new MeasuredPoint("6-TGN", 200, OptionalDouble.of(100), OptionalDouble.of(300), 250, false),
            new MeasuredPoint("<6-MMPR & co>", 0.02, NONE, NONE, 0.03, true));
    private static final List<ForestRow> ROWS = List.of(
            new ForestRow("study <one>", "arm: 6-TGN, 12 wk", 1.3, "200 → 260"),
            new ForestRow("study <one>", "arm: 6-MMPR, 12 wk", 0.01, "200 → 2"));

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void equalValuesGiveEqualBytes(PictureFormat format) {
        assertThat(PredictedObservedChart.draw("t", POINTS, ChartStyle.STANDARD, format))
                .isEqualTo(PredictedObservedChart.draw("t", POINTS, ChartStyle.STANDARD, format))
                .hasSizeGreaterThan(1000);
        assertThat(ForestChart.draw("t", ROWS, ChartStyle.STANDARD, format))
                .isEqualTo(ForestChart.draw("t", ROWS, ChartStyle.STANDARD, format))
                .hasSizeGreaterThan(1000);
    }

    @Test
    void textsAreEscapedAndComplete() {
        String scatter = new String(
                PredictedObservedChart.draw("t", POINTS, ChartStyle.STANDARD, PictureFormat.SVG),
                StandardCharsets.UTF_8);
        String forest =
                new String(ForestChart.draw("t", ROWS, ChartStyle.STANDARD, PictureFormat.SVG), StandardCharsets.UTF_8);

        assertThat(scatter)
                .contains("&lt;6-MMPR &amp; co&gt;", "6-TGN", Purpose.NOTICE)
                .doesNotContain("<6-MMPR");
        assertThat(forest).contains("study &lt;one&gt;", "arm: 6-MMPR, 12 wk", "200 → 2", Purpose.NOTICE);
    }

    @Test
    void valuesThatNoLogarithmicAxisShowsAreRefused() {
        assertThatThrownBy(() -> new MeasuredPoint("x", 0, NONE, NONE, 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> new ForestRow("g", "label", 0, "")).hasMessageContaining("label");
    }

    @Test
    void decadesHoldTheValuesAndEqualRatiosAreEquallyFarApart() {
        LogRange range = LogRange.decades(List.of(0.03, 400.0));

        assertThat(range).isEqualTo(new LogRange(0.01, 1000));
        assertThat(range.share(10) - range.share(1)).isEqualTo(range.share(1) - range.share(0.1), within(1e-12));
        assertThat(range.share(-1)).isZero();
        assertThat(range.ticks()).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0, 1000.0);
        assertThat(new LogRange(1e-10, 1e10).ticks()).hasSizeLessThan(13);
    }

    @Test
    void valueAxisHasRoomForMeasuredValues() {
        TimeCoursePanel panel = Panels.of(Panels.constant("arm", 100));
        MeasuredSample sample =
                new MeasuredSample("arm", 24, 900, OptionalDouble.of(500), OptionalDouble.of(1500), false);

        double high = SheetLayout.of(panel, List.of(sample), ChartStyle.STANDARD)
                .scales()
                .value()
                .high();
        assertThat(high).isGreaterThanOrEqualTo(1500);
        assertThat(SheetLayout.of(panel, ChartStyle.STANDARD).scales().value().high())
                .isLessThan(500);
        assertThat(TimeCourseChart.draw(panel, List.of(sample), ChartStyle.STANDARD, PictureFormat.PNG))
                .isNotEqualTo(TimeCourseChart.draw(panel, ChartStyle.STANDARD, PictureFormat.PNG));
    }

    @Test
    void spreadsFarBeyondTheCurvesDoNotStretchTheAxis() {
        MeasuredSample sample = new MeasuredSample("arm", 24, 100, OptionalDouble.of(0), OptionalDouble.of(1e5), false);

        assertThat(SheetLayout.of(Panels.of(Panels.constant("arm", 100)), List.of(sample), ChartStyle.STANDARD)
                        .scales()
                        .value()
                        .high())
                .isLessThan(1000);
    }
}
