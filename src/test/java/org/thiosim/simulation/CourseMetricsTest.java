package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseMetricsTest {

    @Test
    void ninetyPercentOfAnExponentialRiseTakesLn10OverTheRate() {
        CourseMetrics course = course(100, t -> 5 * (1 - Math.exp(-0.2 * t)));

        assertThat(course.timeTo90PercentOfPlateau()).isPresent();
        assertThat(course.timeTo90PercentOfPlateau().getAsDouble()).isCloseTo(Math.log(10) / 0.2, within(0.1));
    }

    @Test
    void aFallToANewPlateauCountsAsWell() {
        CourseMetrics course = course(100, t -> 2 + 8 * Math.exp(-0.2 * t));

        assertThat(course.timeTo90PercentOfPlateau().getAsDouble()).isCloseTo(Math.log(10) / 0.2, within(0.1));
    }

    @Test
    void aCourseThatStillDriftsHasNoPlateau() {
        assertThat(course(20, t -> 5 * (1 - Math.exp(-0.02 * t))).timeTo90PercentOfPlateau())
                .isEmpty();
    }

    @Test
    void aFlatCourseOrOneOfZerosHasNoPlateauTime() {
        assertThat(course(100, t -> 3).timeTo90PercentOfPlateau()).isEmpty();
        assertThat(course(100, t -> 0).timeTo90PercentOfPlateau()).isEmpty();
    }

    @Test
    void aCourseWithAMissingValueHasNeitherPlateauTimeNorHalfLife() {
        assertThat(course(100, t -> t == 11 ? Double.NaN : 5 * (1 - Math.exp(-0.2 * t)))
                        .timeTo90PercentOfPlateau())
                .isEmpty();
        assertThat(course(60, t -> t == 50 ? Double.NaN : 7 * Math.exp(-0.1 * t))
                        .halfLife())
                .isEmpty();
        assertThat(new CourseMetrics(new double[0], new double[0]).timeTo90PercentOfPlateau())
                .isEmpty();
    }

    @Test
    void theHalfLifeOfAnExponentialFallIsLn2OverTheRate() {
        assertThat(course(60, t -> 7 * Math.exp(-0.1 * t)).halfLife().getAsDouble())
                .isCloseTo(Math.log(2) / 0.1, within(1e-9));
    }

    @Test
    void theFastPhaseOfATwoPhaseFallIsNotCounted() {
        assertThat(course(200, t -> 100 * Math.exp(-t) + 5 * Math.exp(-0.01 * t))
                        .halfLife()
                        .getAsDouble())
                .isCloseTo(Math.log(2) / 0.01, within(0.5));
    }

    @Test
    void theFallIsCountedFromTheHighestValue() {
        assertThat(course(80, t -> t < 3 ? t : 3 * Math.exp(-0.1 * (t - 3)))
                        .halfLife()
                        .getAsDouble())
                .isCloseTo(Math.log(2) / 0.1, within(1e-9));
    }

    @Test
    void aRiseHasNoHalfLife() {
        assertThat(course(60, t -> 1 + t).halfLife()).isEmpty();
    }

    private static CourseMetrics course(int n, DoubleUnaryOperator value) {
        double[] hours = IntStream.rangeClosed(0, n).mapToDouble(i -> i).toArray();
        return new CourseMetrics(
                hours, java.util.Arrays.stream(hours).map(value).toArray());
    }
}
