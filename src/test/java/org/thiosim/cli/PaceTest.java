package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void nothingIsForeseenBeforeEveryThreadHasFinishedALot() {
        Pace pace = new Pace(1000, 0, 2);

        assertThat(pace.left(5)).isEmpty();
        pace.finished(100, 10);
        assertThat(pace.left(11)).isEmpty();
        pace.finished(100, 10);
        assertThat(pace.left(11).orElseThrow()).isEqualTo(39, within(1e-9));
    }

    @Test
    void theEarlierHalfOfTheLotsWhichIsSlowIsLeftOut() {
        Pace pace = new Pace(1000, 0, 2);
        pace.finished(100, 10);
        pace.finished(100, 10);
        pace.finished(100, 14);
        pace.finished(100, 14);

        assertThat(pace.rate()).isEqualTo(50, within(1e-9));
        assertThat(pace.left(14).orElseThrow()).isEqualTo(12, within(1e-9));
    }

    @Test
    void theTimeLeftRunsDownBetweenLotsAndWhatWasDoneBeforeCountsNothing() {
        Pace pace = new Pace(1000, 600, 1);
        pace.finished(100, 10);

        assertThat(pace.done()).isEqualTo(700);
        assertThat(pace.left(10).orElseThrow()).isEqualTo(30, within(1e-9));
        assertThat(pace.left(16).orElseThrow()).isEqualTo(24, within(1e-9));
        assertThat(pace.left(99).orElseThrow()).isZero();
    }
}
