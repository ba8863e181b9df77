package org.thiosim.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.thiosim.units.Dimension;

/**
 * Finds the dimension of a formula and refuses one that adds, compares or raises unlike things.
 *
 * <p>A literal 0 fits any dimension in a sum, difference, {@code min}, {@code max} and {@code clip}. Exponents and the
 * arguments of {@code exp}, {@code ln} and {@code logistic} are dimensionless; a dimensioned base needs a constant
 * exponent that leaves whole exponents.
 */
public final class DimensionCheck {

    private static final int LARGEST_ROOT = 12;

    private final Expression whole;
    private final Function<String, Optional<Dimension>> dimensions;
    private final Collection<String> known;

    private DimensionCheck(
            Expression whole, Function<String, Optional<Dimension>> dimensions, Collection<String> known) {
        this.whole = whole;
        this.dimensions = dimensions;
        this.known = known;
    }

    /**
     * The dimension of a formula.
     *
     * @param symbols the dimension of each key, empty when unknown
     * @throws FormulaException with the sub-formula, its dimensions and its offset in {@code e.toString()}
     */
    public static Dimension of(Expression e, Function<String, Optional<Dimension>> symbols) {
        return new DimensionCheck(e, symbols, Set.of()).dimension(e).orElse(Dimension.NONE);
    }

    /**
     * The dimension of a formula; an unknown name is answered with the nearest known one.
     *
     * @param symbols the dimension of each key
     * @throws FormulaException with the sub-formula, its dimensions and its offset in {@code e.toString()}
     */
    public static Dimension of(Expression e, Map<String, Dimension> symbols) {
        return new DimensionCheck(e, key -> Optional.ofNullable(symbols.get(key)), symbols.keySet())
                .dimension(e)
                .orElse(Dimension.NONE);
    }

    /** Empty for what fits any dimension. */
    private Optional<Dimension> dimension(Expression e) {
        if (Algebra.isZero(e) && Algebra.number(e).isPresent()) {
            return Optional.empty();
        }
        if (e instanceof Constant c) {
            return Optional.of(c.dimension());
        }
        if (e instanceof Symbol s) {
            return Optional.of(known(e, s.name()));
        }
        if (e instanceof Reference r) {
            return Optional.of(known(e, r.key()));
        }
        if (e instanceof Negation n) {
            return dimension(n.argument());
        }
        return e instanceof Binary b ? binary(b) : call((Call) e);
    }

    private Dimension known(Expression e, String key) {
        return dimensions.apply(key).orElseThrow(() -> at(e, FormulaException.unknownName(key, known)));
    }

    private Optional<Dimension> binary(Binary e) {
        return switch (e.operator()) {
            case PLUS -> alike(e, List.of(e.left(), e.right()), "add");
            case MINUS -> alike(e, List.of(e.left(), e.right()), "subtract");
            case TIMES -> Optional.of(fixed(e.left()).times(fixed(e.right())));
            case DIVIDE -> Optional.of(fixed(e.left()).over(fixed(e.right())));
            case POWER -> Optional.of(power(e));
        };
    }

    private Optional<Dimension> call(Call e) {
        Expression first = e.arguments().get(0);
        return switch (e.function()) {
            case MIN, MAX, CLIP -> alike(e, e.arguments(), "compare");
            case EXP, LN, LOGISTIC -> {
                requireNone(e, first, "the argument of " + e.function().symbol());
                yield Optional.of(Dimension.NONE);
            }
            case SQRT -> Optional.of(raised(e, fixed(first), 0.5));
            case STEP -> {
                dimension(first);
                yield Optional.of(Dimension.NONE);
            }
        };
    }

    private Dimension fixed(Expression e) {
        return dimension(e).orElse(Dimension.NONE);
    }

    private Optional<Dimension> alike(Expression e, List<Expression> operands, String verb) {
        Optional<Dimension> common = Optional.empty();
        Expression first = e;
        for (Expression operand : operands) {
            Optional<Dimension> own = dimension(operand);
            if (common.isEmpty()) {
                common = own;
                first = operand;
            } else if (own.isPresent() && !own.equals(common)) {
                throw at(
                        e,
                        "cannot " + verb + " '" + first + "' (" + common.get() + ") and '" + operand + "' (" + own.get()
                                + ") in '" + e + "'");
            }
        }
        return common;
    }

    private Dimension power(Binary e) {
        Dimension base = fixed(e.left());
        requireNone(e, e.right(), "the exponent");
        if (base.isNone()) {
            return base;
        }
        boolean constant =
                e.right().symbols().isEmpty() && e.right().references().isEmpty();
        if (!constant) {
            throw at(
                    e,
                    "the exponent of '" + e.left() + "' (" + base + ") must be a number in '" + e
                            + "', or its base must be dimensionless");
        }
        return raised(e, base, e.right().evaluate(key -> Double.NaN));
    }

    private Dimension raised(Expression e, Dimension base, double exponent) {
        for (int root = 1; root <= LARGEST_ROOT; root++) {
            double whole = exponent * root;
            if (Math.abs(whole) < 100 && Math.abs(whole - Math.rint(whole)) < 1e-12) {
                Dimension power = base.power((int) Math.rint(whole));
                if (power.hasRoot(root)) {
                    return power.root(root);
                }
            }
        }
        throw at(
                e,
                "'" + e.parts().get(0) + "' (" + base + ") cannot be raised to " + exponent + " in '" + e
                        + "'; divide it by a reference value first, as in (weight / 70 kg)^0.75");
    }

    private void requireNone(Expression e, Expression part, String role) {
        Dimension own = fixed(part);
        if (!own.isNone()) {
            throw at(e, role + " must be dimensionless, but '" + part + "' is " + own + " in '" + e + "'");
        }
    }

    private FormulaException at(Expression e, String message) {
        return new FormulaException(Math.max(0, whole.toString().indexOf(e.toString())), message);
    }
}
