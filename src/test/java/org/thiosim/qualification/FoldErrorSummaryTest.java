package org.thiosim.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldErrorSummaryTest {
    @Test
    void twofoldUpAndTwofoldDownCancelInTheBiasAndNotInTheGmfe() {
        FoldErrorSummary summary = FoldErrorSummary.of(List.of(2.0, 0.5));

        assertThat(summary.gmfe()).isEqualTo(2, within(1e-12));
        assertThat(summary.bias()).isEqualTo(1, within(1e-12));
    }

    @Test
    void handComputedCaseAgrees() {
        FoldErrorSummary summary = FoldErrorSummary.of(List.of(1.0, 1.2, 0.7, 3.0));

        assertThat(summary.n()).isEqualTo(4);
        assertThat(summary.gmfe()).isEqualTo(Math.pow(1.0 * 1.2 / 0.7 * 3.0, 0.25), within(1e-12));
        assertThat(summary.bias()).isEqualTo(Math.pow(1.0 * 1.2 * 0.7 * 3.0, 0.25), within(1e-12));
        assertThat(summary.within125()).isEqualTo(0.5);
        assertThat(summary.within15()).isEqualTo(0.75);
        assertThat(summary.within2()).isEqualTo(0.75);
    }

    @Test
    void limitsThemselvesAreWithin() {
        assertThat(FoldErrorSummary.of(List.of(1.25, 0.8)).within125()).isEqualTo(1);
        assertThat(FoldErrorSummary.of(List.of(2.0, 0.5)).within2()).isEqualTo(1);
    }

    @Test
    void sentenceHasTheFixedShape() {
        assertThat(FoldErrorSummary.of(List.of(1.0, 1.4)))
                .hasToString("n = 2, GMFE 1.18, bias 1.18, within 1.25/1.5/2-fold 50/100/100 %");
        assertThat(FoldErrorSummary.of(List.of())).hasToString("n = 0");
    }

    @Test
    void nonPositiveFoldErrorIsRefused() {
        assertThatThrownBy(() -> FoldErrorSummary.of(List.of(0.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive");
    }
}
