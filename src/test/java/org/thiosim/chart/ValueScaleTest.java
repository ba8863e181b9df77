package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.TimeCourse;

class ValueScaleTest {

    @Test
    void axisIsLinearFromZeroWhenPeaksLieTwentyfoldApart() {
        ValueScale scale = scale(List.of(), Panels.constant("a", 24), Panels.constant("b", 480));
        assertThat(scale.logarithmic()).isFalse();
        assertThat(scale.low()).isZero();
        assertThat(scale.high()).isEqualTo(500);
        assertThat(scale.ticks()).containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0);
    }

    @Test
    void axisIsLogarithmicWhenPeaksLieAHundredfoldApart() {
        ValueScale scale = scale(List.of(), Panels.constant("a", 4), Panels.constant("b", 480));
        assertThat(scale.logarithmic()).isTrue();
        assertThat(scale.low()).isEqualTo(2);
        assertThat(scale.high()).isEqualTo(500);
        assertThat(scale.ticks()).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0);
    }

    @Test
    void axisOfAShortRunIsLogarithmicWhenOneArmFallsByMoreThanTwoDecades() {
        TimeCourse falling = Panels.curve("a", 72, 200, hour -> 500 * StrictMath.exp(-hour / 10));
        assertThat(scale(List.of(), falling).logarithmic()).isTrue();
    }

    @Test
    void axisOfALongRunIsLinearWhenPeaksAreAlikeAndOneArmFalls() {
        TimeCourse falling = Panels.curve("a", 4000, 200, hour -> 4.5 * StrictMath.exp(-hour / 300));
        assertThat(scale(List.of(), falling, Panels.constant("b", 4)).logarithmic())
                .isFalse();
    }

    @Test
    void axisOfRatiosIsLogarithmicFromOneDecadeOn() {
        List<Trace> traces =
                Trace.of(List.of(Panels.constant("a", 52), Panels.constant("b", 0.9)), ChartStyle.STANDARD);
        assertThat(ValueScale.of(traces, List.of(), ValueScale.Wish.of("1")).logarithmic())
                .isTrue();
        assertThat(ValueScale.of(traces, List.of(), ValueScale.Wish.of("1").linear())
                        .logarithmic())
                .isFalse();
    }

    @Test
    void logarithmicAxisEndsAThirtiethBelowTheLowestPeak() {
        TimeCourse falling = Panels.curve("a", 72, 400, hour -> 30 * StrictMath.exp(-hour / 2));
        assertThat(scale(List.of(), falling).low()).isBetween(0.01, 0.03);
    }

    @Test
    void riseWithinTheFirstTwentiethOfTheTimeDoesNotMakeTheAxisLogarithmic() {
        TimeCourse quick = Panels.curve("a", 1000, 2001, hour -> hour < 49 ? hour / 1000 : 500);
        assertThat(scale(List.of(), quick).logarithmic()).isFalse();
    }

    @Test
    void zerosDoNotMakeTheAxisLogarithmic() {
        assertThat(scale(List.of(), Panels.constant("a", 0), Panels.constant("b", 5))
                        .logarithmic())
                .isFalse();
    }

    @Test
    void negativeValuesKeepALinearAxisThatShowsThem() {
        ValueScale scale = scale(List.of(), Panels.constant("a", -3), Panels.constant("b", 900));
        assertThat(scale.logarithmic()).isFalse();
        assertThat(scale.shows(-3)).isTrue();
    }

    @Test
    void dailySwingsCountWithTheirPeaks() {
        assertThat(scale(List.of(), Panels.daily("a", 90), Panels.daily("b", 45))
                        .logarithmic())
                .isFalse();
        assertThat(scale(List.of(), Panels.daily("a", 9000), Panels.daily("b", 45))
                        .logarithmic())
                .isTrue();
    }

    @Test
    void wideLogarithmicAxisIsLabelledWithDecades() {
        ValueScale scale = scale(List.of(), Panels.constant("a", 0.03), Panels.constant("b", 700));
        assertThat(scale.ticks()).containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0);
    }

    @Test
    void axisLabelledWithDecadesEndsAtOneWhereMuchWouldLieAboveTheLast() {
        ValueScale scale = scale(List.of(), Panels.constant("a", 4900), Panels.constant("b", 0.2));
        assertThat(scale.ticks()).doesNotContain(5000.0).last().isEqualTo(10000.0);
        assertThat(scale.high()).isEqualTo(10000);
    }

    @Test
    void smallPlotHasFewerLabels() {
        List<Trace> ratios =
                Trace.of(List.of(Panels.constant("a", 90), Panels.constant("b", 0.6)), ChartStyle.STANDARD);
        assertThat(ValueScale.of(ratios, List.of(), ValueScale.Wish.of("1").withTicks(4))
                        .ticks())
                .containsExactly(1.0, 10.0, 100.0);
        List<Trace> levels = Trace.of(List.of(Panels.constant("a", 480)), ChartStyle.STANDARD);
        assertThat(ValueScale.of(levels, List.of(), ValueScale.Wish.of("").withTicks(4))
                        .ticks())
                .containsExactly(0.0, 200.0, 400.0, 600.0);
    }

    @Test
    void logarithmicAxisShowsFiveDecadesAtMost() {
        ValueScale scale = scale(List.of(), Panels.constant("a", 1e-12), Panels.constant("b", 700));
        assertThat(scale.high() / scale.low()).isLessThanOrEqualTo(1e6);
    }

    @Test
    void nearbyWindowWidensTheAxisAndAFarOneDoesNot() {
        TimeCourse data = Panels.constant("a", 180);
        List<ReferenceRange> near = List.of(ReferenceRange.window(235, 265, "near"));
        List<ReferenceRange> far = List.of(ReferenceRange.upperLimit(5700, "far"));
        assertThat(scale(near, data).shows(265)).isTrue();
        assertThat(scale(far, data)).isEqualTo(scale(List.of(), data));
    }

    @Test
    void sharesRunFromTheLowerEndToTheUpper() {
        ValueScale linear = new ValueScale(false, 0, 200, List.of());
        ValueScale logarithmic = new ValueScale(true, 1, 100, List.of());
        assertThat(linear.share(50)).isCloseTo(0.25, within(1e-12));
        assertThat(logarithmic.share(10)).isCloseTo(0.5, within(1e-12));
        assertThat(logarithmic.share(0)).isZero();
        assertThat(logarithmic.share(1e9)).isEqualTo(1);
    }

    private static ValueScale scale(List<ReferenceRange> ranges, TimeCourse... curves) {
        return ValueScale.of(Trace.of(List.of(curves), ChartStyle.STANDARD), ranges, ValueScale.Wish.of(Panels.UNIT));
    }
}
