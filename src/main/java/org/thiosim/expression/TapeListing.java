package org.thiosim.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** A tape as readable text: one line for each operation, inputs by name, the others numbered. */
public final class TapeListing {
    private final Tape tape;
    private final List<String> fixed;
    private final List<String> varying;
    private final double[] numbers;
    private final boolean[] computed;

    private TapeListing(Tape tape, List<String> fixed, List<String> varying) {
        this.tape = tape;
        this.fixed = fixed;
        this.varying = varying;
        numbers = tape.initialRegisters();
        computed = new boolean[numbers.length];
        mark(tape.bindCode());
        mark(tape.runCode());
    }

    private void mark(int[] code) {
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            computed[code[i + 1]] = true;
        }
    }

    /**
     * The lines of a tape.
     *
     * @param fixed names of the fixed inputs
     * @param varying names of the varying inputs
     * @param outputs the name of an output by its position
     */
    public static List<String> of(Tape tape, List<String> fixed, List<String> varying, IntFunction<String> outputs) {
        TapeListing listing = new TapeListing(tape, fixed, varying);
        List<String> lines = new ArrayList<>();
        lines.add("once for each patient:");
        listing.operations(tape.bindCode(), lines);
        lines.add("each time:");
        listing.operations(tape.runCode(), lines);
        int[] registers = tape.outputs();
        for (int k = 0; k < registers.length; k++) {
            lines.add("  " + outputs.apply(k) + " = " + listing.name(registers[k]));
        }
        return lines;
    }

    private void operations(int[] code, List<String> lines) {
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            Operation operation = Operation.of(code[i]);
            lines.add("  " + name(code[i + 1]) + " = "
                    + text(operation, name(code[i + 2]), operation.isBinary() ? name(code[i + 3]) : ""));
        }
    }

    private static String text(Operation operation, String left, String right) {
        return switch (operation) {
            case ADD -> left + " + " + right;
            case SUBTRACT -> left + " - " + right;
            case MULTIPLY -> left + " * " + right;
            case DIVIDE -> left + " / " + right;
            case POWER -> left + " ^ " + right;
            case SQUARE -> left + " ^ 2";
            case CUBE -> left + " ^ 3";
            case RECIPROCAL -> "1 / " + left;
            case NEGATE -> "-" + left;
            case MIN, MAX, SCALE, WHOLE_POWER, OR_ELSE -> word(operation) + "(" + left + ", " + right + ")";
            case EXP, LN, SQRT, LOGISTIC, STEP, ABS, EXPONENT, MANTISSA -> word(operation) + "(" + left + ")";
        };
    }

    private static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    private String name(int register) {
        int first = tape.firstVarying();
        if (register < fixed.size()) {
            return fixed.get(register);
        }
        if (register >= first && register < first + varying.size()) {
            return varying.get(register - first);
        }
        return computed[register] ? "t" + register : Double.toString(numbers[register]);
    }
}
