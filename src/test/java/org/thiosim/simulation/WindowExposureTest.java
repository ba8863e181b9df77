package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thiosim.units.Range;

class WindowExposureTest {

    @Test
    void theTopOfAParabolaIsFoundBetweenNodes() {
        WindowExposure exposure = new WindowExposure(Range.EVERYTHING);
        for (double t = 0; t <= 4; t += 0.8) {
            exposure.add(t, 9 - (t - 2.1) * (t - 2.1), 0, t > 0);
        }
        assertThat(exposure.max()).isCloseTo(9, within(1e-12));
        assertThat(exposure.timeOfMax()).isCloseTo(2.1, within(1e-12));
    }

    @Test
    void ofPeaksThatAreEqualButForNoiseTheFirstCounts() {
        WindowExposure exposure = new WindowExposure(Range.EVERYTHING);
        double[] values = {0, 4, 9, 4, 0, 4, 9 + 1e-7, 4, 0, 4, 9 + 2e-7, 4};
        for (int k = 0; k < values.length; k++) {
            exposure.add(k, values[k], 0, k > 0);
        }

        assertThat(exposure.timeOfMax()).isCloseTo(2, within(1e-6));
        assertThat(exposure.max()).isCloseTo(9 + 2e-7, within(1e-12));
    }

    @Test
    void theTimeOfTheMaximumOfARiseIsItsEnd() {
        WindowExposure exposure = new WindowExposure(Range.EVERYTHING);
        for (int k = 0; k <= 100; k++) {
            exposure.add(k, 1 - StrictMath.exp(-0.05 * k), 0, k > 0);
        }

        assertThat(exposure.timeOfMax()).isEqualTo(100);
    }

    @Test
    void timeInTheWindowCountsTheCrossingParts() {
        WindowExposure exposure = new WindowExposure(new Range(2, 6));
        exposure.add(0, 0, 0, false);
        exposure.add(10, 10, 0, true);

        assertThat(exposure.timeInRange()).isCloseTo(4, within(1e-12));
    }

    @Test
    void aJumpBetweenStepsIsNotTakenForAPeakInBetween() {
        WindowExposure exposure = new WindowExposure(Range.EVERYTHING);
        exposure.add(0, 1, 0, false);
        exposure.add(1, 0.5, 0, true);
        exposure.add(1, 8, 0, true);
        exposure.add(2, 4, 0, true);
        exposure.add(3, 2, 0, true);

        assertThat(exposure.max()).isEqualTo(8);
        assertThat(exposure.timeOfMax()).isEqualTo(1);
        assertThat(exposure.min()).isEqualTo(0.5);
        assertThat(exposure.end()).isEqualTo(2);
    }

    @Test
    void aMissingValueMakesTheWindowInvalid() {
        WindowExposure exposure = new WindowExposure(Range.EVERYTHING);
        exposure.add(0, 1, 0, false);
        exposure.add(1, Double.NaN, 0, true);
        exposure.add(2, 1, 0, true);

        assertThat(exposure.isValid()).isFalse();
    }
}
