package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaPropertiesTest {

    private static final List<String> NAMES = RandomFormulas.NAMES;

    private static ToDoubleFunction<String> values(double[] point) {
        return key -> point[NAMES.indexOf(key)];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void textReadsBackToAnEqualTree(long seed) {
        RandomFormulas formulas = new RandomFormulas(seed, false);
        for (int i = 0; i < 2000; i++) {
            Expression e = formulas.next(1 + i % 6);
            assertThat(Expression.parse(e.toString())).isEqualTo(e);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void aTapeEqualsTheTreeBitForBit(long seed) {
        RandomFormulas formulas = new RandomFormulas(seed, false);
        int finite = 0;
        for (int i = 0; i < 300; i++) {
            List<Expression> outputs = new ArrayList<>(List.of(formulas.next(6), formulas.next(5)));
            outputs.add(outputs.get(0).derivative("x"));
            outputs.add(outputs.get(1).derivative("[6-TGN]"));
            Tape tape = Tape.of(NAMES.subList(0, 2), NAMES.subList(2, 4), outputs);
            for (int repeat = 0; repeat < 3; repeat++) {
                finite += compare(tape, outputs, formulas.point());
            }
        }
        assertThat(finite).isGreaterThan(1500);
    }

    private static int compare(Tape tape, List<Expression> outputs, double[] point) {
        Kernel.Program program = tape.bind(new double[] {point[0], point[1]});
        double[] results = new double[outputs.size()];
        program.run(new double[] {9, 9}, results);
        program.run(new double[] {point[2], point[3]}, results);
        int finite = 0;
        for (int k = 0; k < results.length; k++) {
            double expected = outputs.get(k).evaluate(values(point));
            assertThat(Double.doubleToLongBits(results[k]))
                    .as("%s at %s", outputs.get(k), point)
                    .isEqualTo(Double.doubleToLongBits(expected));
            finite += Double.isFinite(expected) ? 1 : 0;
        }
        return finite;
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void derivativesAgreeWithCentralDifferences(long seed) {
        RandomFormulas formulas = new RandomFormulas(seed, true);
        int checked = 0;
        for (int i = 0; i < 2000; i++) {
            Expression e = formulas.next(4);
            double[] point = formulas.point();
            String key = NAMES.get(i % NAMES.size());
            double wide = slope(e, point, i % NAMES.size(), 2e-4);
            double narrow = slope(e, point, i % NAMES.size(), 1e-4);
            double size = 1 + Math.abs(narrow) + Math.abs(e.evaluate(values(point)));
            if (Math.abs(wide - narrow) < 1e-5 * size && size < 1e4) {
                checked++;
                double extrapolated = (4 * narrow - wide) / 3;
                assertThat(e.derivative(key).evaluate(values(point)))
                        .as("d/d%s %s", key, e)
                        .isCloseTo(extrapolated, Offset.offset(1e-6 * size));
            }
        }
        assertThat(checked).isGreaterThan(1200);
    }

    private static double slope(Expression e, double[] point, int index, double h) {
        double[] up = point.clone();
        double[] down = point.clone();
        up[index] += h;
        down[index] -= h;
        return (e.evaluate(values(up)) - e.evaluate(values(down))) / (2 * h);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void substitutingNumbersGivesTheSameValue(long seed) {
        RandomFormulas formulas = new RandomFormulas(seed, false);
        for (int i = 0; i < 500; i++) {
            Expression e = formulas.next(5);
            double[] point = formulas.point();
            Expression closed = e.substitute(key -> Optional.of(Expression.constant(point[NAMES.indexOf(key)])));
            assertThat(closed.symbols()).isEmpty();
            assertThat(closed.references()).isEmpty();
            assertThat(Double.doubleToLongBits(closed.evaluate(key -> Double.NaN)))
                    .isEqualTo(Double.doubleToLongBits(e.evaluate(values(point))));
        }
    }
}
