package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.TimeCourse;

class OscillationTest {

    @Test
    void dailyPeaksOverHalfAYearHaveAPeriodOfADay() {
        TimeCourse daily = Panels.daily("a", 90);
        assertThat(Oscillation.period(daily.hours(), daily.values())).hasValue(24);
    }

    @Test
    void twoPeaksADayAreStillShownPerDay() {
        TimeCourse twice = Panels.curve("a", 24 * 168, 4033, hour -> StrictMath.exp(-(hour % 12) / 4));
        assertThat(Oscillation.period(twice.hours(), twice.values())).hasValue(24);
    }

    @Test
    void smoothCurveSmallRippleAndAFewDosesAreLines() {
        TimeCourse smooth = Panels.rising("a", 100);
        TimeCourse ripple = Panels.curve("b", 4032, 4033, hour -> 100 + 0.4 * StrictMath.sin(hour));
        TimeCourse week = Panels.curve("c", 168, 673, hour -> StrictMath.exp(-(hour % 24) / 4));
        for (TimeCourse curve : List.of(smooth, ripple, week)) {
            assertThat(Oscillation.period(curve.hours(), curve.values()))
                    .as(curve.arm())
                    .isEmpty();
        }
    }

    @Test
    void bandHoldsLeastAndLargestValueOfEachDay() {
        Trace band =
                Trace.of(List.of(Panels.daily("a", 90)), ChartStyle.STANDARD).get(0);
        assertThat(band.isBand()).isTrue();
        assertThat(band.hours()).hasSize(168).startsWith(0.0).endsWith(4032.0);
        assertThat(band.highs()).containsOnly(90.0);
        assertThat(band.lowAt(2000)).isEqualTo(90 * StrictMath.exp(-23 / 4.0));
    }
}
