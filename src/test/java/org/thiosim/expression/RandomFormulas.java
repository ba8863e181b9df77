package org.thiosim.expression;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.thiosim.units.Dimension;

/** Seeded formulas over dimensionless names; smooth ones have derivatives everywhere near their points. */
final class RandomFormulas {

    static final List<String> NAMES = List.of("x", "y", "z-1", "[6-TGN]");

    private final Random random;
    private final boolean smooth;

    RandomFormulas(long seed, boolean smooth) {
        this.random = new Random(seed);
        this.smooth = smooth;
    }

    double[] point() {
        return random.doubles(NAMES.size(), 0.2, 1.8).toArray();
    }

    Expression next(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf();
        }
        int kind = random.nextInt(smooth ? 9 : 12);
        if (smooth && kind < 2) {
            Expression denominator = new Binary(Operator.PLUS, number(1), call(FormulaFunction.LOGISTIC, depth, 1));
            return new Binary(Operator.DIVIDE, next(depth - 1), denominator);
        }
        if (kind < 5) {
            return new Binary(Operator.values()[random.nextInt(smooth ? 3 : 4)], next(depth - 1), next(depth - 1));
        }
        return switch (kind) {
            case 5 -> new Negation(next(depth - 1));
            case 6 -> power(depth);
            case 7 -> call(FormulaFunction.LOGISTIC, depth, 1);
            case 8 ->
                smooth
                        ? new Call(FormulaFunction.EXP, List.of(call(FormulaFunction.LOGISTIC, depth, 1)))
                        : call(FormulaFunction.EXP, depth, 1);
            case 9 -> call(random.nextBoolean() ? FormulaFunction.LN : FormulaFunction.SQRT, depth, 1);
            case 10 ->
                call(random.nextBoolean() ? FormulaFunction.MIN : FormulaFunction.MAX, depth, 2 + random.nextInt(2));
            default -> call(FormulaFunction.CLIP, depth, 3);
        };
    }

    private Expression power(int depth) {
        if (smooth) {
            Expression base = call(FormulaFunction.LOGISTIC, 1, 1);
            return new Binary(Operator.POWER, base, random.nextBoolean() ? number(random.nextInt(5)) : next(depth - 1));
        }
        Expression exponent = random.nextBoolean() ? number(random.nextInt(11)) : next(depth - 1);
        return new Binary(Operator.POWER, next(depth - 1), random.nextBoolean() ? exponent : new Negation(exponent));
    }

    private Expression call(FormulaFunction function, int depth, int count) {
        return new Call(
                function,
                IntStream.range(0, count).mapToObj(i -> next(depth - 1)).toList());
    }

    private Expression leaf() {
        return switch (random.nextInt(7)) {
            case 0 -> number(random.nextInt(4));
            case 1 -> number(random.nextInt(1000) / 250.0);
            case 2 -> new Constant(0.03, Dimension.NONE, "3 %");
            case 3 -> new Reference("6-TGN");
            default -> new Symbol(NAMES.get(random.nextInt(3)));
        };
    }

    private static Expression number(double value) {
        return Algebra.constant(value);
    }
}
