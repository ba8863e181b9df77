package org.thiosim.expression;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A function call, such as {@code min(1, fa)}.
 *
 * @param function what is called
 * @param arguments as many as the function accepts
 */
public record Call(FormulaFunction function, List<Expression> arguments) implements Expression {

    public Call {
        arguments = List.copyOf(arguments);
        if (!function.accepts(arguments.size())) {
            throw new IllegalArgumentException(
                    "wrong number of arguments: " + arguments.size() + "; write " + function.usage());
        }
    }

    @Override
    public List<Expression> parts() {
        return arguments;
    }

    @Override
    public double evaluate(ToDoubleFunction<String> values) {
        return function.apply(
                arguments.stream().mapToDouble(a -> a.evaluate(values)).toArray());
    }

    @Override
    public Expression derivative(String key) {
        return Derivative.of(this, key);
    }

    @Override
    public Expression substitute(Function<String, Optional<Expression>> replacements) {
        return new Call(
                function,
                arguments.stream().map(a -> a.substitute(replacements)).toList());
    }

    @Override
    public String toString() {
        return FormulaText.of(this);
    }
}
