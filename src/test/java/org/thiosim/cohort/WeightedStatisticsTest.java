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
        assertThat(d.sd()).isEqualTo(Math.sqrt(2.5), within(1e-12));
        assertThat(d.standardError()).isEqualTo(Math.sqrt(2.5 / 5), within(1e-12));
    }

    private static WeightedMean differences(int up, int down, int same) {
        WeightedMean d = new WeightedMean();
        for (int i = 0; i < up + down + same; i++) {
            d.add(i < up ? 1 : i < up + down ? -1 : 0, 0.25);
        }
        return d;
    }

    @Test
    void aPairedRiskDifferenceHasTheIntervalOfBonettAndPrice() {
        CohortSummary.Interval found = CohortSummary.Interval.paired(differences(9, 2, 49));

        assertThat(found.estimate()).isEqualTo(7 / 60.0, within(1e-12));
        assertThat(found.low()).isEqualTo(0.0024, within(5e-5));
        assertThat(found.high()).isEqualTo(0.2234, within(5e-5));
    }

    @Test
    void aRiskDifferenceIsUncertainThoughNobodyDiffersAndWhereThereIsOnePatient() {
        CohortSummary.Interval nobody = CohortSummary.Interval.paired(differences(0, 0, 100));
        CohortSummary.Interval one = CohortSummary.Interval.paired(differences(1, 0, 0));

        assertThat(nobody.estimate()).isZero();
        assertThat(nobody.high()).isEqualTo(0.0272, within(5e-5)).isEqualTo(-nobody.low());
        assertThat(one.estimate()).isEqualTo(1);
        assertThat(one.low()).isEqualTo(-0.7335, within(5e-5));
        assertThat(one.high()).isEqualTo(1);
    }

    @Test
    void theMeanOfOnePatientHasNoInterval() {
        CohortSummary.Interval one = CohortSummary.Interval.of(differences(1, 0, 0));

        assertThat(one.estimate()).isEqualTo(1);
        assertThat(one.hasLimits()).isFalse();
    }
}
