package org.thiosim.expression;

import java.util.Arrays;

/**
 * Writes the functions of a tape as the arithmetic and the few operations on bit patterns of which {@link Elementary} makes
 * them, with the same bits. Loops over the arithmetic become vector instructions, a call would not.
 */
public final class FunctionExpansion {
    private final TapeAssembler tape;

    private FunctionExpansion(TapeAssembler tape) {
        this.tape = tape;
    }

    /** The tape with each function of what varies expanded; what is computed by binding stays as it is. */
    public static Tape of(Tape tape) {
        int fixed = tape.firstVarying();
        FunctionExpansion expansion = new FunctionExpansion(new TapeAssembler(fixed, tape.varyingCount()));
        return expansion.tape.finish(expansion.repeat(tape));
    }

    private int[] repeat(Tape original) {
        double[] initial = original.initialRegisters();
        int[] here = new int[initial.length];
        int inputs = original.firstVarying() + original.varyingCount();
        for (int r = 0; r < here.length; r++) {
            here[r] = r < inputs ? r : tape.constant(initial[r]);
        }
        int[] bind = original.bindCode();
        for (int i = 0; i < bind.length; i += Tape.STRIDE) {
            here[bind[i + 1]] = tape.operation(Operation.of(bind[i]), here[bind[i + 2]], here[bind[i + 3]]);
        }
        int[] run = original.runCode();
        for (int i = 0; i < run.length; i += Tape.STRIDE) {
            here[run[i + 1]] = expanded(Operation.of(run[i]), here[run[i + 2]], here[run[i + 3]]);
        }
        return Arrays.stream(original.outputs()).map(r -> here[r]).toArray();
    }

    private int expanded(Operation operation, int a, int b) {
        return switch (operation) {
            case EXP -> exp(a, Elementary.SMALLEST_EXPONENT);
            case LN -> ln(a);
            case POWER -> power(a, b);
            case LOGISTIC -> logistic(a);
            default -> tape.operation(operation, a, b);
        };
    }

    private int logistic(int x) {
        int exp = exp(tape.operation(Operation.NEGATE, x), Elementary.SMALLEST_EXPONENT);
        return tape.operation(Operation.RECIPROCAL, plus(tape.constant(1), exp));
    }

    private int power(int base, int exponent) {
        int power = exp(times(exponent, ln(base)), Elementary.SMALLEST_EXPONENT_OF_POWER);
        double known = tape.constantOf(exponent);
        if (!Double.isNaN(known) && !Elementary.isMultiplied(known)) {
            return power;
        }
        return tape.operation(Operation.OR_ELSE, tape.operation(Operation.WHOLE_POWER, base, exponent), power);
    }

    private int exp(int x, double smallest) {
        int held = tape.operation(
                Operation.MAX,
                tape.constant(smallest),
                tape.operation(Operation.MIN, x, tape.constant(Elementary.LARGEST_EXPONENT)));
        int rounder = tape.constant(Elementary.ROUNDER);
        int rounded = plus(times(held, tape.constant(Elementary.LOG2_E)), rounder);
        int k = minus(rounded, rounder);
        int r = minus(
                minus(held, times(k, tape.constant(Elementary.LN2_HIGH))), times(k, tape.constant(Elementary.LN2_LOW)));
        int series = times(times(r, r), polynomial(Elementary.expSeries(), r));
        return tape.operation(Operation.SCALE, plus(tape.constant(1), plus(r, series)), rounded);
    }

    private int ln(int x) {
        int k = tape.operation(Operation.EXPONENT, x);
        int m = tape.operation(Operation.MANTISSA, x);
        int one = tape.constant(1);
        int f = tape.operation(Operation.DIVIDE, minus(m, one), plus(m, one));
        int s = times(f, f);
        int twice = times(tape.constant(2), f);
        int series = times(times(twice, s), polynomial(Elementary.lnSeries(), s));
        return plus(
                times(k, tape.constant(Elementary.LN2_HIGH)),
                plus(twice, plus(series, times(k, tape.constant(Elementary.LN2_LOW)))));
    }

    private int polynomial(double[] series, int x) {
        int p = tape.constant(series[0]);
        for (int i = 1; i < series.length; i++) {
            p = plus(times(p, x), tape.constant(series[i]));
        }
        return p;
    }

    private int plus(int a, int b) {
        return tape.operation(Operation.ADD, a, b);
    }

    private int minus(int a, int b) {
        return tape.operation(Operation.SUBTRACT, a, b);
    }

    private int times(int a, int b) {
        return tape.operation(Operation.MULTIPLY, a, b);
    }
}
