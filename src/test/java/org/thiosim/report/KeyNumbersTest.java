package org.thiosim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

class KeyNumbersTest {
    private static List<KeyNumbers> numbers = List.of();

    @BeforeAll
    static void run() {
        numbers = numbers("allopurinol-interaction");
    }

    private static List<KeyNumbers> numbers(String scenario) {
        SimulationResult result = Simulator.run(ScenarioFile.read(
                        Path.of("scenarios", "single", scenario + ".yaml"),
                        ModelLibrary.in(Path.of("models")),
                        List.of())
                .scenario());
        return KeyNumbers.of(result, RunRecord.of(result));
    }

    @Test
    void levelThatFallsFromWhatThePhaseBeforeLeftHasNoHighest() {
        KeyNumbers mmpr = of("6-MMPR");
        assertThat(mmpr.times()).hasSize(3);
        for (int arm : new int[] {1, 2}) {
            assertThat(mmpr.rows().get(arm).highest().get(0)).isPresent();
            assertThat(mmpr.rows().get(arm).highest().get(1)).isEmpty();
            assertThat(mmpr.rows().get(arm).lowest().get(1)).isPresent();
        }
        assertThat(mmpr.rows().get(0).highest()).allMatch(OptionalDouble::isPresent);
    }

    @Test
    void countThatRecoversHasNoLowest() {
        KeyNumbers count = of("neutrophils");
        KeyNumbers.Row full = count.rows().get(2);
        assertThat(full.lowest().get(1).orElseThrow()).isLessThan(1.1);
        assertThat(full.lowest().get(2)).isEmpty();
    }

    @Test
    void peakOfADoseInAShortPhaseIsKept() {
        KeyNumbers plasma = numbers("single-dose").get(0);
        assertThat(plasma.shown().id()).isEqualTo("6-MP plasma");
        assertThat(plasma.rows())
                .allSatisfy(row -> assertThat(row.highest().get(1).orElseThrow())
                        .isGreaterThan(5 * row.values().get(1).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "500, 400, 300, 200, 100, true",
        "500, 480, 502, 200, 100, true",
        "500, 400, 520, 200, 100, false",
        "0.50, 0.49, 0.48, 0.80, 1.00, false",
        "0.50, 0.55, 0.60, 0.80, 1.00, true",
        "500, 400, 300, 200, 480, false"
    })
    void extremeIsLeftOverOnlyWhereNothingComesToItAgain(
            double start, double second, double third, double fourth, double end, boolean leftOver) {
        double[] values = {start, second, third, fourth, end};
        TimeCourse course =
                new TimeCourse("an-arm", "6-TGN", "pmol/8e8", new double[] {1000, 1048, 1096, 1144, 1192}, values);
        DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
        double extreme = start > end ? range.getMax() : range.getMin();
        assertThat(RunNumbers.isLeftOver(course, new TimeWindow(1000, 1192), extreme))
                .isEqualTo(leftOver);
    }

    @ParameterizedTest
    @CsvSource({
        "228, just below the window",
        "240, at the lower edge of the window",
        "200, below the window",
        "300, in the window",
        "430, at the upper edge of the window",
        "470, just above the window",
        "500, above the window"
    })
    void levelIsJudgedByItsWindow(double level, String verdict) {
        assertThat(of("6-TGN").judged(OptionalDouble.of(level))).hasValue(verdict);
    }

    @Test
    void whatIsWashedOutIsNotBelowItsWindow() {
        assertThat(of("6-TGN").judged(OptionalDouble.of(0.06))).isEmpty();
    }

    private static KeyNumbers of(String observable) {
        return numbers.stream()
                .filter(n -> n.shown().id().equals(observable))
                .findFirst()
                .orElseThrow();
    }
}
