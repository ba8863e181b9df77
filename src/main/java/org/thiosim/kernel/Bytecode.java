package org.thiosim.kernel;

import java.util.Locale;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.thiosim.expression.Elementary;
import org.thiosim.expression.Operation;

/** The bytecode that both writers of kernels share. */
final class Bytecode {
    private static final String ELEMENTARY = Type.getInternalName(Elementary.class);
    private static final String MATH = "java/lang/Math";
    private static final String UNARY = "(D)D";
    private static final String BINARY = "(DD)D";

    private Bytecode() {}

    /** A class that implements one interface, with a constructor. */
    static ClassWriter type(String name, Class<?> implemented) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, name, null, "java/lang/Object", new String[] {
                    Type.getInternalName(implemented)
                });
        MethodVisitor method = writer.visitMethod(0, "<init>", "()V", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ALOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        return writer;
    }

    /** Pushes a whole number. */
    static void number(MethodVisitor method, int value) {
        if (value >= 0 && value <= 5) {
            method.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value >= 0 && value <= Byte.MAX_VALUE) {
            method.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value >= 0 && value <= Short.MAX_VALUE) {
            method.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            method.visitLdcInsn(value);
        }
    }

    /** Replaces the operands on the stack by the result of an operation. */
    static void apply(MethodVisitor method, Operation operation) {
        switch (operation) {
            case ADD -> method.visitInsn(Opcodes.DADD);
            case SUBTRACT -> method.visitInsn(Opcodes.DSUB);
            case MULTIPLY -> method.visitInsn(Opcodes.DMUL);
            case DIVIDE -> method.visitInsn(Opcodes.DDIV);
            case NEGATE -> method.visitInsn(Opcodes.DNEG);
            case SQUARE -> {
                method.visitInsn(Opcodes.DUP2);
                method.visitInsn(Opcodes.DMUL);
            }
            case CUBE -> {
                method.visitInsn(Opcodes.DUP2);
                method.visitInsn(Opcodes.DUP2);
                method.visitInsn(Opcodes.DMUL);
                method.visitInsn(Opcodes.DMUL);
            }
            case RECIPROCAL -> reciprocal(method);
            case MIN, MAX -> call(method, MATH, word(operation), BINARY);
            case SQRT, ABS -> call(method, MATH, word(operation), UNARY);
            case POWER, SCALE -> call(method, ELEMENTARY, word(operation), BINARY);
            case WHOLE_POWER -> call(method, ELEMENTARY, "wholePower", BINARY);
            case OR_ELSE -> call(method, ELEMENTARY, "orElse", BINARY);
            case EXP, LN, LOGISTIC, STEP, EXPONENT, MANTISSA -> call(method, ELEMENTARY, word(operation), UNARY);
        }
    }

    /** 1 / a, with a on the stack. */
    private static void reciprocal(MethodVisitor method) {
        method.visitInsn(Opcodes.DCONST_1);
        method.visitInsn(Opcodes.DUP2_X2);
        method.visitInsn(Opcodes.POP2);
        method.visitInsn(Opcodes.DDIV);
    }

    private static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    private static void call(MethodVisitor method, String owner, String function, String descriptor) {
        method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, function, descriptor, false);
    }
}
