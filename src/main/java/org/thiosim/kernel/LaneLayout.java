package org.thiosim.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.thiosim.expression.Operation;
import org.thiosim.expression.Tape;

/**
 * Which values of a tape become rows of lanes, in which order they are computed, and where each row lies.
 *
 * <p>A value that is needed once is computed where it is needed, so long as the formula of a row stays short: the
 * compilers of the Java machine turn short loops alone into vector code. Rows of values no longer needed are used again.
 * The rows of inputs come first, then those of outputs, then those of what binding computes.
 */
final class LaneLayout {
    private static final int LONGEST_FORMULA = 8;
    private static final int NONE = -1;

    private final int[] code;
    private final int[] outputs;
    private final int firstVarying;
    private final int varyingCount;
    private final int runRegisters;
    /** The instruction that computes a register; none for inputs, constants and what binding computes. */
    private final int[] instructionOf;

    private final boolean[] isRow;
    private final int[] row;
    private final boolean[] isBoundValue;
    private final List<Integer> bound = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private int rowCount;

    LaneLayout(Tape tape) {
        code = tape.runCode();
        outputs = tape.outputs();
        firstVarying = tape.firstVarying();
        varyingCount = tape.varyingCount();
        isBoundValue = tape.boundRegisters();
        runRegisters = isBoundValue.length;
        instructionOf = new int[runRegisters];
        Arrays.fill(instructionOf, NONE);
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            instructionOf[code[i + 1]] = i;
        }
        isRow = rows();
        row = new int[runRegisters];
        Arrays.fill(row, NONE);
        place();
    }

    /** The registers computed in rows, in the order of their computation. */
    List<Integer> order() {
        return order;
    }

    /** The number of rows. */
    int rowCount() {
        return rowCount;
    }

    /** The registers whose values binding puts in rows, from the row {@link #firstBoundRow}. */
    int[] bound() {
        return bound.stream().mapToInt(Integer::intValue).toArray();
    }

    int firstBoundRow() {
        return varyingCount + outputs.length;
    }

    /** The row of the first output. */
    int firstOutputRow() {
        return varyingCount;
    }

    int[] outputs() {
        return outputs.clone();
    }

    /** Whether a register is read from a row. */
    boolean isRow(int register) {
        return row[register] != NONE;
    }

    int row(int register) {
        return row[register];
    }

    /** Whether a register holds a number of the tape itself. */
    boolean isConstant(int register) {
        return instructionOf[register] == NONE && !isBoundValue[register] && !isVarying(register);
    }

    /** The operations of the formula of a register; a function counts as many as a loop may have. */
    int operations(int register) {
        int i = instructionOf[register];
        if (i == NONE) {
            return 0;
        }
        Operation operation = Operation.of(code[i]);
        int right = operation.isBinary() && code[i + 3] != code[i + 2] ? below(code[i + 3]) : 0;
        return isFunction(operation) ? LONGEST_FORMULA : 1 + below(code[i + 2]) + right;
    }

    private int below(int register) {
        return isRow(register) ? 0 : operations(register);
    }

    /** Where the instruction of a register stands in the code. */
    int instruction(int register) {
        return instructionOf[register];
    }

    private boolean isVarying(int register) {
        return register >= firstVarying && register < firstVarying + varyingCount;
    }

    private boolean[] rows() {
        int[] uses = new int[runRegisters];
        for (int output : outputs) {
            uses[output] += 2;
        }
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            uses[code[i + 2]]++;
            if (Operation.of(code[i]).isBinary()) {
                uses[code[i + 3]]++;
            }
        }
        boolean[] rows = new boolean[runRegisters];
        int[] length = new int[runRegisters];
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            int target = code[i + 1];
            Operation operation = Operation.of(code[i]);
            boolean alone = isFunction(operation);
            int left = code[i + 2];
            int right = operation.isBinary() ? code[i + 3] : left;
            if (alone) {
                closeArithmetic(rows, length, left);
                closeArithmetic(rows, length, right);
            }
            while (!alone && 1 + length[left] + (right == left ? 0 : length[right]) > LONGEST_FORMULA) {
                close(rows, length, length[left] >= length[right] ? left : right);
            }
            length[target] = alone ? LONGEST_FORMULA : 1 + length[left] + (right == left ? 0 : length[right]);
            if (uses[target] != 1) {
                close(rows, length, target);
            }
        }
        return rows;
    }

    /** Gives an operand of a function a row of its own, unless it is a function too: a loop that calls one may call two. */
    private void closeArithmetic(boolean[] rows, int[] length, int register) {
        int i = instructionOf[register];
        if (i != NONE && !isFunction(Operation.of(code[i]))) {
            close(rows, length, register);
        }
    }

    private void close(boolean[] rows, int[] length, int register) {
        rows[register] = rows[register] || instructionOf[register] != NONE;
        length[register] = 0;
    }

    /** Whether an operation is a function that no vector instruction computes. */
    static boolean isFunction(Operation operation) {
        return switch (operation) {
            case EXP, LN, POWER, LOGISTIC, STEP, SCALE, EXPONENT, MANTISSA, WHOLE_POWER, OR_ELSE -> true;
            default -> false;
        };
    }

    private void place() {
        for (int k = 0; k < varyingCount; k++) {
            row[firstVarying + k] = k;
        }
        for (int k = 0; k < outputs.length; k++) {
            if (instructionOf[outputs[k]] != NONE && row[outputs[k]] == NONE) {
                row[outputs[k]] = varyingCount + k;
            }
        }
        rowCount = firstBoundRow();
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            keepBound(code[i + 2]);
            keepBound(code[i + 3]);
            if (isRow[code[i + 1]]) {
                order.add(code[i + 1]);
            }
        }
        Arrays.stream(outputs).forEach(this::keepBound);
        placeTemporaries();
    }

    private void keepBound(int register) {
        if (isBoundValue[register] && row[register] == NONE) {
            row[register] = rowCount++;
            bound.add(register);
        }
    }

    private void placeTemporaries() {
        int[] lastUse = new int[runRegisters];
        for (int k = 0; k < order.size(); k++) {
            int at = k;
            forEachOperand(order.get(k), r -> lastUse[r] = at);
        }
        Deque<Integer> free = new ArrayDeque<>();
        boolean[] temporary = new boolean[runRegisters];
        for (int k = 0; k < order.size(); k++) {
            int register = order.get(k);
            if (row[register] == NONE) {
                row[register] = free.isEmpty() ? rowCount++ : free.pop();
                temporary[register] = true;
            }
            int at = k;
            forEachOperand(register, r -> {
                if (temporary[r] && lastUse[r] == at) {
                    temporary[r] = false;
                    free.push(row[r]);
                }
            });
        }
    }

    /** Shows the rows that the formula of a register reads. */
    private void forEachOperand(int register, IntConsumer action) {
        int i = instructionOf[register];
        for (int operand = 2; operand < (Operation.of(code[i]).isBinary() ? 4 : 3); operand++) {
            int r = code[i + operand];
            if (isRow[r]) {
                action.accept(r);
            } else if (instructionOf[r] != NONE) {
                forEachOperand(r, action);
            }
        }
    }
}
