package org.thiosim.expression;

import java.util.List;
import java.util.OptionalDouble;
import org.thiosim.units.Dimension;
import org.thiosim.units.Numbers;

/**
 * Builds simplified formulas: 0 and 1 disappear, dimensionless numbers are folded, minus signs move outwards.
 *
 * <p>A product with a literal 0 is 0 whatever the other factor.
 */
final class Algebra {

    static final Constant ZERO = new Constant(0, Dimension.NONE, "0");
    static final Constant ONE = new Constant(1, Dimension.NONE, "1");

    private Algebra() {}

    static Expression constant(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a constant must be finite, not " + value);
        }
        if (value == 0) {
            return ZERO;
        }
        double magnitude = Math.abs(value);
        Constant positive = new Constant(magnitude, Dimension.NONE, Numbers.shortest(magnitude));
        return value < 0 ? new Negation(positive) : positive;
    }

    static Expression sum(Expression left, Expression right) {
        if (isZero(left)) {
            return right;
        }
        if (isZero(right)) {
            return left;
        }
        if (right instanceof Negation n && number(right).isEmpty()) {
            return difference(left, n.argument());
        }
        return folded(Operator.PLUS, left, right);
    }

    static Expression difference(Expression left, Expression right) {
        if (isZero(right)) {
            return left;
        }
        if (isZero(left)) {
            return negation(right);
        }
        if (right instanceof Negation n) {
            return sum(left, n.argument());
        }
        return folded(Operator.MINUS, left, right);
    }

    static Expression product(Expression left, Expression right) {
        if (isZero(left) || isZero(right)) {
            return ZERO;
        }
        if (isNumber(left, 1)) {
            return right;
        }
        if (isNumber(right, 1)) {
            return left;
        }
        if (left instanceof Negation n) {
            return negation(product(n.argument(), right));
        }
        if (right instanceof Negation n) {
            return negation(product(left, n.argument()));
        }
        return folded(Operator.TIMES, left, right);
    }

    static Expression quotient(Expression left, Expression right) {
        if (isZero(left) && !isZero(right)) {
            return ZERO;
        }
        if (isNumber(right, 1)) {
            return left;
        }
        if (left instanceof Negation n) {
            return negation(quotient(n.argument(), right));
        }
        if (right instanceof Negation n) {
            return negation(quotient(left, n.argument()));
        }
        return folded(Operator.DIVIDE, left, right);
    }

    static Expression power(Expression base, Expression exponent) {
        if (isZero(exponent)) {
            return ONE;
        }
        return isNumber(exponent, 1) ? base : folded(Operator.POWER, base, exponent);
    }

    static Expression negation(Expression e) {
        if (isZero(e)) {
            return ZERO;
        }
        return e instanceof Negation n ? n.argument() : new Negation(e);
    }

    static Expression call(FormulaFunction function, List<Expression> arguments) {
        Call call = new Call(function, arguments);
        if (arguments.stream().anyMatch(a -> number(a).isEmpty())) {
            return call;
        }
        double value = call.evaluate(key -> Double.NaN);
        return Double.isFinite(value) ? constant(value) : call;
    }

    /** The dimensionless number that this is, if it is one. */
    static OptionalDouble number(Expression e) {
        if (e instanceof Constant c && c.dimension().isNone()) {
            return OptionalDouble.of(c.value());
        }
        if (e instanceof Negation n
                && n.argument() instanceof Constant c
                && c.dimension().isNone()) {
            return OptionalDouble.of(-c.value());
        }
        return OptionalDouble.empty();
    }

    /** Whether this is a literal zero of any dimension. */
    static boolean isZero(Expression e) {
        return (e instanceof Constant c && c.isZero()) || (e instanceof Negation n && isZero(n.argument()));
    }

    private static boolean isNumber(Expression e, double value) {
        OptionalDouble number = number(e);
        return number.isPresent() && number.getAsDouble() == value;
    }

    private static Expression folded(Operator operator, Expression left, Expression right) {
        OptionalDouble a = number(left);
        OptionalDouble b = number(right);
        if (a.isPresent() && b.isPresent()) {
            double value = operator.apply(a.getAsDouble(), b.getAsDouble());
            if (Double.isFinite(value)) {
                return constant(value);
            }
        }
        return new Binary(operator, left, right);
    }
}
