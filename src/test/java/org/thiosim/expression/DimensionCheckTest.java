package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.units.Dimension;
import org.thiosim.units.Unit;

class DimensionCheckTest {

    private static final Map<String, Dimension> KNOWN = Map.of(
            "weight", Dimension.MASS,
            "dose", Dimension.AMOUNT,
            "v", Dimension.VOLUME,
            "q-gut", Unit.parse("L/h").dimension(),
            "k", Unit.parse("1/h").dimension(),
            "age", Dimension.TIME,
            "n", Dimension.NONE,
            "[6-TGN]", Unit.parse("pmol/8e8 RBC").dimension());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            n * q-gut * (weight / 70 kg)^0.75 / v | 1/time
            dose / v | amount/volume
            55 kg * weight / 70 kg | mass
            k + q-gut / v | 1/time
            -k - 0 | 1/time
            0 + k | 1/time
            max(0, k) | 1/time
            min(k, 0, 1 1/d) | 1/time
            clip(weight, 0, 100 kg) | mass
            clip(0, 0, 0) | dimensionless
            0 - 0 | dimensionless
            -0 + k | 1/time
            0 * k | 1/time
            exp(-k * age) | dimensionless
            ln([6-TGN] / 235 pmol/8e8 RBC) | dimensionless
            logistic(n) | dimensionless
            sqrt(weight * weight) | mass
            v^2 | volume^2
            v^-1 | 1/volume
            (v^2)^0.5 | volume
            (v^3)^(2/3) | volume^2
            v^0 | dimensionless
            n^k^0 | dimensionless
            n^n | dimensionless
            exp(0) | dimensionless
            """)
    void aSoundFormulaHasADimension(String text, String dimension) {
        assertThat(DimensionCheck.of(Expression.parse(text), KNOWN)).hasToString(dimension);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            n * (weight + age) | 5 | cannot add 'weight' (mass) and 'age' (time) in 'weight + age'
            k - 1 | 0 | cannot subtract 'k' (1/time) and '1' (dimensionless) in 'k - 1'
            1 + max(0, k, v) | 4 | cannot compare 'k' (1/time) and 'v' (volume) in 'max(0, k, v)'
            clip(n, 0, 1 h) | 0 | cannot compare 'n' (dimensionless) and '1 h' (time) in 'clip(n, 0, 1 h)'
            exp(age) | 0 | the argument of exp must be dimensionless, but 'age' is time in 'exp(age)'
            2 * ln(dose) | 4 | the argument of ln must be dimensionless, but 'dose' is amount in 'ln(dose)'
            logistic(k) | 0 | the argument of logistic must be dimensionless, but 'k' is 1/time in 'logistic(k)'
            n^age | 0 | the exponent must be dimensionless, but 'age' is time in 'n^age'
            v^n | 0 | the exponent of 'v' (volume) must be a number in 'v^n', or its base must be dimensionless
            weight^0.75 | 0 | 'weight' (mass) cannot be raised to 0.75 in 'weight^0.75'; divide it by a reference value first, as in (weight / 70 kg)^0.75
            sqrt(v) | 0 | 'v' (volume) cannot be raised to 0.5 in 'sqrt(v)'; divide it by a reference value first, as in (weight / 70 kg)^0.75
            n + wieght | 4 | unknown name 'wieght'; did you mean 'weight'?
            weight-age | 0 | unknown name 'weight-age'; if you mean weight minus age, write 'weight - age' with spaces
            q-gut-v | 0 | unknown name 'q-gut-v'; did you mean 'q-gut'? If you mean q-gut minus v, write 'q-gut - v' with spaces
            [6-TG] | 0 | unknown name '[6-TG]'; did you mean '[6-TGN]'?
            """)
    void anUnsoundFormulaIsExplained(String text, int offset, String message) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> DimensionCheck.of(Expression.parse(text), KNOWN))
                .withMessage(message)
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @Test
    void anUnknownHyphenatedNameAlwaysHintsAtSubtraction() {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> DimensionCheck.of(Expression.parse("a-b"), key -> Optional.empty()))
                .withMessage("unknown name 'a-b'; if you mean a minus b, write 'a - b' with spaces");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v^2 | v | volume
            n * v / weight | weight | volume/mass^2
            exp(-k * age) | age | 1/time
            sqrt(v^2) | v | dimensionless
            max(v, 2 L) * k | v | 1/time
            clip(v, 0, 10 L) / v | v | 1/volume
            dose * (v / (v + 3 L))^n | v | amount/volume
            dose * (v / 3 L)^n | n | amount
            """)
    void aDerivativeHasTheDimensionOfTheQuotient(String text, String by, String dimension) {
        assertThat(DimensionCheck.of(Expression.parse(text).derivative(by), KNOWN))
                .hasToString(dimension);
    }
}
