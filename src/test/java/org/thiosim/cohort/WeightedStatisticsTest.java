package org.thiosim.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.random.RandomStream;

class WeightedStatisticsTest {

    @Test
    void equalWeightsGiveHazensQuantiles() {
        WeightedQuantiles sample = WeightedQuantiles.of(true);
        for (double v : new double[] {4, 1, 3, 2}) {
            sample.add(v, 1);
        }
        assertThat(sample.quantile(0.5)).isEqualTo(2.5);
        assertThat(sample.quantile(0.25)).isEqualTo(1.5);
        assertThat(sample.quantile(0.05)).isEqualTo(1);
        assertThat(sample.effective()).isEqualTo(4);
    }

    @Test
    void aPatientWhoCountsTwiceIsTwoPatients() {
        WeightedMean twice = new WeightedMean();
        twice.add(1, 2);
        twice.add(4, 1);

        assertThat(twice.mean()).isEqualTo(2);
        assertThat(twice.effective()).isEqualTo(1.8, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void weightedQuantilesOfAnEnrichedSampleAreThoseOfThePopulation(long seed) {
        WeightedQuantiles exact = WeightedQuantiles.of(true);
        WeightedQuantiles binned = WeightedQuantiles.of(false);
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            boolean rare = i % 2 == 0;
            double value = Math.exp((rare ? 3 : 1) + 0.4 * new RandomStream(seed, i, "value").normal(0));
            double weight = rare ? 0.1 / 0.5 : 0.9 / 0.5;
            exact.add(value, weight);
            binned.add(value, weight);
        }
        assertThat(exact.quantile(0.45)).isEqualTo(Math.exp(1), within(0.04));
        assertThat(exact.quantile(0.95)).isEqualTo(Math.exp(3), within(0.5));
        for (double p : CohortSummary.quantiles()) {
            assertThat(binned.quantile(p)).isCloseTo(exact.quantile(p), within(0.004 * exact.quantile(p)));
        }
    }

    @Test
    void binsTakeValuesOfEveryMagnitude() {
        WeightedQuantiles binned = WeightedQuantiles.of(false);
        for (int exponent = -12; exponent <= 12; exponent++) {
            binned.add(Math.pow(10, exponent), 1);
        }
        binned.add(0, 1);
        binned.add(Double.NaN, 1);

        assertThat(binned.count()).isEqualTo(26);
        assertThat(binned.quantile(0)).isZero();
        assertThat(binned.quantile(0.5)).isCloseTo(0.1, within(0.00025));
        assertThat(binned.quantile(0.52)).isCloseTo(1, within(0.0025));
        assertThat(binned.quantile(1)).isCloseTo(1e12, within(2.5e9));
    }

    @Test
    void wilsonsIntervalIsThatOfTheLiterature() {
        Proportion p = Proportion.of(0.1, 50, 50);

        assertThat(p.low()).isEqualTo(0.0435, within(1e-4));
        assertThat(p.high()).isEqualTo(0.2136, within(1e-4));
    }

    @Test
    void aStandardErrorIsThatOfAPairedDifference() {
        WeightedMean d = new WeightedMean();
        for (double x : new double[] {1, 2, 3, 4, 5}) {
            d.add(x, 1);
        }
        assertThat(d.standardError()).isEqualTo(Math.sqrt(2.0 / 5), within(1e-12));
        assertThat(d.sd()).isEqualTo(Math.sqrt(2.5), within(1e-12));
    }
}
