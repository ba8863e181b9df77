package org.thiosim.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * A name in a formula, such as {@code k-xo-gut}.
 *
 * @param name a letter or underscore followed by letters, digits, underscores and single hyphens, and not a function
 */
public record Symbol(String name) implements Expression {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9][A-Za-z0-9_]*)*");

    public Symbol {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name
                    + "' is not a name; a name starts with a letter or underscore, continues with letters, digits,"
                    + " underscores and single hyphens, and is none of " + String.join(", ", FormulaFunction.names()));
        }
    }

    /** Whether a formula can use this text as a name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && FormulaFunction.named(text).isEmpty();
    }

    @Override
    public List<Expression> parts() {
        return List.of();
    }

    @Override
    public double evaluate(ToDoubleFunction<String> values) {
        return values.applyAsDouble(name);
    }

    @Override
    public Expression derivative(String key) {
        return name.equals(key) ? Algebra.ONE : Algebra.ZERO;
    }

    @Override
    public Expression substitute(Function<String, Optional<Expression>> replacements) {
        return replacements.apply(name).orElse(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
