package org.thiosim.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A function that a formula may call. */
public enum FormulaFunction {
    /** Smallest of two or more values. */
    MIN(2, Integer.MAX_VALUE, "min(a, b)"),
    /** Largest of two or more values. */
    MAX(2, Integer.MAX_VALUE, "max(a, b)"),
    /** Exponential function. */
    EXP(1, 1, "exp(x)"),
    /** Natural logarithm. */
    LN(1, 1, "ln(x)"),
    /** Square root. */
    SQRT(1, 1, "sqrt(x)"),
    /** 1 / (1 + exp(-x)). */
    LOGISTIC(1, 1, "logistic(x)"),
    /** The value held between two bounds. */
    CLIP(3, 3, "clip(x, low, high)"),
    /** 1 where x is at least 0, otherwise 0; occurs in derivatives only and is not read from text. */
    STEP(1, 1, "step(x)");

    private final int fewest;
    private final int most;
    private final String usage;

    FormulaFunction(int fewest, int most, String usage) {
        this.fewest = fewest;
        this.most = most;
        this.usage = usage;
    }

    /** The name in formulas. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How a call looks, such as {@code clip(x, low, high)}. */
    public String usage() {
        return usage;
    }

    public boolean accepts(int argumentCount) {
        return argumentCount >= fewest && argumentCount <= most;
    }

    /** The function of this name that a formula's author may call. */
    public static Optional<FormulaFunction> named(String name) {
        return callable().stream().filter(f -> f.symbol().equals(name)).findFirst();
    }

    /** The names that a formula's author may call. */
    public static List<String> names() {
        return callable().stream().map(FormulaFunction::symbol).toList();
    }

    private static List<FormulaFunction> callable() {
        return Arrays.stream(values()).filter(f -> f != STEP).toList();
    }

    double apply(double[] x) {
        return switch (this) {
            case MIN -> Arrays.stream(x).skip(1).reduce(x[0], Math::min);
            case MAX -> Arrays.stream(x).skip(1).reduce(x[0], Math::max);
            case EXP -> Elementary.exp(x[0]);
            case LN -> Elementary.ln(x[0]);
            case SQRT -> Math.sqrt(x[0]);
            case LOGISTIC -> Elementary.logistic(x[0]);
            case CLIP -> Elementary.clip(x[0], x[1], x[2]);
            case STEP -> Elementary.step(x[0]);
        };
    }
}
