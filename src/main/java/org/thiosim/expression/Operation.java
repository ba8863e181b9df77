package org.thiosim.expression;

import java.util.List;

/** The operations of a tape, by the code that instructions carry. */
public enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    POWER,
    SQUARE,
    CUBE,
    RECIPROCAL,
    NEGATE,
    MIN,
    MAX,
    EXP,
    LN,
    SQRT,
    LOGISTIC,
    STEP,
    ABS,
    /** The parts of functions that {@link FunctionExpansion} makes, as in {@link Elementary}. */
    SCALE,
    EXPONENT,
    MANTISSA,
    WHOLE_POWER,
    OR_ELSE;

    private static final List<Operation> BY_CODE = List.of(values());

    /** The operation of a code, its position in this list. */
    public static Operation of(int code) {
        return BY_CODE.get(code);
    }

    /** Whether it takes two operands; the others ignore the second. */
    public boolean isBinary() {
        return switch (this) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MIN, MAX, SCALE, WHOLE_POWER, OR_ELSE -> true;
            default -> false;
        };
    }

    /** Whether the order of its two operands makes no difference. */
    public boolean isCommutative() {
        return this == ADD || this == MULTIPLY || this == MIN || this == MAX;
    }
}
