package org.thiosim.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.thiosim.expression.Operation;
import org.thiosim.expression.Tape;

/**
 * Writes the bytecode of a tape: one local variable for each value, no loop, no branch.
 *
 * <p>A long tape becomes several methods, because the compilers of the Java machine leave methods above 8000 bytes
 * interpreted; a value that a later part needs goes through the registers.
 */
final class StraightLineWriter {
    private static final int OPERATIONS_PER_PART = 350;
    private static final String NAME = "org/thiosim/kernel/GeneratedCode";
    private static final String ARRAYS = "([D[D[D)V";
    private static final int REGISTERS = 1;
    private static final int VARYING = 2;
    private static final int RESULTS = 3;
    private static final int FIRST_LOCAL = 4;

    private final int[] code;
    private final int[] outputs;
    private final int firstVarying;
    private final int varyingCount;
    private final Map<Integer, List<Integer>> resultsOf = new HashMap<>();

    StraightLineWriter(Tape tape) {
        this.code = tape.runCode();
        this.outputs = tape.outputs();
        this.firstVarying = tape.firstVarying();
        this.varyingCount = tape.varyingCount();
        for (int k = 0; k < outputs.length; k++) {
            resultsOf.computeIfAbsent(outputs[k], r -> new ArrayList<>()).add(k);
        }
    }

    byte[] write() {
        ClassWriter writer = Bytecode.type(NAME, StraightLine.class);
        int parts = Math.max(1, (code.length / Tape.STRIDE + OPERATIONS_PER_PART - 1) / OPERATIONS_PER_PART);
        MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", ARRAYS, null, null);
        run.visitCode();
        for (int part = 0; part < parts; part++) {
            part(writer, part);
            run.visitVarInsn(Opcodes.ALOAD, 0);
            run.visitVarInsn(Opcodes.ALOAD, REGISTERS);
            run.visitVarInsn(Opcodes.ALOAD, VARYING);
            run.visitVarInsn(Opcodes.ALOAD, RESULTS);
            run.visitMethodInsn(Opcodes.INVOKEVIRTUAL, NAME, "part" + part, ARRAYS, false);
        }
        inputsThatAreResults(run);
        run.visitInsn(Opcodes.RETURN);
        run.visitMaxs(0, 0);
        run.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    /** Results that no operation computes: inputs, constants and what binding computed. */
    private void inputsThatAreResults(MethodVisitor run) {
        Set<Integer> computed = new HashSet<>();
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            computed.add(code[i + 1]);
        }
        for (int k = 0; k < outputs.length; k++) {
            if (!computed.contains(outputs[k])) {
                run.visitVarInsn(Opcodes.ALOAD, RESULTS);
                Bytecode.number(run, k);
                element(run, outputs[k]);
                run.visitInsn(Opcodes.DASTORE);
            }
        }
    }

    private void part(ClassWriter writer, int part) {
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "part" + part, ARRAYS, null, null);
        method.visitCode();
        int from = part * OPERATIONS_PER_PART * Tape.STRIDE;
        int to = Math.min(code.length, from + OPERATIONS_PER_PART * Tape.STRIDE);
        Set<Integer> later = usedFrom(to);
        Map<Integer, Integer> locals = new HashMap<>();
        for (int i = from; i < to; i += Tape.STRIDE) {
            Operation operation = Operation.of(code[i]);
            load(method, code[i + 2], locals);
            if (operation.isBinary()) {
                load(method, code[i + 3], locals);
            }
            Bytecode.apply(method, operation);
            keep(method, code[i + 1], locals, later);
        }
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    private Set<Integer> usedFrom(int start) {
        Set<Integer> used = new HashSet<>();
        for (int i = start; i < code.length; i += Tape.STRIDE) {
            used.add(code[i + 2]);
            used.add(code[i + 3]);
        }
        return used;
    }

    private static int newLocal(Map<Integer, Integer> locals, int register) {
        int local = FIRST_LOCAL + 2 * locals.size();
        locals.put(register, local);
        return local;
    }

    /** Puts a value on the stack; an input is read into a local variable the first time. */
    private void load(MethodVisitor method, int register, Map<Integer, Integer> locals) {
        Integer local = locals.get(register);
        if (local != null) {
            method.visitVarInsn(Opcodes.DLOAD, local);
            return;
        }
        element(method, register);
        method.visitInsn(Opcodes.DUP2);
        method.visitVarInsn(Opcodes.DSTORE, newLocal(locals, register));
    }

    private void element(MethodVisitor method, int register) {
        boolean varying = register >= firstVarying && register < firstVarying + varyingCount;
        method.visitVarInsn(Opcodes.ALOAD, varying ? VARYING : REGISTERS);
        Bytecode.number(method, varying ? register - firstVarying : register);
        method.visitInsn(Opcodes.DALOAD);
    }

    /** Stores the value on the stack: in a local variable, in the results, and in the registers for later parts. */
    private void keep(MethodVisitor method, int register, Map<Integer, Integer> locals, Set<Integer> later) {
        int local = newLocal(locals, register);
        method.visitVarInsn(Opcodes.DSTORE, local);
        for (int k : resultsOf.getOrDefault(register, List.of())) {
            store(method, RESULTS, k, local);
        }
        if (later.contains(register)) {
            store(method, REGISTERS, register, local);
        }
    }

    private static void store(MethodVisitor method, int array, int index, int local) {
        method.visitVarInsn(Opcodes.ALOAD, array);
        Bytecode.number(method, index);
        method.visitVarInsn(Opcodes.DLOAD, local);
        method.visitInsn(Opcodes.DASTORE);
    }
}
