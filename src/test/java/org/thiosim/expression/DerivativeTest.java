package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivativeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 | 0
            y | 0
            x | 1
            -x | -1
            [x] | 0
            x + y | 1
            y - x | -1
            3 * x | 3
            x * y | y
            x / y | 1 / y
            y / x | -(y / x^2)
            x^2 | 2 * x
            x^3 | 3 * x^2
            x^1 | 1
            x^0 | 0
            x^-1 | -x^-2
            x^n | n * x^(n - 1)
            2^x | 2^x * 0.6931471805599453
            x^x | x * x^(x - 1) + x^x * ln(max(x, 5e-324))
            exp(2 * x) | exp(2 * x) * 2
            ln(x) | 1 / x
            sqrt(x) | 1 / (2 * sqrt(x))
            logistic(x) | logistic(x) * (1 - logistic(x))
            logistic(y) | 0
            x * exp(y) | exp(y)
            """)
    void derivativesAreSimplified(String text, String derivative) {
        assertThat(Expression.parse(text).derivative("x")).hasToString(derivative);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            min(x, 2) | 1 | 1
            min(x, 2) | 2 | 1
            min(x, 2) | 3 | 0
            min(2, x) | 3 | 0
            min(2, x) | 1 | 1
            max(x, 2) | 1 | 0
            max(x, 2) | 3 | 1
            max(2 * x, 5 * x, 3 * x) | 1 | 5
            max(2 * x, 5 * x, 3 * x) | -1 | 2
            min(2 * x, 5 * x, 3 * x) | -1 | 5
            clip(x, 0, 1) | -1 | 0
            clip(x, 0, 1) | 0 | 1
            clip(x, 0, 1) | 0.5 | 1
            clip(x, 0, 1) | 1 | 1
            clip(x, 0, 1) | 2 | 0
            clip(7, x, 3 * x) | 1 | 3
            clip(0, x, 3 * x) | 1 | 1
            clip(2, x, 3 * x) | 1 | 0
            x^1.5 | 0 | 0
            x^2 | 0 | 0
            x^2.05 | 0 | 0
            x^1.5 | 4 | 3
            (0 * x)^x | 2 | 0
            (x - 2)^(x / 2) | 2 | 1
            (x - 2)^x | 2 | 0
            """)
    void cornersAndZeroHaveDefinedDerivatives(String text, double x, double slope) {
        assertThat(Expression.parse(text).derivative("x").evaluate(key -> x)).isEqualTo(slope);
    }

    @Test
    void aReferenceIsDifferentiatedByItsKeyInBrackets() {
        assertThat(Expression.parse("2 * [x] * x").derivative("[x]")).hasToString("2 * x");
        assertThat(Expression.parse("2 * [x] * x").derivative("x")).hasToString("2 * [x]");
    }

    @Test
    void theDerivativeOfAStepIsZero() {
        Expression kink = Expression.parse("max(x, 0)").derivative("x");
        assertThat(kink).hasToString("step(x)");
        assertThat(kink.derivative("x")).hasToString("0");
    }
}
