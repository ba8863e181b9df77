package org.thiosim.expression;

import java.util.List;

/**
 * A straight-line program for several formulas over numbered registers.
 *
 * <p>Equal sub-formulas are computed once, constants when the tape is made, and what depends on fixed inputs alone when
 * it is bound. Its results equal {@link Expression#evaluate} bit for bit.
 */
public final class Tape {

    /** Integers per instruction: operation, target, first operand, second operand. */
    static final int STRIDE = 4;

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

    /**
     * A program with these fixed inputs.
     *
     * @param fixed canonical values in the order of the fixed inputs
     */
    public Program bind(double[] fixed) {
        requireLength("fixed inputs", fixedCount, fixed.length);
        double[] registers = initial.clone();
        System.arraycopy(fixed, 0, registers, 0, fixedCount);
        Interpreter.run(bindCode, registers);
        return new Program(this, registers);
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

    /** A tape bound to fixed inputs; it owns its registers and belongs to one thread. */
    public static final class Program {

        private final Tape tape;
        private final double[] registers;

        private Program(Tape tape, double[] registers) {
            this.tape = tape;
            this.registers = registers;
        }

        /**
         * Computes the outputs.
         *
         * @param varying canonical values in the order of the varying inputs
         * @param results receives one canonical value per formula
         */
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
