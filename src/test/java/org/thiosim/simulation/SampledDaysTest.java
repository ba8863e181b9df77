package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampledDaysTest {

    @Test
    void aDayIsSampledEveryQuarterOfAnHourWithBothEnds() {
        List<Double> hours = SampledDays.hours(List.of(new TimeWindow(144, 168)));
        assertThat(hours).hasSize(97).startsWith(144.0, 144.25).endsWith(167.75, 168.0);
    }

    @Test
    void aWeekIsSampledAsFinelyAsADay() {
        List<Double> hours = SampledDays.hours(List.of(new TimeWindow(168, 336)));
        assertThat(hours).hasSize(7 * 96 + 1).startsWith(168.0, 168.25).endsWith(335.75, 336.0);
    }

    @Test
    void onlyObservablesThatSwingByMoreThanHalfAreKept() {
        List<TimeCourse> kept =
                SampledDays.swinging(List.of(day("plasma", 10, 0.1), day("6-TGN", 220, 206), day("6-MMPR", 100, 60)));
        assertThat(kept).extracting(TimeCourse::observable).containsExactly("plasma");
    }

    @Test
    void aChangeFromDayToDayIsNoSwing() {
        double[] hours = {0, 12, 24, 1000, 1012, 1024};
        double[] values = {100, 100, 100, 3, 3, 3};
        assertThat(SampledDays.swinging(List.of(new TimeCourse("a", "XO activity", "%", hours, values))))
                .isEmpty();
    }

    private static TimeCourse day(String observable, double high, double low) {
        double[] hours = IntStream.rangeClosed(0, 24).mapToDouble(i -> i).toArray();
        double[] values = IntStream.rangeClosed(0, 24)
                .mapToDouble(i -> i < 6 ? high : low)
                .toArray();
        return new TimeCourse("a", observable, "x", hours, values);
    }
}
