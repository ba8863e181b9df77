package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.thiosim.chart.Panels.WEEK;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

class TellingPhaseTest {
    @Test
    void lastOfPhasesThatAreEquallyTellingIsTakenAsItsLevelsAreNearestToSteady() {
        RunRecord run = run(arm("a", 0, 24, h -> 100), arm("b", 0, 24, h -> h < 4 * WEEK ? 150 : 300));
        assertThat(TellingPhase.of(run)).isEqualTo(weeks(12, 24));
    }

    @Test
    void phaseInWhichTheArmsDifferIsTakenAlsoWhereItIsNotTheLast() {
        RunRecord run = run(arm("a", 0, 24, h -> 100), arm("b", 0, 24, h -> h > 4 * WEEK && h < 13 * WEEK ? 300 : 100));
        assertThat(TellingPhase.of(run)).isEqualTo(weeks(4, 12));
    }

    @Test
    void ofPhasesInWhichAnArmHasStoppedTheFirstIsTaken() {
        RunRecord run = run(
                arm("at-once", 0, 4, h -> h <= 4 * WEEK ? 100 : 100 * StrictMath.exp(-(h - 4 * WEEK) / 100)),
                arm("by-steps", 0, 24, h -> 100));
        assertThat(TellingPhase.of(run)).isEqualTo(weeks(4, 12));
    }

    @Test
    void armThatHasNotBegunIsNotOneThatHasStopped() {
        RunRecord run = run(arm("at-once", 0, 24, h -> 100), arm("late", 12, 24, h -> h <= 12 * WEEK ? 0 : 100));
        assertThat(TellingPhase.of(run)).isEqualTo(weeks(4, 12));
    }

    @Test
    void ofACrossoverTheLastPeriodIsTaken() {
        RunRecord run = run(
                arm("first", 0, 12, h -> h <= 12 * WEEK ? 100 : 1),
                arm("second", 12, 24, h -> h <= 12 * WEEK ? 0 : 100));
        assertThat(TellingPhase.of(run)).isEqualTo(weeks(12, 24));
    }

    private record Arm(RunRecord.Treatment treatment, TimeCourse course) {}

    private static Arm arm(String name, double from, double until, DoubleUnaryOperator level) {
        RunRecord.Dosing dosing = new RunRecord.Dosing("azathioprine", from * WEEK, until * WEEK, "150 mg daily", "");
        return new Arm(
                new RunRecord.Treatment(name, List.of(dosing), List.of(), Map.of(), Map.of()),
                Panels.curve(name, 24 * WEEK, 337, level));
    }

    private static TimeWindow weeks(double from, double until) {
        return new TimeWindow(from * WEEK, until * WEEK);
    }

    private static RunRecord run(Arm... arms) {
        double[] borders = {0, 4, 12, 24};
        List<TimeWindow> phases = IntStream.range(1, borders.length)
                .mapToObj(i -> weeks(borders[i - 1], borders[i]))
                .toList();
        return new RunRecord(
                new Scenario.Head("a-run", "A run", "A lesson."),
                phases,
                Stream.of(arms).map(Arm::treatment).toList(),
                List.of(new RunRecord.Shown("6-TGN", "thioguanine nucleotides", Panels.UNIT, Optional.empty())),
                new RunRecord.Curves(Stream.of(arms).map(Arm::course).toList(), List.of(), List.of()),
                new RunRecord.Network(Map.of(), Map.of(), List.of()));
    }
}
