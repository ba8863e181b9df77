package org.thiosim.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.thiosim.expression.Operation;
import org.thiosim.expression.Tape;
import org.thiosim.units.Numbers;

/**
 * Writes a tape as two JavaScript functions without loops or branches: {@code bind(f)} gives an array of what depends on the
 * fixed inputs, {@code run(b, y, o)} computes the outputs from that array and the varying inputs.
 */
final class TapeScript {
    private final int[] bindCode;
    private final int[] runCode;
    private final int[] outputs;
    private final double[] constants;
    private final int firstVarying;
    private final int varyingCount;
    /** The place in the bound array of each register that binding computes and a run reads. */
    private final Map<Integer, Integer> bound = new LinkedHashMap<>();

    private final Set<Integer> computed = new HashSet<>();

    TapeScript(Tape tape) {
        bindCode = tape.bindCode();
        runCode = tape.runCode();
        outputs = tape.outputs();
        firstVarying = tape.firstVarying();
        varyingCount = tape.varyingCount();
        constants = tape.registers(new double[firstVarying]);
        targets(bindCode, computed);
        Set<Integer> local = new HashSet<>();
        targets(runCode, local);
        for (int i = 0; i < runCode.length; i += Tape.STRIDE) {
            read(runCode[i + 2], local);
            read(runCode[i + 3], local);
        }
        for (int output : outputs) {
            read(output, local);
        }
    }

    private static void targets(int[] code, Set<Integer> into) {
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            into.add(code[i + 1]);
        }
    }

    private void read(int register, Set<Integer> local) {
        boolean fixed = register < firstVarying || computed.contains(register);
        if (fixed && !local.contains(register)) {
            bound.putIfAbsent(register, bound.size());
        }
    }

    /** {@code function(f){…}}: from the fixed inputs to the bound array. */
    String bind() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bindCode.length; i += Tape.STRIDE) {
            lines.add("const r" + bindCode[i + 1] + "=" + value(bindCode, i, this::whileBinding) + ";");
        }
        lines.add("const b=new Float64Array(" + bound.size() + ");");
        bound.forEach((register, place) -> lines.add("b[" + place + "]=" + whileBinding(register) + ";"));
        return "function(f){" + String.join("\n", lines) + "return b}";
    }

    /** {@code function(b,y,o){…}}: the outputs. */
    String run() {
        return run(new double[0]);
    }

    /** The outputs, each times a factor. */
    String run(double[] factors) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < runCode.length; i += Tape.STRIDE) {
            lines.add("const r" + runCode[i + 1] + "=" + value(runCode, i, this::whileRunning) + ";");
        }
        for (int k = 0; k < outputs.length; k++) {
            String factor = k < factors.length && factors[k] != 1 ? "*" + Numbers.shortest(factors[k]) : "";
            lines.add("o[" + k + "]=" + whileRunning(outputs[k]) + factor + ";");
        }
        return "function(b,y,o){" + String.join("\n", lines) + "}";
    }

    private String whileBinding(int register) {
        if (register < firstVarying) {
            return "f[" + register + "]";
        }
        return computed.contains(register) ? "r" + register : number(constants[register]);
    }

    private String whileRunning(int register) {
        Integer place = bound.get(register);
        if (place != null) {
            return "b[" + place + "]";
        }
        if (register >= firstVarying && register < firstVarying + varyingCount) {
            return "y[" + (register - firstVarying) + "]";
        }
        return isRun(register) ? "r" + register : number(constants[register]);
    }

    private boolean isRun(int register) {
        for (int i = 1; i < runCode.length; i += Tape.STRIDE) {
            if (runCode[i] == register) {
                return true;
            }
        }
        return false;
    }

    private static String number(double value) {
        String text = Numbers.shortest(Math.abs(value));
        return value < 0 ? "(-" + text + ")" : text;
    }

    private static String value(int[] code, int at, IntFunction<String> text) {
        String a = text.apply(code[at + 2]);
        String b = text.apply(code[at + 3]);
        return switch (Operation.of(code[at])) {
            case ADD -> a + "+" + b;
            case SUBTRACT -> a + "-" + b;
            case MULTIPLY -> a + "*" + b;
            case DIVIDE -> a + "/" + b;
            case POWER -> "Math.pow(" + a + "," + b + ")";
            case SQUARE -> a + "*" + a;
            case CUBE -> a + "*(" + a + "*" + a + ")";
            case RECIPROCAL -> "1/" + a;
            case NEGATE -> "-" + a;
            case MIN -> "Math.min(" + a + "," + b + ")";
            case MAX -> "Math.max(" + a + "," + b + ")";
            case EXP -> "Math.exp(" + a + ")";
            case LN -> "Math.log(" + a + ")";
            case SQRT -> "Math.sqrt(" + a + ")";
            case LOGISTIC -> "1/(1+Math.exp(-" + a + "))";
            case STEP -> a + ">=0?1:0";
            case ABS -> "Math.abs(" + a + ")";
            case SCALE, EXPONENT, MANTISSA, WHOLE_POWER, OR_ELSE ->
                throw new IllegalArgumentException("a script takes functions whole");
        };
    }
}
