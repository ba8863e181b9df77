package org.thiosim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thiosim.cohort.Proportion;

class CohortFindingsTest {
    private static final Optional<Proportion> LOW = share(0.10, 0.08, 0.12);
    private static final Optional<Proportion> NEAR = share(0.11, 0.09, 0.13);
    private static final Optional<Proportion> HIGH = share(0.40, 0.35, 0.45);

    private static Optional<Proportion> share(double value, double low, double high) {
        return Optional.of(new Proportion(100, 100, value, low, high));
    }

    @Test
    void moreOfAGoalAndLessOfAHarmIsBest() {
        assertThat(CohortFindings.best(List.of(LOW, HIGH), true)).hasValue(1);
        assertThat(CohortFindings.best(List.of(LOW, HIGH), false)).hasValue(0);
    }

    @Test
    void noArmIsBestWithinItsInterval() {
        assertThat(CohortFindings.best(List.of(LOW, NEAR), true)).isEmpty();
        assertThat(CohortFindings.best(List.of(HIGH, LOW, NEAR), false)).isEmpty();
        assertThat(CohortFindings.best(List.of(LOW), false)).isEmpty();
        assertThat(CohortFindings.best(List.of(HIGH, Optional.empty()), true)).isEmpty();
    }
}
