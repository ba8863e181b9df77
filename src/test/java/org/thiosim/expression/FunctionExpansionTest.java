package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the expanded functions to the whole ones, bit for bit. */
class FunctionExpansionTest {
    private static final double[] EDGES = {
        0,
        -0.0,
        1,
        -1,
        8,
        -8,
        9,
        0.5,
        -708,
        -708.0000001,
        -746,
        -1e300,
        709.7,
        709.78,
        709.8,
        710,
        1e300,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exp(x)",
                "ln(x)",
                "logistic(x)",
                "x^y",
                "x^2.75",
                "x^-0.5",
                "x^p",
                "2^x",
                "p^x",
                "exp(x * ln(y))"
            })
    void anExpandedFunctionGivesTheBitsOfTheWholeOne(String formula) {
        Tape whole = Tape.of(List.of("p"), List.of("x", "y"), List.of(Expression.parse(formula)));
        Tape expanded = FunctionExpansion.of(whole);
        Random random = new Random(11);
        double[] values = DoubleStream.concat(
                        Arrays.stream(EDGES), random.doubles(60).map(u -> StrictMath.sinh(60 * (u - 0.5))))
                .toArray();
        for (double p : new double[] {0.161, 2, -3, 8, 9, 2.05, 0}) {
            Kernel.Program wanted = whole.bind(new double[] {p});
            Kernel.Program found = expanded.bind(new double[] {p});
            for (double x : values) {
                for (double y : values) {
                    assertThat(bits(found, x, y))
                            .as("%s at x = %s, y = %s, p = %s", formula, x, y, p)
                            .isEqualTo(bits(wanted, x, y));
                }
            }
        }
    }

    private static long bits(Kernel.Program program, double x, double y) {
        double[] result = new double[1];
        program.run(new double[] {x, y}, result);
        return Double.doubleToLongBits(result[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp(x) + x^p - ln(x)", "logistic(x) * x^0.161"})
    void noFunctionIsLeftThatALoopWouldHaveToCallWhole(String formula) {
        Tape expanded = FunctionExpansion.of(Tape.of(List.of("p"), List.of("x"), List.of(Expression.parse(formula))));
        int[] code = expanded.runCode();
        Set<Operation> operations = IntStream.range(0, code.length / Tape.STRIDE)
                .mapToObj(i -> Operation.of(code[i * Tape.STRIDE]))
                .collect(Collectors.toSet());
        assertThat(operations)
                .contains(Operation.SCALE, Operation.MANTISSA)
                .doesNotContain(Operation.EXP, Operation.LN, Operation.POWER, Operation.LOGISTIC);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.161, 2.75, -0.25})
    void powersTooSmallOrTooLargeForANumberAreZeroAndInfinity(double exponent) {
        double large = exponent > 0 ? 0 : Double.POSITIVE_INFINITY;
        assertThat(Elementary.power(0, exponent)).isEqualTo(large);
        assertThat(Elementary.power(Double.POSITIVE_INFINITY, exponent))
                .isEqualTo(exponent > 0 ? Double.POSITIVE_INFINITY : 0);
        assertThat(Elementary.power(1e-300, 100 * Math.abs(exponent) + 0.5)).isZero();
    }
}
