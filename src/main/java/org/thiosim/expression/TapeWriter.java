package org.thiosim.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns formulas into the instructions of one tape, each distinct operation once. */
final class TapeWriter {
    private final Map<String, Integer> inputs = new LinkedHashMap<>();
    private final TapeAssembler tape;

    TapeWriter(List<String> fixedInputs, List<String> varyingInputs) {
        tape = new TapeAssembler(fixedInputs.size(), varyingInputs.size());
        fixedInputs.forEach(this::input);
        varyingInputs.forEach(this::input);
    }

    Tape write(List<Expression> outputs) {
        return tape.finish(outputs.stream().mapToInt(this::register).toArray());
    }

    private void input(String key) {
        if (inputs.put(key, inputs.size()) != null) {
            throw new IllegalArgumentException("the input '" + key + "' is listed twice");
        }
    }

    private int register(Expression e) {
        if (e instanceof Constant c) {
            return tape.constant(c.value());
        }
        if (e instanceof Symbol s) {
            return named(s.name());
        }
        if (e instanceof Reference r) {
            return named(r.key());
        }
        if (e instanceof Negation n) {
            return tape.operation(Operation.NEGATE, register(n.argument()));
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

    private int binary(Binary e) {
        int left = register(e.left());
        int right = register(e.right());
        return switch (e.operator()) {
            case PLUS -> tape.operation(Operation.ADD, left, right);
            case MINUS -> tape.operation(Operation.SUBTRACT, left, right);
            case TIMES -> tape.operation(Operation.MULTIPLY, left, right);
            case DIVIDE -> tape.operation(Operation.DIVIDE, left, right);
            case POWER -> power(left, right);
        };
    }

    private int power(int base, int exponent) {
        double value = tape.constantOf(exponent);
        if (value == 1) {
            return base;
        }
        if (value == 2) {
            return tape.operation(Operation.SQUARE, base);
        }
        if (value == 3) {
            return tape.operation(Operation.CUBE, base);
        }
        return value == -1
                ? tape.operation(Operation.RECIPROCAL, base)
                : tape.operation(Operation.POWER, base, exponent);
    }

    private int call(Call e) {
        List<Integer> arguments = e.arguments().stream().map(this::register).toList();
        int first = arguments.get(0);
        return switch (e.function()) {
            case MIN -> chain(Operation.MIN, arguments);
            case MAX -> chain(Operation.MAX, arguments);
            case EXP -> tape.operation(Operation.EXP, first);
            case LN -> tape.operation(Operation.LN, first);
            case SQRT -> tape.operation(Operation.SQRT, first);
            case LOGISTIC -> tape.operation(Operation.LOGISTIC, first);
            case STEP -> tape.operation(Operation.STEP, first);
            case CLIP ->
                tape.operation(Operation.MAX, arguments.get(1), tape.operation(Operation.MIN, first, arguments.get(2)));
        };
    }

    private int chain(Operation operation, List<Integer> arguments) {
        int register = arguments.get(0);
        for (int next : arguments.subList(1, arguments.size())) {
            register = tape.operation(operation, register, next);
        }
        return register;
    }
}
