package org.thiosim.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A reference to an observable, written in brackets: {@code [6-TGN]}.
 *
 * @param name the observable's name, without brackets and surrounding blanks, not empty
 */
public record Reference(String name) implements Expression {

    public Reference {
        if (name.isBlank() || !name.equals(name.strip()) || name.indexOf('[') >= 0 || name.indexOf(']') >= 0) {
            throw new IllegalArgumentException("'" + name + "' cannot be referred to in brackets");
        }
    }

    /** The name in brackets. */
    public String key() {
        return "[" + name + "]";
    }

    @Override
    public List<Expression> parts() {
        return List.of();
    }

    @Override
    public double evaluate(ToDoubleFunction<String> values) {
        return values.applyAsDouble(key());
    }

    @Override
    public Expression derivative(String key) {
        return key().equals(key) ? Algebra.ONE : Algebra.ZERO;
    }

    @Override
    public Expression substitute(Function<String, Optional<Expression>> replacements) {
        return replacements.apply(key()).orElse(this);
    }

    @Override
    public String toString() {
        return key();
    }
}
