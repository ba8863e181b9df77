package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.TimeCourse;

class TraceTest {
    @Test
    void bandsSideBySideHaveOneStyleThoughOneSwingsMore() {
        TimeCourse wide = swinging("wide", 20, 12);
        TimeCourse slim = swinging("slim", 50, 5);
        assertThat(Trace.of(List.of(wide), ChartStyle.STANDARD)).noneMatch(Trace::isSlim);
        assertThat(Trace.of(List.of(wide, slim), ChartStyle.STANDARD))
                .hasSize(2)
                .allMatch(Trace::isBand)
                .allMatch(Trace::isSlim);
    }

    @Test
    void lineBesideBandsStaysALine() {
        List<Trace> traces =
                Trace.of(List.of(Panels.constant("flat", 3), swinging("slim", 50, 5)), ChartStyle.STANDARD);
        assertThat(traces.get(0).isBand()).isFalse();
        assertThat(traces.get(0).isSlim()).isFalse();
    }

    @Test
    void bandsSideBySideHaveOnePeriod() {
        TimeCourse daily = swinging("daily", 50, 5);
        TimeCourse uneven = Panels.curve("uneven", 24 * Panels.WEEK, 4033, hour -> {
            double day = Math.floor(hour / 24);
            return 50 + (day % 7 < 3 ? 5 * StrictMath.exp(-(hour % 24) / 8) : 0);
        });
        assertThat(Trace.of(List.of(uneven), ChartStyle.STANDARD).get(0).periodHours())
                .hasValue(Panels.WEEK);
        assertThat(Trace.of(List.of(daily, uneven), ChartStyle.STANDARD))
                .allSatisfy(t -> assertThat(t.periodHours()).hasValue(24));
    }

    @Test
    void upperEdgeOfASlimBandIsDrawnSoThatItIsSeenToReachALimit() {
        TimeCoursePanel panel = Panels.of(swinging("pulse", 50, 9));
        String svg =
                new String(TimeCourseChart.draw(panel, ChartStyle.STANDARD, PictureFormat.SVG), StandardCharsets.UTF_8);
        assertThat(svg).contains("stroke-width=\"1.2\"");
    }

    @Test
    void curveThatTurnsOftenHasNoDashesThatCouldSwallowItsPeaks() {
        List<Trace> traces = Trace.of(
                List.of(
                        Panels.constant("flat", 30),
                        Panels.rising("smooth", 40),
                        pulsed("weekly", 24),
                        pulsed("rare", 3)),
                ChartStyle.STANDARD);
        assertThat(traces).extracting(t -> t.style().dash().isEmpty()).containsExactly(true, false, true, false);
    }

    /** Equal pulses at equal distances, sampled every half day. */
    private static TimeCourse pulsed(String arm, int pulses) {
        double every = 24 * Panels.WEEK / pulses;
        return Panels.curve(arm, 24 * Panels.WEEK, 337, hour -> 40 + 40 * StrictMath.exp(-(hour % every) / 60));
    }

    private static TimeCourse swinging(String arm, double level, double swing) {
        return Panels.curve(
                arm, 24 * Panels.WEEK, 4033, hour -> level + swing * StrictMath.exp(-(hour % 24) / 8) - swing / 2);
    }
}
