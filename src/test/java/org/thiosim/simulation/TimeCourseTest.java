package org.thiosim.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeCourseTest {
    @Test
    void onlySamplesWithAFiniteValueAreShown() {
        double[] values = {1, Double.NaN, Double.POSITIVE_INFINITY, 4};
        TimeCourse shown = new TimeCourse("a", "urate", "mmol/L", new double[] {0, 1, 2, 3}, values).shown();

        assertThat(shown.hours()).containsExactly(0, 3);
        assertThat(shown.values()).containsExactly(1, 4);
    }
}
