package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TapeListingTest {

    @Test
    void everyLineIsOneOperationOnNamesAndNumbers() {
        Tape tape = Tape.of(
                List.of("k", "v"),
                List.of("a"),
                List.of(Expression.parse("-k / v * a"), Expression.parse("exp(a) + 2"), Expression.parse("k")));

        assertThat(TapeListing.of(tape, List.of("k", "v"), List.of("a"), k -> "y" + k))
                .containsExactly(
                        "once for each patient:",
                        "  t3 = -k",
                        "  t4 = t3 / v",
                        "each time:",
                        "  t5 = a * t4",
                        "  t6 = exp(a)",
                        "  t8 = t6 + 2.0",
                        "  y0 = t5",
                        "  y1 = t8",
                        "  y2 = k");
    }
}
