package org.thiosim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0",
        "-0.0, 3, 0",
        "1, 6, 1",
        "100, 2, 100",
        "-2.50, 6, -2.5",
        "0.125, 2, 0.12",
        "0.375, 2, 0.38",
        "1234567.891, 8, 1234567.9",
        "9999999, 7, 9999999",
        "9999999.6, 7, 1e7",
        "12345678, 3, 1.23e7",
        "1e-4, 3, 0.0001",
        "9.9999e-5, 3, 0.0001",
        "9.99e-5, 3, 9.99e-5",
        "1.2344e-9, 4, 1.234e-9",
        "-1e300, 4, -1e300",
        "4.9e-324, 2, 4.9e-324",
        "0.1, 17, 0.10000000000000001",
        "NaN, 3, NaN",
        "Infinity, 3, Infinity",
        "-Infinity, 3, -Infinity",
    })
    void numbersAreRoundedAndLaidOut(double value, int digits, String text) {
        assertThat(Numbers.format(value, digits)).isEqualTo(text);
    }

    @Test
    void atLeastOneDigitIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.format(1, 0))
                .withMessageContaining("not 0");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "8e8, 8e8", "2e-3, 0.002", "1e23, 1e23", "0.30000000000000004, 0.30000000000000004"})
    void shortestTextHasNoDigitTooMany(double value, String text) {
        assertThat(Numbers.shortest(value)).isEqualTo(text);
    }

    @Test
    void shortestTextReadsBackToTheSameNumber() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numbers.shortest(value))).isEqualTo(value);
            }
        }
    }
}
