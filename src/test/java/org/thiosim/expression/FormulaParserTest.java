package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.units.Dimension;

class FormulaParserTest {

    /** The tree with every operation in braces. */
    private static String shape(Expression e) {
        if (e instanceof Binary b) {
            return "{" + shape(b.left()) + b.operator().symbol() + shape(b.right()) + "}";
        }
        return e instanceof Negation n ? "{-" + shape(n.argument()) + "}" : e.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a + b * c | {a+{b*c}}
            a * b + c | {{a*b}+c}
            a - b - c | {{a-b}-c}
            a - (b - c) | {a-{b-c}}
            a / b / c | {{a/b}/c}
            a / b * c | {{a/b}*c}
            a ^ b ^ c | {a^{b^c}}
            (a ^ b) ^ c | {{a^b}^c}
            -a ^ b | {-{a^b}}
            (-a) ^ b | {{-a}^b}
            a ^ -b | {a^{-b}}
            a ^ -b ^ c | {a^{-{b^c}}}
            -a * b | {{-a}*b}
            a * -b | {a*{-b}}
            a -b | {a-b}
            a - -b | {a-{-b}}
            a+b | {a+b}
            a- b | {a-b}
            --a | {-{-a}}
            2*x^2/y | {{2*{x^2}}/y}
            ((a)) | a
            """)
    void operatorsBindByPrecedence(String text, String shape) {
        assertThat(shape(Expression.parse(text))).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a-b | a-b
            k-xo-gut * v-gut-wall | {k-xo-gut*v-gut-wall}
            a-1 | a-1
            a_-b | a_-b
            a--b | {a-{-b}}
            a-(b) | {a-b}
            2-x | {2-x}
            a -1 | {a-1}
            _a1 | _a1
            a-b -c-d | {a-b-c-d}
            """)
    void aHyphenBetweenNameCharactersBelongsToTheName(String text, String shape) {
        assertThat(shape(Expression.parse(text))).isEqualTo(shape);
    }

    @Test
    void theTwoReadingsOfAHyphenAreDifferentTrees() {
        assertThat(Expression.parse("a-b -c-d"))
                .isEqualTo(new Binary(Operator.MINUS, new Symbol("a-b"), new Symbol("c-d")));
        assertThat(Expression.parse("a-b")).isEqualTo(new Symbol("a-b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            70 kg | 70 | mass | 70 kg
            0.75 | 0.75 | dimensionless | 0.75
            .5 h | 0.5 | time | .5 h
            0.118 1/d | 0.0049166666666666666 | 1/time | 0.118 1/d
            75 mg/m^2 | 7.5e-5 | mass/length^2 | 75 mg/m^2
            70 kg^2 | 70 | mass^2 | 70 kg^2
            1.5e-3 µM | 0.0015 | amount/volume | 1.5e-3 µM
            1 h^-1 | 1 | 1/time | 1 h^-1
            152.18 g/mol | 1.5218e-7 | mass/amount | 152.18 g/mol
            235 pmol/8e8 RBC | 2.9375e-13 | amount/red cells | 235 pmol/8e8 RBC
            235 pmol/8×10⁸ RBC | 2.9375e-13 | amount/red cells | 235 pmol/8×10⁸ RBC
            1290 pmol/8e8 RBC/d | 6.71875e-14 | amount/time/red cells | 1290 pmol/8e8 RBC/d
            100 mL/min/1.73 m^2 | 3.468208092485549 | volume/time/length^2 | 100 mL/min/1.73 m^2
            100 nmol/mmol Hb | 1e-4 | amount/haemoglobin | 100 nmol/mmol Hb
            5.1e-4 fmol/µg DNA | 5.1e-4 | amount/mass | 5.1e-4 fmol/µg DNA
            8602 µg DNA | 8.602e-6 | mass | 8602 µg DNA
            2 L RBC | 2 | volume | 2 L RBC
            1.49 mmol Hb | 1490 | haemoglobin | 1.49 mmol Hb
            4.5 1e9/L | 4.5 | cells/volume | 4.5 1e9/L
            3 % | 0.03 | dimensionless | 3 %
            """)
    void aNumberTakesTheLongestUnitThatFollows(String text, double value, String dimension, String literal) {
        Expression e = Expression.parse(text);
        assertThat(e).isInstanceOf(Constant.class).hasToString(literal);
        Constant constant = (Constant) e;
        assertThat(constant.value()).isCloseTo(value, Percentage.withPercentage(1e-13));
        assertThat(constant.dimension()).hasToString(dimension);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            55 kg * weight / 70 kg | {{55 kg*weight}/70 kg}
            55 kg*weight/70 kg | {{55 kg*weight}/70 kg}
            10 L/v | {10 L/v}
            70 kg / h | {70 kg/h}
            (weight / 70 kg)^0.75 | {{weight/70 kg}^0.75}
            (70 kg)^2 | {70 kg^2}
            2 * 1e9/L | {{2*1e9}/L}
            3 / h | {3/h}
            5 %*x | {5 %*x}
            0.12 1/d+x | {0.12 1/d+x}
            2 kg^x | {2 kg^x}
            1 pmol/8e8 RBC + x | {1 pmol/8e8 RBC+x}
            1 h -x | {1 h-x}
            """)
    void aUnitEndsWhereItsTextStopsBeingAUnit(String text, String shape) {
        assertThat(shape(Expression.parse(text))).isEqualTo(shape);
    }

    @Test
    void callsAndReferencesAreRead() {
        Expression e =
                Expression.parse("logistic( a + b*ln([6-TGN]/235 pmol/8e8 RBC) ) + clip(x, 0, 1) + [ 6-MP plasma ]");
        assertThat(e.symbols()).containsExactly("a", "b", "x");
        assertThat(e.references()).containsExactly("6-TGN", "6-MP plasma");
        assertThat(Expression.parse("min(a, b, c)"))
                .isEqualTo(new Call(FormulaFunction.MIN, List.of(new Symbol("a"), new Symbol("b"), new Symbol("c"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a + | 3 | a number, name or '(' is missing at the end
            a + * b | 4 | a number, name or '(' is missing before '*'
            () | 1 | a number, name or '(' is missing before ')'
            +a | 0 | a number, name or '(' is missing before '+'
            2 x | 2 | 'x' is not a unit; to multiply, write '2 * x'
            70 kgg * w | 3 | 'kgg' is not a unit; did you mean 'kg'? To multiply, write '70 * kgg'
            a b | 2 | expected an operator before 'b'; to multiply, write 'a * b'
            3 1 | 2 | expected an operator before '1'; to multiply, write '3 * 1'
            x [6-TGN] | 2 | expected an operator before '[6-TGN]'; to multiply, write 'x * [6-TGN]'
            (a) (b) | 4 | expected an operator before '('; to multiply, write '*'
            70kg | 2 | unexpected 'kg' after 70; write '70 kg' for a quantity with a unit or '70 * kg' for a product
            (a + b | 0 | this '(' has no matching ')'
            a + b) | 5 | this ')' has no matching '('
            a, b | 1 | unexpected ','; commas separate the arguments of a function
            mini(a, b) | 0 | unknown function 'mini'; did you mean 'min'?
            step(a) | 0 | unknown function 'step'; functions are min, max, exp, ln, sqrt, logistic, clip; to multiply, write 'step * ('
            min(a) | 0 | 'min' got 1 argument; write min(a, b)
            2 * clip(a, b) | 4 | 'clip' got 2 arguments; write clip(x, low, high)
            exp() | 0 | 'exp' got 0 arguments; write exp(x)
            exp | 0 | 'exp' is a function; write exp(x)
            1e999 | 0 | the number 1e999 is too large
            1e308 mol | 0 | the quantity 1e308 mol is too large
            a + [6-TGN | 4 | missing ']' after '['
            [ ] | 0 | write an observable's name between '[' and ']', for example [6-TGN]
            a[[b] | 1 | write an observable's name between '[' and ']', for example [6-TGN]
            a $ b | 2 | unexpected '$'; a formula holds numbers, names, [observables], + - * / ^, parentheses and the functions min, max, exp, ln, sqrt, logistic, clip
            """)
    void aWrongFormulaIsExplainedAtItsPlace(String text, int offset, String message) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Expression.parse(text))
                .withMessage(message)
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyFormulaIsExplained(String text) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Expression.parse(text))
                .withMessageStartingWith("the formula is empty; write for example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "2^", "exp("})
    void deepNestingIsRefusedInsteadOfOverflowing(String piece) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Expression.parse(piece.repeat(300) + "x"))
                .withMessage("the formula is nested more than 200 deep");
    }

    @Test
    void veryLongFormulasAreRefusedAndLongOnesRead() {
        Expression longest = Expression.parse("x" + "+x".repeat(499));
        assertThat(longest.evaluate(key -> 1)).isEqualTo(500);
        assertThat(longest.derivative("x")).hasToString("500");
        assertThat(longest.symbols()).containsExactly("x");
        assertThat(DimensionCheck.of(longest, Map.of("x", Dimension.MASS))).isEqualTo(Dimension.MASS);
        assertThat(Tape.of(List.of(), List.of("x"), List.of(longest)).operationsPerRun())
                .isEqualTo(499);
        assertThat(longest.toString()).hasSize(499 * 4 + 1);
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Expression.parse("x" + "+x".repeat(500)))
                .withMessage("the formula has 1001 numbers, names and marks; at most 1000 are read, so split it into"
                        + " named formulas")
                .satisfies(e -> assertThat(e.offset()).isEqualTo(1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6-TGN", "a--b", "a-", "-a", "a b", "min", "é", "a.b"})
    void aSymbolIsAName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Symbol(name)).withMessageContaining("is not a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a]", "[a"})
    void aReferenceIsATrimmedNameWithoutBrackets(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reference(name))
                .withMessageContaining("cannot be referred to");
    }

    @Test
    void nodesRefuseWhatTextCouldNotSay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Constant(-1, Dimension.NONE, "-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Constant(Double.NaN, Dimension.NONE, "NaN"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Call(FormulaFunction.EXP, List.of()))
                .withMessage("wrong number of arguments: 0; write exp(x)");
        assertThatIllegalArgumentException().isThrownBy(() -> Expression.constant(Double.POSITIVE_INFINITY));
    }
}
