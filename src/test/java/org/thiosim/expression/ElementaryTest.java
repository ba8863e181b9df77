package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final int SAMPLES = 200_000;

    @Test
    void expIsWithinTwoUnitsInTheLastPlace() {
        Random random = new Random(1);
        for (int i = 0; i < SAMPLES; i++) {
            double x = -700 + 1400 * random.nextDouble();
            assertThat(ulps(Elementary.exp(x), StrictMath.exp(x)))
                    .as("exp(%s)", x)
                    .isLessThanOrEqualTo(2);
            double small = x / 1000;
            assertThat(ulps(Elementary.exp(small), StrictMath.exp(small)))
                    .as("exp(%s)", small)
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void lnIsWithinTwoUnitsInTheLastPlace() {
        Random random = new Random(2);
        for (int i = 0; i < SAMPLES; i++) {
            double x = StrictMath.exp(-600 + 1200 * random.nextDouble());
            assertThat(ulps(Elementary.ln(x), StrictMath.log(x)))
                    .as("ln(%s)", x)
                    .isLessThanOrEqualTo(2);
            double near = 0.5 + 1.5 * random.nextDouble();
            assertThat(ulps(Elementary.ln(near), StrictMath.log(near)))
                    .as("ln(%s)", near)
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void powersOfTheModelsAreExactToFourteenDigits() {
        Random random = new Random(3);
        for (int i = 0; i < SAMPLES; i++) {
            double base = StrictMath.exp(-12 + 24 * random.nextDouble());
            for (double exponent : new double[] {2.05, 2.75, 0.161, 0.79, 0.75, -0.25, 1.16}) {
                double expected = StrictMath.pow(base, exponent);
                assertThat(Math.abs(Elementary.power(base, exponent) / expected - 1))
                        .isLessThan(1e-14);
            }
        }
    }

    @Test
    void limitsAreThoseOfTheFunctions() {
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(-1e300)).isPositive().isLessThan(1e-300);
        assertThat(Elementary.exp(1e300)).isInfinite();
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.ln(1)).isZero();
        assertThat(Elementary.ln(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.ln(-1)).isNaN();
        assertThat(Elementary.ln(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Elementary.power(0, 2.05)).isZero();
        assertThat(Elementary.power(0, 0)).isEqualTo(1);
        assertThat(Elementary.power(-2, 3)).isEqualTo(-8);
        assertThat(Elementary.power(-2, 0.5)).isNaN();
        assertThat(Elementary.power(2, -2)).isEqualTo(0.25);
    }

    private static double ulps(double found, double expected) {
        return Math.abs(found - expected) / Math.ulp(expected);
    }
}
