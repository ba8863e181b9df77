package org.thiosim.expression;

import java.util.List;

/**
 * A straight-line program for several formulas over numbered registers.
 *
 * <p>Equal sub-formulas are computed once, constants when the tape is made, and what depends on fixed inputs alone when
 * it is bound. Its results equal {@link Expression#evaluate} bit for bit.
 */
public final class Tape implements Kernel {

    /** Integers per instruction: operation, target, first operand, second operand. */
    public static final int STRIDE = 4;

    private final double[] initial;
    private final int fixedCount;
    private final int varyingCount;
    private final int[] bindCode;
    private final int[] runCode;
    private final int[] outputs;

    Tape(double[] initial, int fixedCount, int varyingCount, int[] bindCode, int[] runCode, int[] outputs) {
        this.initial = initial;
        this.fixedCount = fixedCount;
        this.varyingCount = varyingCount;
        this.bindCode = bindCode;
        this.runCode = runCode;
        this.outputs = outputs;
    }

    /**
     * Makes a tape.
     *
     * @param fixedInputs keys whose values are given once, to {@link #bind}
     * @param varyingInputs keys whose values are given to every run
     * @param outputs the formulas, in the order of the results
     * @throws IllegalArgumentException when a formula has another name, or an input is listed twice
     */
    public static Tape of(List<String> fixedInputs, List<String> varyingInputs, List<Expression> outputs) {
        return new TapeWriter(fixedInputs, varyingInputs).write(outputs);
    }

    @Override
    public Program bind(double[] fixed) {
        return new Interpreted(this, registers(fixed));
    }

    /** The registers after binding: fixed inputs, room for the varying ones, constants, and what depends on them. */
    public double[] registers(double[] fixed) {
        requireLength("fixed inputs", fixedCount, fixed.length);
        double[] registers = initial.clone();
        System.arraycopy(fixed, 0, registers, 0, fixedCount);
        Interpreter.run(bindCode, registers);
        return registers;
    }

    /** The registers before binding: constants at their places, zero elsewhere. */
    public double[] initialRegisters() {
        return initial.clone();
    }

    /** For each register, whether it is a fixed input or computed by binding. */
    public boolean[] boundRegisters() {
        boolean[] bound = new boolean[initial.length];
        for (int r = 0; r < fixedCount; r++) {
            bound[r] = true;
        }
        for (int i = 0; i < bindCode.length; i += STRIDE) {
            bound[bindCode[i + 1]] = true;
        }
        return bound;
    }

    /** The instructions of each run: {@link #STRIDE} numbers each, with the codes of {@link Operation}. */
    public int[] runCode() {
        return runCode.clone();
    }

    /** The instructions of {@link #bind}, in the same form. */
    public int[] bindCode() {
        return bindCode.clone();
    }

    /** The register of each output. */
    public int[] outputs() {
        return outputs.clone();
    }

    /** The register of the first varying input. */
    public int firstVarying() {
        return fixedCount;
    }

    public int varyingCount() {
        return varyingCount;
    }

    /** Operations done by each run. */
    public int operationsPerRun() {
        return runCode.length / STRIDE;
    }

    /** Operations done once by {@link #bind}. */
    public int operationsPerBinding() {
        return bindCode.length / STRIDE;
    }

    private static void requireLength(String what, int wanted, int found) {
        if (wanted != found) {
            throw new IllegalArgumentException("expected " + wanted + " " + what + ", found " + found);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Interpreted(Tape tape, double[] registers) implements Program {

        @Override
        public void run(double[] varying, double[] results) {
            int[] from = tape.outputs;
            requireLength("varying inputs", tape.varyingCount, varying.length);
            requireLength("results", from.length, results.length);
            System.arraycopy(varying, 0, registers, tape.fixedCount, tape.varyingCount);
            Interpreter.run(tape.runCode, registers);
            for (int i = 0; i < from.length; i++) {
                results[i] = registers[from[i]];
            }
        }
    }
}
