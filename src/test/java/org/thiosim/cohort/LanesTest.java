package org.thiosim.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.simulation.LaneKernels;
import org.thiosim.simulation.OneByOne;

/** Lanes at a cohort's tolerance against every patient by itself at a tight one. */
class LanesTest {

    @ParameterizedTest
    @CsvSource({"allopurinol-switch, 8, 3e-5", "guided-versus-unguided, 8, 3e-5", "paediatric-all, 8, 3e-4"})
    void weeklyLevelsAreRightToTheErrorStated(String scenario, int patients, double error) {
        CohortBlock fast =
                Cohorts.of(scenario, patients, 3).block(0, LaneKernels.of(8).get(), patients);
        CohortBlock exact = Cohorts.of(scenario, patients, 3, "solver={relative: 2e-6, peak-share: 0}")
                .block(0, new OneByOne(), patients);

        int compared = 0;
        for (int a = 0; a < exact.arms().size(); a++) {
            double[][][] expected = exact.arms().get(a).values();
            double[][][] found = fast.arms().get(a).values();
            for (int i = 0; i < expected.length; i++) {
                for (int o = 0; o < expected[i].length; o++) {
                    for (int k = 0; k < expected[i][o].length; k++) {
                        double value = expected[i][o][k];
                        if (!Double.isNaN(value)) {
                            assertThat(found[i][o][k])
                                    .as("observable %s of patient %s at sample %s", o, i, k)
                                    .isCloseTo(value, within(error * Math.abs(value) + 1e-9));
                            compared++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }
}
