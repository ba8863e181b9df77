package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {
    private static final double DAY = 24;
    private static final double WEEK = 168;

    @Test
    void halfAYearHasATickEveryFourWeeks() {
        TimeAxis axis = TimeAxis.between(0, 24 * WEEK);
        assertThat(axis.title()).isEqualTo("weeks");
        assertThat(labels(axis)).containsExactly("0", "4", "8", "12", "16", "20", "24");
        assertThat(axis.ticks().get(1).hour()).isEqualTo(4 * WEEK);
    }

    @Test
    void aWeekHasATickEveryDay() {
        TimeAxis axis = TimeAxis.between(0, 7 * DAY);
        assertThat(axis.title()).isEqualTo("days");
        assertThat(labels(axis)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void aDayHasATickEveryThreeHours() {
        TimeAxis axis = TimeAxis.between(0, DAY);
        assertThat(axis.title()).isEqualTo("hours");
        assertThat(labels(axis)).containsExactly("0", "3", "6", "9", "12", "15", "18", "21", "24");
    }

    @Test
    void zoomIntoADayFarFromTheStartKeepsItsOwnTicks() {
        TimeAxis axis = TimeAxis.between(23 * WEEK, 23 * WEEK + DAY);
        assertThat(axis.ticks()).hasSizeBetween(4, 11);
        assertThat(axis.ticks()).allMatch(tick -> tick.hour() >= axis.fromHour() && tick.hour() <= axis.untilHour());
    }

    @ParameterizedTest
    @CsvSource({"14, days", "14.1, weeks", "2, days", "1.9, hours", "730, weeks"})
    void unitFollowsTheLength(double days, String title) {
        assertThat(TimeAxis.between(0, days * DAY).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"0.05", "0.5", "1", "1.9", "2", "3", "7", "14", "15", "28", "84", "168", "365", "730", "3650", "20000"})
    void everyLengthHasAFewTicksInside(double days) {
        TimeAxis axis = TimeAxis.between(0, days * DAY);
        assertThat(axis.ticks()).hasSizeBetween(3, 11);
        assertThat(axis.ticks()).allMatch(tick -> axis.share(tick.hour()) <= 1 + 1e-9);
    }

    @Test
    void zoomAroundALateDoseCountsHoursAfterIt() {
        TimeAxis axis = TimeAxis.between(46, 72).since(List.of(0.0, 48.0), 7);
        assertThat(axis.title()).isEqualTo("hours after the dose on day 3");
        assertThat(labels(axis)).containsExactly("0", "4", "8", "12", "16", "20", "24");
        assertThat(axis.ticks().get(0).hour()).isEqualTo(48);
    }

    @Test
    void runOfDaysAndOneThatBeginsWithItsDoseKeepTheirClock() {
        TimeAxis days = TimeAxis.between(0, 72);
        TimeAxis first = TimeAxis.between(0, 24);
        assertThat(days.since(List.of(0.0, 48.0), 7)).isEqualTo(days);
        assertThat(first.since(List.of(0.0), 7)).isEqualTo(first);
    }

    private static List<String> labels(TimeAxis axis) {
        return axis.ticks().stream().map(TimeAxis.Tick::label).toList();
    }
}
