package org.thiosim.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a {@link Tape} together, operation by operation.
 *
 * <p>An operation asked for twice is done once; one of constants is done at once; one of fixed inputs is done when the
 * tape is bound. What no output needs is left out.
 */
public final class TapeAssembler {

    /** When a register's value is known. */
    private enum Stage {
        MADE,
        BOUND,
        RUN
    }

    private record Instruction(Operation operation, int left, int right) {}

    private final int fixedCount;
    private final int varyingCount;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final Map<Long, Integer> constants = new HashMap<>();
    private final Map<Instruction, Integer> known = new HashMap<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();

    /** Begins a tape with numbers of fixed and of varying inputs. */
    public TapeAssembler(int fixedCount, int varyingCount) {
        this.fixedCount = fixedCount;
        this.varyingCount = varyingCount;
        for (int i = 0; i < fixedCount; i++) {
            newRegister(Stage.BOUND, 0);
        }
        for (int i = 0; i < varyingCount; i++) {
            newRegister(Stage.RUN, 0);
        }
    }

    /** The register of a fixed input. */
    public int fixed(int index) {
        return index;
    }

    /** The register of a varying input. */
    public int varying(int index) {
        return fixedCount + index;
    }

    /** The register of a number. */
    public int constant(double value) {
        return constants.computeIfAbsent(Double.doubleToRawLongBits(value), bits -> newRegister(Stage.MADE, value));
    }

    /** Whether a register holds this number, whatever the inputs are. */
    public boolean isConstant(int register, double value) {
        return stages.get(register) == Stage.MADE && values.get(register) == value;
    }

    /** The number a register holds whatever the inputs are; not a number where there is none. */
    double constantOf(int register) {
        return stages.get(register) == Stage.MADE ? values.get(register) : Double.NaN;
    }

    /** The register of an operation's result; operations of one operand take it twice. */
    public int operation(Operation operation, int left, int right) {
        boolean swap = operation.isCommutative() && left > right;
        Instruction key = swap ? new Instruction(operation, right, left) : new Instruction(operation, left, right);
        Integer register = known.get(key);
        if (register == null) {
            register = newOperation(key);
            known.put(key, register);
        }
        return register;
    }

    public int operation(Operation operation, int operand) {
        return operation(operation, operand, operand);
    }

    private int newOperation(Instruction op) {
        Stage left = stages.get(op.left());
        Stage right = stages.get(op.right());
        Stage stage = left.compareTo(right) > 0 ? left : right;
        if (stage == Stage.MADE) {
            return constant(Interpreter.apply(op.operation().ordinal(), values.get(op.left()), values.get(op.right())));
        }
        int target = newRegister(stage, 0);
        instructions.add(op);
        targets.add(target);
        return target;
    }

    private int newRegister(Stage stage, double value) {
        stages.add(stage);
        values.add(value);
        return values.size() - 1;
    }

    /** a + b, without an operation where one of them is zero. */
    public int add(int a, int b) {
        if (isConstant(a, 0)) {
            return b;
        }
        return isConstant(b, 0) ? a : operation(Operation.ADD, a, b);
    }

    /** a − b, without an operation where b is zero. */
    public int subtract(int a, int b) {
        if (isConstant(b, 0)) {
            return a;
        }
        return isConstant(a, 0) ? negate(b) : operation(Operation.SUBTRACT, a, b);
    }

    /** a · b, without an operation where one of them is zero or one; zero times anything is zero. */
    public int multiply(int a, int b) {
        if (isConstant(a, 0) || isConstant(b, 1)) {
            return a;
        }
        return isConstant(b, 0) || isConstant(a, 1) ? b : operation(Operation.MULTIPLY, a, b);
    }

    private int divide(int a, int b) {
        return isConstant(a, 0) || isConstant(b, 1) ? a : operation(Operation.DIVIDE, a, b);
    }

    /** −a. */
    public int negate(int a) {
        return operation(Operation.NEGATE, a);
    }

    /**
     * Repeats a tape on registers of this one, without the operations that a zero or a one makes needless.
     *
     * @param fixed registers that take the place of its fixed inputs
     * @param varying registers that take the place of its varying inputs
     * @return the registers of its outputs
     */
    public int[] inline(Tape tape, int[] fixed, int[] varying) {
        double[] initial = tape.initialRegisters();
        int[] here = new int[initial.length];
        for (int r = 0; r < here.length; r++) {
            int afterFixed = r - fixed.length;
            here[r] = r < fixed.length
                    ? fixed[r]
                    : afterFixed < varying.length ? varying[afterFixed] : constant(initial[r]);
        }
        repeat(tape.bindCode(), here);
        repeat(tape.runCode(), here);
        int[] outputs = tape.outputs();
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = here[outputs[k]];
        }
        return outputs;
    }

    private void repeat(int[] code, int[] here) {
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            here[code[i + 1]] = simplified(Operation.of(code[i]), here[code[i + 2]], here[code[i + 3]]);
        }
    }

    private int simplified(Operation operation, int a, int b) {
        return switch (operation) {
            case ADD -> add(a, b);
            case SUBTRACT -> subtract(a, b);
            case MULTIPLY -> multiply(a, b);
            case DIVIDE -> divide(a, b);
            default -> operation(operation, a, b);
        };
    }

    /** The tape with these registers as outputs. */
    public Tape finish(int... outputs) {
        boolean[] needed = needed(outputs);
        List<Integer> bindCode = new ArrayList<>();
        List<Integer> runCode = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            int target = targets.get(i);
            if (needed[target]) {
                Instruction op = instructions.get(i);
                (stages.get(target) == Stage.BOUND ? bindCode : runCode)
                        .addAll(List.of(op.operation().ordinal(), target, op.left(), op.right()));
            }
        }
        return new Tape(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                fixedCount,
                varyingCount,
                array(bindCode),
                array(runCode),
                outputs.clone());
    }

    private boolean[] needed(int[] outputs) {
        boolean[] needed = new boolean[values.size()];
        for (int output : outputs) {
            needed[output] = true;
        }
        for (int i = targets.size() - 1; i >= 0; i--) {
            if (needed[targets.get(i)]) {
                needed[instructions.get(i).left()] = true;
                needed[instructions.get(i).right()] = true;
            }
        }
        return needed;
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
