package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Expression X = Expression.symbol("x");

    private static Expression number(double value) {
        return Expression.constant(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 + 3 * 4 | 14
            2^3^2 | 512
            -2^2 | -4
            10 - 4 - 3 | 3
            16 / 4 / 2 | 2
            0^0.75 | 0
            0^2 | 0
            0^0 | 1
            2^-1 | 0.5
            2^-3 | 0.125
            min(3, 1, 2) | 1
            max(3, 1, 2) | 3
            clip(5, 0, 1) | 1
            clip(-5, 0, 1) | 0
            clip(0.5, 0, 1) | 0.5
            logistic(0) | 0.5
            logistic(1000) | 1
            logistic(-1000) | 0
            sqrt(9) | 3
            exp(0) | 1
            ln(1) | 0
            1 d / 1 h | 24
            (140 kg / 70 kg)^1 | 2
            10 mg / 5 g | 0.002
            """)
    void formulasHaveTheValuesComputedByHand(String text, double value) {
        assertThat(Expression.parse(text).evaluate(key -> Double.NaN))
                .isCloseTo(value, Offset.offset(1e-15 * Math.abs(value)));
    }

    @Test
    void gutWallOxidationIsEvaluatedInCanonicalUnits() {
        Expression k = Expression.parse("r-gut * xo-activity * q-gut-wall * (weight / 70 kg)^0.75 / v-gut-wall");
        Map<String, Double> child =
                Map.of("r-gut", 3.746, "xo-activity", 1.0, "q-gut-wall", 18.0, "weight", 35.0, "v-gut-wall", 1.7);
        assertThat(k.evaluate(child::get)).isCloseTo(23.58407569, Percentage.withPercentage(1e-6));
        assertThat(k.symbols()).containsExactly("r-gut", "xo-activity", "q-gut-wall", "weight", "v-gut-wall");
    }

    @Test
    void buildersSimplify() {
        Expression zero = number(0);
        Expression one = number(1);
        assertThat(Expression.sum(zero, X)).isEqualTo(X);
        assertThat(Expression.sum(X, zero)).isEqualTo(X);
        assertThat(Expression.sum(X, Expression.negation(X))).hasToString("x - x");
        assertThat(Expression.difference(X, zero)).isEqualTo(X);
        assertThat(Expression.difference(zero, X)).hasToString("-x");
        assertThat(Expression.difference(X, number(-2))).hasToString("x + 2");
        assertThat(Expression.product(zero, X)).isEqualTo(zero);
        assertThat(Expression.product(X, one)).isEqualTo(X);
        assertThat(Expression.product(number(-1), X)).hasToString("-x");
        assertThat(Expression.product(number(-2), number(-3))).hasToString("6");
        assertThat(Expression.quotient(zero, X)).isEqualTo(zero);
        assertThat(Expression.quotient(X, one)).isEqualTo(X);
        assertThat(Expression.quotient(X, number(-4))).hasToString("-(x / 4)");
        assertThat(Expression.quotient(one, zero)).hasToString("1 / 0");
        assertThat(Expression.power(X, one)).isEqualTo(X);
        assertThat(Expression.power(X, zero)).isEqualTo(one);
        assertThat(Expression.power(number(2), number(10))).hasToString("1024");
        assertThat(Expression.negation(Expression.negation(X))).isEqualTo(X);
        assertThat(Expression.call(FormulaFunction.MAX, number(2), number(3))).hasToString("3");
        assertThat(Expression.call(FormulaFunction.LN, zero)).hasToString("ln(0)");
        assertThat(number(-0.0)).isEqualTo(zero);
    }

    @Test
    void foldingLeavesQuantitiesWithUnitsAlone() {
        assertThat(Expression.product(number(2), Expression.parse("70 kg"))).hasToString("2 * 70 kg");
        assertThat(Expression.product(Expression.parse("1 kg"), X)).hasToString("1 kg * x");
        assertThat(Expression.parse("(70 kg)^2")).hasToString("(70 kg)^2");
    }

    @Test
    void substitutionReplacesNamesAndReferencesAlike() {
        Expression e = Expression.parse("x * min([6-TGN], y) - -x");
        assertThat(e.substitute(key -> switch (key) {
                    case "x" -> Optional.of(Expression.parse("a + b"));
                    case "[6-TGN]" -> Optional.of(Expression.parse("tgn / v"));
                    default -> Optional.empty();
                }))
                .hasToString("(a + b) * min(tgn / v, y) - -(a + b)");
    }

    @Test
    void integerPowersUpToEightAreProductsAndLargerOnesExponentials() {
        Expression eighth = Expression.parse("x^8");
        Expression ninth = Expression.parse("x^9");
        for (int i = 1; i <= 200; i++) {
            double x = 0.013 * i;
            double product = x * x * x * x * x * x * x * x;
            assertThat(eighth.evaluate(key -> x)).isEqualTo(product);
            assertThat(ninth.evaluate(key -> x) / StrictMath.pow(x, 9)).isCloseTo(1, within(1e-13));
        }
    }

    @Test
    void nameSetsCannotBeChanged() {
        var names = X.symbols();
        assertThatThrownBy(() -> names.add("y")).isInstanceOf(UnsupportedOperationException.class);
    }
}
