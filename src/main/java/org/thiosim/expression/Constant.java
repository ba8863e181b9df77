package org.thiosim.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.thiosim.units.Dimension;

/**
 * A number with its dimension, such as {@code 0.75} or {@code 70 kg}.
 *
 * @param value the value in canonical units, finite and not negative
 * @param dimension what it measures
 * @param text the literal as written
 */
public record Constant(double value, Dimension dimension, String text) implements Expression {

    public Constant {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a constant must be finite and not negative, not " + value);
        }
    }

    boolean isZero() {
        return value == 0;
    }

    @Override
    public List<Expression> parts() {
        return List.of();
    }

    @Override
    public double evaluate(ToDoubleFunction<String> values) {
        return value;
    }

    @Override
    public Expression derivative(String key) {
        return Algebra.ZERO;
    }

    @Override
    public Expression substitute(Function<String, Optional<Expression>> replacements) {
        return this;
    }

    @Override
    public String toString() {
        return text;
    }
}
