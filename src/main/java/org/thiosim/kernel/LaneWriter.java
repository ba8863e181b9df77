package org.thiosim.kernel;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.thiosim.expression.Operation;
import org.thiosim.expression.Tape;

/**
 * Writes the bytecode of a tape for lanes: for every few rows one short loop over the lanes, all rows in one array at constant
 * offsets, which the compilers of the Java machine turn into vector instructions.
 */
final class LaneWriter {
    private static final int FORMULAS_PER_PART = 48;
    /** Beyond these a loop is no longer turned into vector instructions. */
    private static final int LONGEST_LOOP = 12;

    private static final int MOST_ROWS_OF_A_LOOP = 4;
    private static final String NAME = "org/thiosim/kernel/GeneratedLanes";
    private static final String DESCRIPTOR = "([D)V";
    private static final Object[] LOCALS = {NAME, "[D", Opcodes.INTEGER};
    private static final int ROWS = 1;
    private static final int LANE = 2;

    private final int[] code;
    private final double[] numbers;
    private final LaneLayout layout;
    private final int width;

    LaneWriter(Tape tape, LaneLayout layout, int width) {
        this.code = tape.runCode();
        this.numbers = tape.initialRegisters();
        this.layout = layout;
        this.width = width;
    }

    byte[] write() {
        ClassWriter writer = Bytecode.type(NAME, LaneCode.class);
        List<int[]> formulas = formulas();
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", DESCRIPTOR, null, null);
        run.visitCode();
        for (int from = 0; from < formulas.size(); from += FORMULAS_PER_PART) {
            String name = "part" + from / FORMULAS_PER_PART;
            part(writer, name, formulas.subList(from, Math.min(formulas.size(), from + FORMULAS_PER_PART)));
            run.visitVarInsn(Opcodes.ALOAD, 0);
            run.visitVarInsn(Opcodes.ALOAD, ROWS);
            run.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, name, DESCRIPTOR, false);
        }
        run.visitInsn(Opcodes.RETURN);
        run.visitMaxs(0, 0);
        run.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Pairs of a row and the register whose formula goes there. */
    private List<int[]> formulas() {
        List<int[]> formulas = new ArrayList<>();
        for (int register : layout.order()) {
            formulas.add(new int[] {layout.row(register), register});
        }
        int[] outputs = layout.outputs();
        for (int k = 0; k < outputs.length; k++) {
            int row = layout.firstOutputRow() + k;
            if (layout.row(outputs[k]) != row) {
                formulas.add(new int[] {row, outputs[k]});
            }
        }
        return formulas;
    }

    private void part(ClassWriter writer, String name, List<int[]> formulas) {
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, name, DESCRIPTOR, null, null);
        method.visitCode();
        int from = 0;
        while (from < formulas.size()) {
            int to = from + 1;
            int operations = layout.operations(formulas.get(from)[1]);
            while (to < formulas.size()
                    && operations + layout.operations(formulas.get(to)[1]) <= LONGEST_LOOP
                    && to - from < MOST_ROWS_OF_A_LOOP) {
                operations += layout.operations(formulas.get(to)[1]);
                to++;
            }
            loop(method, formulas.subList(from, to));
            from = to;
        }
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private void loop(MethodVisitor method, List<int[]> formulas) {
        Label head = new Label();
        Label end = new Label();
        method.visitInsn(Opcodes.ICONST_0);
        method.visitVarInsn(Opcodes.ISTORE, LANE);
        method.visitLabel(head);
        frame(method);
        method.visitVarInsn(Opcodes.ILOAD, LANE);
        Bytecode.number(method, width);
        method.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        formulas.forEach(f -> store(method, f[0], f[1]));
        method.visitIincInsn(LANE, 1);
        method.visitJumpInsn(Opcodes.GOTO, head);
        method.visitLabel(end);
        frame(method);
    }

    private void store(MethodVisitor method, int row, int register) {
        place(method, row);
        if (layout.isRow(register) && layout.row(register) != row) {
            element(method, register);
        } else if (layout.instruction(register) >= 0) {
            formula(method, register);
        } else {
            value(method, register);
        }
        method.visitInsn(Opcodes.DASTORE);
    }

    private static void frame(MethodVisitor method) {
        method.visitFrame(Opcodes.F_NEW, LOCALS.length, LOCALS, 0, new Object[0]);
    }

    private void formula(MethodVisitor method, int register) {
        int i = layout.instruction(register);
        Operation operation = Operation.of(code[i]);
        value(method, code[i + 2]);
        if (operation.isBinary()) {
            value(method, code[i + 3]);
        }
        Bytecode.apply(method, operation);
    }

    private void value(MethodVisitor method, int register) {
        if (layout.isRow(register)) {
            element(method, register);
        } else if (layout.isConstant(register)) {
            method.visitLdcInsn(numbers[register]);
        } else {
            formula(method, register);
        }
    }

    private void element(MethodVisitor method, int register) {
        place(method, layout.row(register));
        method.visitInsn(Opcodes.DALOAD);
    }

    private void place(MethodVisitor method, int row) {
        method.visitVarInsn(Opcodes.ALOAD, ROWS);
        method.visitVarInsn(Opcodes.ILOAD, LANE);
        if (row > 0) {
            Bytecode.number(method, row * width);
            method.visitInsn(Opcodes.IADD);
        }
    }
}
