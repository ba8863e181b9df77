package org.thiosim.expression;

/** Runs the instructions of a tape. */
final class Interpreter {

    static final int ADD = 0;
    static final int SUBTRACT = 1;
    static final int MULTIPLY = 2;
    static final int DIVIDE = 3;
    static final int POWER = 4;
    static final int SQUARE = 5;
    static final int CUBE = 6;
    static final int RECIPROCAL = 7;
    static final int NEGATE = 8;
    static final int MIN = 9;
    static final int MAX = 10;
    static final int EXP = 11;
    static final int LN = 12;
    static final int SQRT = 13;
    static final int LOGISTIC = 14;
    static final int STEP = 15;
    static final int ABS = 16;
    static final int SCALE = 17;
    static final int EXPONENT = 18;
    static final int MANTISSA = 19;
    static final int WHOLE_POWER = 20;
    static final int OR_ELSE = 21;

    private Interpreter() {}

    static void run(int[] code, double[] r) {
        for (int i = 0; i < code.length; i += Tape.STRIDE) {
            r[code[i + 1]] = apply(code[i], r[code[i + 2]], r[code[i + 3]]);
        }
    }

    /** The value of one operation; operations of one operand ignore {@code b}. */
    static double apply(int operation, double a, double b) {
        return switch (operation) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case POWER -> Elementary.power(a, b);
            case SQUARE -> a * a;
            case CUBE -> a * (a * a);
            case RECIPROCAL -> 1 / a;
            case NEGATE -> -a;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case EXP -> Elementary.exp(a);
            case LN -> Elementary.ln(a);
            case SQRT -> Math.sqrt(a);
            case LOGISTIC -> Elementary.logistic(a);
            case STEP -> Elementary.step(a);
            case ABS -> Math.abs(a);
            case SCALE -> Elementary.scale(a, b);
            case EXPONENT -> Elementary.exponent(a);
            case MANTISSA -> Elementary.mantissa(a);
            case WHOLE_POWER -> Elementary.wholePower(a, b);
            case OR_ELSE -> Elementary.orElse(a, b);
            default -> throw new IllegalStateException("no operation " + operation);
        };
    }
}
