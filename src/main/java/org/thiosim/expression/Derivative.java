package org.thiosim.expression;

import static org.thiosim.expression.Algebra.ONE;
import static org.thiosim.expression.Algebra.ZERO;
import static org.thiosim.expression.Algebra.constant;
import static org.thiosim.expression.Algebra.difference;
import static org.thiosim.expression.Algebra.isZero;
import static org.thiosim.expression.Algebra.power;
import static org.thiosim.expression.Algebra.product;
import static org.thiosim.expression.Algebra.quotient;
import static org.thiosim.expression.Algebra.sum;

import java.util.List;

/** The rules of differentiation. */
final class Derivative {

    private Derivative() {}

    static Expression of(Binary e, String key) {
        Expression u = e.left();
        Expression v = e.right();
        Expression du = u.derivative(key);
        Expression dv = v.derivative(key);
        if (isZero(du) && isZero(dv)) {
            return ZERO;
        }
        return switch (e.operator()) {
            case PLUS -> sum(du, dv);
            case MINUS -> difference(du, dv);
            case TIMES -> sum(product(du, v), product(u, dv));
            case DIVIDE -> difference(quotient(du, v), quotient(product(u, dv), power(v, constant(2))));
            case POWER -> sum(ofBase(e, du), ofExponent(e, dv));
        };
    }

    /** v u^(v-1) u', which is 0 rather than undefined at u = 0 for v above 1. */
    private static Expression ofBase(Binary e, Expression du) {
        Expression v = e.right();
        return product(product(v, power(e.left(), difference(v, ONE))), du);
    }

    /** u^v ln(u) v', with the logarithm held finite so that it is 0 rather than undefined at u = 0 for positive v. */
    private static Expression ofExponent(Binary e, Expression dv) {
        Expression positive = Algebra.call(FormulaFunction.MAX, List.of(e.left(), constant(Double.MIN_VALUE)));
        return product(product(e, Algebra.call(FormulaFunction.LN, List.of(positive))), dv);
    }

    static Expression of(Call e, String key) {
        Expression x = e.arguments().get(0);
        Expression dx = x.derivative(key);
        if (e.arguments().stream().allMatch(a -> isZero(a.derivative(key)))) {
            return ZERO;
        }
        return switch (e.function()) {
            case EXP -> product(e, dx);
            case LN -> quotient(dx, x);
            case SQRT -> quotient(dx, product(constant(2), e));
            case LOGISTIC -> product(product(e, difference(ONE, e)), dx);
            case STEP -> ZERO;
            case CLIP -> ofClip(e, key);
            case MIN, MAX -> ofExtreme(e, key);
        };
    }

    private static Expression ofClip(Call e, String key) {
        Expression x = e.arguments().get(0);
        Expression low = e.arguments().get(1);
        Expression high = e.arguments().get(2);
        Call inner = new Call(FormulaFunction.MIN, List.of(x, high));
        return ofExtreme(new Call(FormulaFunction.MAX, List.of(inner, low)), key);
    }

    /** Where two arguments are equal, the derivative is that of the earlier one. */
    private static Expression ofExtreme(Call e, String key) {
        int last = e.arguments().size() - 1;
        Expression b = e.arguments().get(last);
        Expression a = last == 1
                ? e.arguments().get(0)
                : new Call(e.function(), e.arguments().subList(0, last));
        Expression lead = e.function() == FormulaFunction.MIN ? difference(b, a) : difference(a, b);
        Expression first = Algebra.call(FormulaFunction.STEP, List.of(lead));
        return sum(product(a.derivative(key), first), product(b.derivative(key), difference(ONE, first)));
    }
}
