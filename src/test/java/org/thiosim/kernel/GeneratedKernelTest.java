package org.thiosim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.expression.Expression;
import org.thiosim.expression.FormulaFunction;
import org.thiosim.expression.Kernel;
import org.thiosim.expression.Tape;

/** Holds generated code to the interpreter, bit for bit. */
class GeneratedKernelTest {
    private static final List<String> FIXED = List.of("a", "b", "c");
    private static final List<String> VARYING = List.of("x", "y", "z");

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40, 400, 3000})
    void randomFormulasGiveTheBitsOfTheInterpreter(int formulas) {
        Random random = new Random(formulas);
        List<Expression> outputs =
                IntStream.range(0, formulas).mapToObj(i -> formula(random, 5)).toList();

        assertSameBits(outputs, random);
    }

    @Test
    void inputsAndConstantsCanBeResults() {
        assertSameBits(
                List.of(
                        Expression.symbol("x"),
                        Expression.symbol("a"),
                        Expression.constant(7),
                        Expression.parse("a * b"),
                        Expression.parse("x + y"),
                        Expression.parse("x + y")),
                new Random(0));
    }

    @Test
    void everyOperationIsGenerated() {
        assertSameBits(
                List.of(
                        Expression.parse("x^3 + x^-1 + x^2 + x^1 + x^0 + x^y + x^2.5 + x^-3"),
                        Expression.parse("min(x, y, z) * max(x, y) - clip(x, a, b) / sqrt(x)"),
                        Expression.parse("exp(x) + ln(y) + logistic(z) - -x"),
                        Expression.parse("max(x, y)").derivative("x")),
                new Random(0));
    }

    private static void assertSameBits(List<Expression> outputs, Random random) {
        Tape tape = Tape.of(FIXED, VARYING, outputs);
        Kernel generated = GeneratedKernel.of(tape);
        for (int patient = 0; patient < 3; patient++) {
            double[] fixed = numbers(random, FIXED.size());
            Kernel.Program expected = tape.bind(fixed);
            Kernel.Program found = generated.bind(fixed);
            for (int point = 0; point < 4; point++) {
                double[] varying = numbers(random, VARYING.size());
                double[] first = new double[outputs.size()];
                double[] second = new double[outputs.size()];
                expected.run(varying, first);
                found.run(varying, second);
                assertThat(bits(second)).isEqualTo(bits(first));
            }
        }
    }

    private static List<Long> bits(double[] values) {
        List<Long> bits = new ArrayList<>();
        for (double value : values) {
            bits.add(Double.doubleToLongBits(value));
        }
        return bits;
    }

    private static double[] numbers(Random random, int n) {
        return random.doubles(n, 0.01, 4).toArray();
    }

    private static Expression formula(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            int pick = random.nextInt(7);
            return pick == 6
                    ? Expression.constant(0.5 + random.nextDouble())
                    : Expression.symbol(pick < 3 ? FIXED.get(pick) : VARYING.get(pick - 3));
        }
        Expression left = formula(random, depth - 1);
        Expression right = formula(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0, 1 -> Expression.sum(left, right);
            case 2 -> Expression.difference(left, right);
            case 3, 4 -> Expression.product(left, right);
            case 5 -> Expression.quotient(left, right);
            case 6 -> Expression.power(left, Expression.constant(1 + random.nextInt(4) * 0.75));
            case 7 -> Expression.call(random.nextBoolean() ? FormulaFunction.MIN : FormulaFunction.MAX, left, right);
            default -> Expression.call(random.nextBoolean() ? FormulaFunction.LOGISTIC : FormulaFunction.SQRT, left);
        };
    }
}
