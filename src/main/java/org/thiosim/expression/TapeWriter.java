package org.thiosim.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns formulas into the instructions of one tape, each distinct operation once. */
final class TapeWriter {

    /** When a register's value is known. */
    private enum Stage {
        MADE,
        BOUND,
        RUN
    }

    private record Operation(int code, int left, int right) {}

    private final Map<String, Integer> inputs = new LinkedHashMap<>();
    private final int fixedCount;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final Map<Long, Integer> constants = new HashMap<>();
    private final Map<Operation, Integer> operations = new HashMap<>();
    private final List<Integer> bindCode = new ArrayList<>();
    private final List<Integer> runCode = new ArrayList<>();

    TapeWriter(List<String> fixedInputs, List<String> varyingInputs) {
        fixedCount = fixedInputs.size();
        fixedInputs.forEach(key -> input(key, Stage.BOUND));
        varyingInputs.forEach(key -> input(key, Stage.RUN));
    }

    Tape write(List<Expression> outputs) {
        int[] registers = outputs.stream().mapToInt(this::register).toArray();
        return new Tape(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                fixedCount,
                inputs.size() - fixedCount,
                array(bindCode),
                array(runCode),
                registers);
    }

    private void input(String key, Stage stage) {
        if (inputs.put(key, newRegister(stage, 0)) != null) {
            throw new IllegalArgumentException("the input '" + key + "' is listed twice");
        }
    }

    private int newRegister(Stage stage, double value) {
        stages.add(stage);
        values.add(value);
        return values.size() - 1;
    }

    private int register(Expression e) {
        if (e instanceof Constant c) {
            return constant(c.value());
        }
        if (e instanceof Symbol s) {
            return named(s.name());
        }
        if (e instanceof Reference r) {
            return named(r.key());
        }
        if (e instanceof Negation n) {
            return operation(Interpreter.NEGATE, register(n.argument()));
        }
        return e instanceof Binary b ? binary(b) : call((Call) e);
    }

    private int named(String key) {
        Integer register = inputs.get(key);
        if (register == null) {
            throw new IllegalArgumentException(FormulaException.unknownName(key, inputs.keySet()));
        }
        return register;
    }

    private int constant(double value) {
        return constants.computeIfAbsent(Double.doubleToRawLongBits(value), bits -> newRegister(Stage.MADE, value));
    }

    private int binary(Binary e) {
        int left = register(e.left());
        int right = register(e.right());
        return switch (e.operator()) {
            case PLUS -> commutative(Interpreter.ADD, left, right);
            case MINUS -> operation(Interpreter.SUBTRACT, left, right);
            case TIMES -> commutative(Interpreter.MULTIPLY, left, right);
            case DIVIDE -> operation(Interpreter.DIVIDE, left, right);
            case POWER -> power(left, right);
        };
    }

    private int power(int base, int exponent) {
        if (stages.get(exponent) != Stage.MADE) {
            return operation(Interpreter.POWER, base, exponent);
        }
        double value = values.get(exponent);
        if (value == 1) {
            return base;
        }
        if (value == 2) {
            return operation(Interpreter.SQUARE, base);
        }
        if (value == 3) {
            return operation(Interpreter.CUBE, base);
        }
        return value == -1 ? operation(Interpreter.RECIPROCAL, base) : operation(Interpreter.POWER, base, exponent);
    }

    private int call(Call e) {
        List<Integer> arguments = e.arguments().stream().map(this::register).toList();
        int first = arguments.get(0);
        return switch (e.function()) {
            case MIN -> chain(Interpreter.MIN, arguments);
            case MAX -> chain(Interpreter.MAX, arguments);
            case EXP -> operation(Interpreter.EXP, first);
            case LN -> operation(Interpreter.LN, first);
            case SQRT -> operation(Interpreter.SQRT, first);
            case LOGISTIC -> operation(Interpreter.LOGISTIC, first);
            case STEP -> operation(Interpreter.STEP, first);
            case CLIP ->
                commutative(Interpreter.MAX, arguments.get(1), commutative(Interpreter.MIN, first, arguments.get(2)));
        };
    }

    private int chain(int code, List<Integer> arguments) {
        int register = arguments.get(0);
        for (int next : arguments.subList(1, arguments.size())) {
            register = commutative(code, register, next);
        }
        return register;
    }

    private int commutative(int code, int left, int right) {
        return operation(code, Math.min(left, right), Math.max(left, right));
    }

    private int operation(int code, int operand) {
        return operation(code, operand, operand);
    }

    private int operation(int code, int left, int right) {
        Operation key = new Operation(code, left, right);
        Integer known = operations.get(key);
        if (known != null) {
            return known;
        }
        int register = newOperation(key);
        operations.put(key, register);
        return register;
    }

    private int newOperation(Operation op) {
        Stage left = stages.get(op.left());
        Stage right = stages.get(op.right());
        Stage stage = left.compareTo(right) > 0 ? left : right;
        if (stage == Stage.MADE) {
            return constant(Interpreter.apply(op.code(), values.get(op.left()), values.get(op.right())));
        }
        int target = newRegister(stage, 0);
        (stage == Stage.BOUND ? bindCode : runCode).addAll(List.of(op.code(), target, op.left(), op.right()));
        return target;
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
