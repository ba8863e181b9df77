package org.thiosim.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Minus a formula.
 *
 * @param argument what is negated
 */
public record Negation(Expression argument) implements Expression {

    @Override
    public List<Expression> parts() {
        return List.of(argument);
    }

    @Override
    public double evaluate(ToDoubleFunction<String> values) {
        return -argument.evaluate(values);
    }

    @Override
    public Expression derivative(String key) {
        return Algebra.negation(argument.derivative(key));
    }

    @Override
    public Expression substitute(Function<String, Optional<Expression>> replacements) {
        return new Negation(argument.substitute(replacements));
    }

    @Override
    public String toString() {
        return FormulaText.of(this);
    }
}
