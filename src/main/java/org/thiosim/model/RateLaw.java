package org.thiosim.model;

import java.util.Optional;
import org.thiosim.expression.Expression;
import org.thiosim.expression.FormulaFunction;

/** How fast a reaction runs, as a formula over species and individual quantities; the set of laws is closed. */
public sealed interface RateLaw {

    /** The name used in files. */
    String name();

    /** The rate in species unit per h, without effects on the enzyme. */
    Expression rate();

    /** rate = k · A(from). */
    record FirstOrder(Expression k, String from) implements RateLaw {
        @Override
        public String name() {
            return "first-order";
        }

        @Override
        public Expression rate() {
            return Expression.product(k, Expression.symbol(from));
        }
    }

    /** rate = constant. */
    record ZeroOrder(Expression constant) implements RateLaw {
        @Override
        public String name() {
            return "zero-order";
        }

        @Override
        public Expression rate() {
            return constant;
        }
    }

    /** rate = vmax · x / (km + x), x the amount of the species or, where a volume is given, its concentration. */
    record MichaelisMenten(Expression vmax, Expression km, String from, Optional<String> volume) implements RateLaw {
        @Override
        public String name() {
            return "michaelis-menten";
        }

        @Override
        public Expression rate() {
            return saturable(vmax, km, from, volume);
        }
    }

    /** rate = k · A(driver), or vmax · x / (km + x); the driver is not drained. */
    record Driven(String driver, Saturation saturation) implements RateLaw {
        @Override
        public String name() {
            return "driven";
        }

        @Override
        public Expression rate() {
            return saturation.rate(driver);
        }
    }

    /** Linear with k, or saturable with vmax and km. */
    sealed interface Saturation {
        Expression rate(String driver);

        record Linear(Expression k) implements Saturation {
            @Override
            public Expression rate(String driver) {
                return Expression.product(k, Expression.symbol(driver));
            }
        }

        record Saturable(Expression vmax, Expression km, Optional<String> volume) implements Saturation {
            @Override
            public Expression rate(String driver) {
                return saturable(vmax, km, driver, volume);
            }
        }
    }

    /**
     * rate = k · A(driver) · drug · (base / max(A(sensor), floor))^exponent: production under feedback (Friberg 2002).
     *
     * @param drug factor of the drug on proliferation, 1 without drug
     */
    record FeedbackProduction(
            Expression k,
            String driver,
            String sensor,
            Expression base,
            Expression exponent,
            Expression drug,
            Expression floor)
            implements RateLaw {
        @Override
        public String name() {
            return "feedback-production";
        }

        @Override
        public Expression rate() {
            Expression count = Expression.call(FormulaFunction.MAX, Expression.symbol(sensor), floor);
            Expression feedback = Expression.power(Expression.quotient(base, count), exponent);
            return Expression.product(
                    Expression.product(k, Expression.symbol(driver)), Expression.product(drug, feedback));
        }
    }

    /** rate = k · (drive − A(to)): an effect that follows its drive with a delay. */
    record EffectCompartment(Expression k, Expression drive, String to) implements RateLaw {
        @Override
        public String name() {
            return "effect-compartment";
        }

        @Override
        public Expression rate() {
            return Expression.product(k, Expression.difference(drive, Expression.symbol(to)));
        }
    }

    private static Expression saturable(Expression vmax, Expression km, String species, Optional<String> volume) {
        Expression amount = Expression.symbol(species);
        Expression x = volume.map(v -> Expression.quotient(amount, Expression.symbol(v)))
                .orElse(amount);
        return Expression.quotient(Expression.product(vmax, x), Expression.sum(km, x));
    }
}
