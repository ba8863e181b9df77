package org.thiosim.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "5.42e-20, < 0.01 %",
        "-5.42e-20, > -0.01 %",
        "0.0025, 0.25 %",
        "0.3795, 38.0 %",
        "-0.123, -12.3 %",
        "0.99999, > 99.99 %",
        "0.9999999999999, 100 %",
        "1, 100 %",
        "NaN, –"
    })
    void sharesAreFineOnlyNearNothingAndEverything(double share, String text) {
        assertThat(Percent.of(share)).isEqualTo(text);
    }
}
