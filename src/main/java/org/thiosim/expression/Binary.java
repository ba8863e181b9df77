package org.thiosim.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Two formulas joined by an operator.
 *
 * @param operator what is done
 * @param left the left operand
 * @param right the right operand
 */
public record Binary(Operator operator, Expression left, Expression right) implements Expression {

    @Override
    public List<Expression> parts() {
        return List.of(left, right);
    }

    @Override
    public double evaluate(ToDoubleFunction<String> values) {
        return operator.apply(left.evaluate(values), right.evaluate(values));
    }

    @Override
    public Expression derivative(String key) {
        return Derivative.of(this, key);
    }

    @Override
    public Expression substitute(Function<String, Optional<Expression>> replacements) {
        return new Binary(operator, left.substitute(replacements), right.substitute(replacements));
    }

    @Override
    public String toString() {
        return FormulaText.of(this);
    }
}
