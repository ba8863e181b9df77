package org.thiosim.expression;

import java.util.stream.Collectors;
import org.thiosim.units.Dimension;

/** Writes a tree as text with no more parentheses than reading it back needs. */
final class FormulaText {

    private static final int UNARY = 3;
    private static final int POWER = Operator.POWER.precedence();
    private static final int PRIMARY = 5;

    private FormulaText() {}

    static String of(Negation negation) {
        return "-" + atLeast(POWER, negation.argument());
    }

    static String of(Binary binary) {
        int own = binary.operator().precedence();
        if (binary.operator() == Operator.POWER) {
            return atLeast(PRIMARY, binary.left()) + "^" + atLeast(UNARY, binary.right());
        }
        String symbol = binary.operator().symbol();
        return atLeast(own, binary.left()) + " " + symbol + " " + atLeast(own + 1, binary.right());
    }

    static String of(Call call) {
        return call.arguments().stream()
                .map(Expression::toString)
                .collect(Collectors.joining(", ", call.function().symbol() + "(", ")"));
    }

    private static String atLeast(int wanted, Expression e) {
        return precedence(e) >= wanted ? e.toString() : "(" + e + ")";
    }

    /** A literal with a unit ranks below a power, since {@code 70 kg^2} means 70 square kilograms. */
    private static int precedence(Expression e) {
        if (e instanceof Binary b) {
            return b.operator().precedence();
        }
        if (e instanceof Constant c) {
            return c.dimension().equals(Dimension.NONE) && c.text().indexOf(' ') < 0 ? PRIMARY : POWER;
        }
        return e instanceof Negation ? UNARY : PRIMARY;
    }
}
