package org.thiosim.expression;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A formula as an immutable tree.
 *
 * <p>Grammar: {@code + - * / ^}, unary minus, parentheses, calls of {@code min max exp ln sqrt logistic clip},
 * quantities ({@code 0.75}, {@code 70 kg}), names ({@code k-xo-gut}) and references to observables
 * ({@code [6-TGN]}). {@code ^} is right associative and binds tighter than unary minus, so {@code -x^2} is
 * {@code -(x^2)}. A hyphen between a name's character and a letter or digit belongs to the name: {@code a-b} is one
 * name and {@code a - b} a subtraction. After a number and a blank, the longest text that reads as a unit is its unit.
 *
 * <p>All values are in canonical units (h, µmol, kg, L, m). The <em>key</em> of a name is the name itself, that of a
 * reference its text in brackets, {@code [6-TGN]}; functions that take names take keys. Two formulas are equal when
 * their trees are. {@code toString} gives text that {@link #parse} reads back to an equal tree, unless it holds the
 * internal function {@code step}.
 */
public sealed interface Expression permits Constant, Symbol, Reference, Negation, Binary, Call {

    /**
     * Reads a formula.
     *
     * @throws FormulaException when the text is not a formula
     */
    static Expression parse(String text) {
        return new FormulaParser(text).parse();
    }

    /** A dimensionless number, finite; a negative one is the negation of its magnitude. */
    static Expression constant(double value) {
        return Algebra.constant(value);
    }

    static Expression symbol(String name) {
        return new Symbol(name);
    }

    /** Left plus right, simplified. */
    static Expression sum(Expression left, Expression right) {
        return Algebra.sum(left, right);
    }

    /** Left minus right, simplified. */
    static Expression difference(Expression left, Expression right) {
        return Algebra.difference(left, right);
    }

    /** Left times right, simplified. */
    static Expression product(Expression left, Expression right) {
        return Algebra.product(left, right);
    }

    /** Left over right, simplified. */
    static Expression quotient(Expression left, Expression right) {
        return Algebra.quotient(left, right);
    }

    /** Base to the exponent, simplified. */
    static Expression power(Expression base, Expression exponent) {
        return Algebra.power(base, exponent);
    }

    /** Minus the argument, simplified. */
    static Expression negation(Expression argument) {
        return Algebra.negation(argument);
    }

    /** A call, simplified. */
    static Expression call(FormulaFunction function, Expression... arguments) {
        return Algebra.call(function, List.of(arguments));
    }

    /** The direct parts of this node, in order of appearance. */
    List<Expression> parts();

    /**
     * The value in canonical units.
     *
     * @param values the canonical value of each key
     */
    double evaluate(ToDoubleFunction<String> values);

    /**
     * The partial derivative by a key, simplified; {@code min}, {@code max} and {@code clip} give one-sided values at
     * their corners.
     */
    Expression derivative(String key);

    /** This formula with keys replaced; keys without a replacement stay. */
    Expression substitute(Function<String, Optional<Expression>> replacements);

    /** The names in order of first appearance, without references. */
    default Set<String> symbols() {
        Set<String> names = new LinkedHashSet<>();
        visit(e -> {
            if (e instanceof Symbol s) {
                names.add(s.name());
            }
        });
        return Collections.unmodifiableSet(names);
    }

    /** The names of the referenced observables, without brackets, in order of first appearance. */
    default Set<String> references() {
        Set<String> names = new LinkedHashSet<>();
        visit(e -> {
            if (e instanceof Reference r) {
                names.add(r.name());
            }
        });
        return Collections.unmodifiableSet(names);
    }

    /** Gives every node to the visitor, each before its parts. */
    default void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
        parts().forEach(part -> part.visit(visitor));
    }
}
