package org.thiosim.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TapeTest {

    private static final List<String> FIXED = List.of("a", "b");
    private static final List<String> VARYING = List.of("x", "y");

    private static Tape tape(String... formulas) {
        return Tape.of(
                FIXED, VARYING, Stream.of(formulas).map(Expression::parse).toList());
    }

    private static double[] run(Tape tape, int outputs) {
        double[] results = new double[outputs];
        tape.bind(new double[] {2, 3}).run(new double[] {5, 7}, results);
        return results;
    }

    @Test
    void outputsComeInTheirOrder() {
        assertThat(run(tape("a", "y", "42", "b * x", "x^2 - y^3 + 1 / a"), 5))
                .containsExactly(2, 7, 42, 15, 25 - 343 + 0.5);
    }

    @Test
    void sharedSubformulasAreComputedOnce() {
        Tape tape = tape("exp(x * y) + 1", "exp(y * x) + 2", "exp(x * y)");
        assertThat(tape.operationsPerRun()).isEqualTo(4);
        assertThat(tape.operationsPerBinding()).isZero();
    }

    @Test
    void constantsAreFoldedAndFixedPartsComputedOnBinding() {
        Tape tape = tape("x * (a + b * (2 + 3 * 4)) * exp(a)");
        assertThat(tape.operationsPerBinding()).isEqualTo(3);
        assertThat(tape.operationsPerRun()).isEqualTo(2);
        assertThat(tape("2^3 + sqrt(16)").operationsPerRun()).isZero();
        assertThat(run(tape("2^3 + sqrt(16)"), 1)).containsExactly(12);
        assertThat(run(tape("a + b", "a / b"), 2)).containsExactly(5, 2.0 / 3.0);
    }

    @Test
    void everyOperationIsRun() {
        assertThat(run(
                        tape(
                                "x^2",
                                "x^3",
                                "x^-1",
                                "x^4",
                                "x^0.5",
                                "x^y",
                                "-x",
                                "min(x, y, a)",
                                "max(x, y, a)",
                                "exp(x)",
                                "ln(x)",
                                "sqrt(x)",
                                "logistic(x)",
                                "clip(x, a, b)",
                                "x^1",
                                "x^0"),
                        16))
                .containsExactly(
                        25,
                        125,
                        0.2,
                        625,
                        StrictMath.pow(5, 0.5),
                        78125,
                        -5,
                        2,
                        7,
                        StrictMath.exp(5),
                        StrictMath.log(5),
                        Math.sqrt(5),
                        1 / (1 + StrictMath.exp(-5)),
                        3,
                        5,
                        1);
    }

    @Test
    void powersOfZeroAreZero() {
        Tape tape = Tape.of(List.of("p"), List.of("x"), List.of(Expression.parse("x^p"), Expression.parse("x^0.161")));
        double[] results = {-1, -1};
        tape.bind(new double[] {2.75}).run(new double[] {0}, results);
        assertThat(results).containsExactly(0, 0);
    }

    @Test
    void programsOfOneTapeDoNotShareState() {
        Tape tape = tape("a * x + b");
        Kernel.Program first = tape.bind(new double[] {1, 0});
        Kernel.Program second = tape.bind(new double[] {10, 1});
        double[] result = new double[1];
        second.run(new double[] {4, 0}, result);
        assertThat(result).containsExactly(41);
        first.run(new double[] {4, 0}, result);
        assertThat(result).containsExactly(4);
        second.run(new double[] {5, 0}, result);
        assertThat(result).containsExactly(51);
    }

    @Test
    void boundValuesAreCopied() {
        double[] fixed = {1, 2};
        Kernel.Program program = tape("a + x").bind(fixed);
        fixed[0] = 100;
        double[] result = new double[1];
        program.run(new double[] {1, 1}, result);
        assertThat(result).containsExactly(2);
    }

    @Test
    void referencesAreInputsByTheirKey() {
        Tape tape = Tape.of(List.of(), List.of("[6-TGN]"), List.of(Expression.parse("2 * [6-TGN]")));
        double[] result = new double[1];
        tape.bind(new double[0]).run(new double[] {4}, result);
        assertThat(result).containsExactly(8);
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape("x-y"))
                .withMessage("unknown name 'x-y'; if you mean x minus y, write 'x - y' with spaces");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tape.of(List.of("weight"), List.of(), List.of(Expression.parse("wieght"))))
                .withMessage("unknown name 'wieght'; did you mean 'weight'?");
    }

    @Test
    void inputsAreListedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tape.of(List.of("a"), List.of("a"), List.of()))
                .withMessage("the input 'a' is listed twice");
    }

    @Test
    void arraysHaveTheLengthsOfTheirInputsAndOutputs() {
        Tape tape = tape("x", "y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.bind(new double[3]))
                .withMessage("expected 2 fixed inputs, found 3");
        Kernel.Program program = tape.bind(new double[2]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> program.run(new double[1], new double[2]))
                .withMessage("expected 2 varying inputs, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> program.run(new double[2], new double[1]))
                .withMessage("expected 2 results, found 1");
    }
}
