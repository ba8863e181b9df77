package org.thiosim.io;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.model.Model;
import org.thiosim.qualification.Comparison;
import org.thiosim.qualification.Measurand;
import org.thiosim.qualification.Observation;
import org.thiosim.qualification.Observation.Reported;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * Reads the published number of an observation, {@code value} with {@code low} and {@code high} or {@code sd}, in the
 * unit of the prediction. Bare numbers beside a value with a unit have its unit; {@code unit} serves for all.
 */
final class ObservedValue {
    private static final double PERCENT = 100;

    private final YamlMap map;
    private final Model model;
    private final String statistic;
    private final int points;
    private final Optional<Unit> unit;

    ObservedValue(YamlMap map, Model model, String statistic, int points) {
        this.map = map;
        this.model = model;
        this.statistic = statistic;
        this.points = points;
        this.unit = map.parsed("unit", Unit::parse);
        if (points > 0 && !map.has("value")) {
            map.lacks("an observation needs 'value'", "value");
        }
        List.of("value", "low", "high", "sd").forEach(this::count);
    }

    /**
     * A value of one point.
     *
     * @param quotient whether it is a level that has yet to be divided by the level of the other arm
     */
    record Point(Reported reported, boolean quotient) {}

    private void count(String key) {
        int found = map.items(key).size();
        if (found > 0 && points > 0 && found != points) {
            map.flaw(key, "'" + key + "' has " + found + " entries but 'at' has " + points);
        }
    }

    Optional<Point> read(int point, Measurand measurand, Comparison comparison) {
        Optional<Quantity> value = quantity("value", point, Unit.ONE);
        Unit own = value.map(Quantity::unit).orElse(Unit.ONE);
        Optional<Quantity> low = quantity("low", point, own);
        Optional<Quantity> high = quantity("high", point, own);
        Optional<Quantity> sd = quantity("sd", point, own);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        ObservedQuantity target = ObservedQuantity.of(model, measurand);
        Form form = form(comparison, value.get());
        OptionalDouble number = number(form, target, value, "value", point);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble spread = number(form, target, sd, "sd", point);
        OptionalDouble below = number(form, target, low, "low", point);
        OptionalDouble above = number(form, target, high, "high", point);
        if (spread.isPresent() && below.isEmpty() && above.isEmpty()) {
            below = OptionalDouble.of(number.getAsDouble() - spread.getAsDouble());
            above = OptionalDouble.of(number.getAsDouble() + spread.getAsDouble());
        }
        if (below.orElse(Double.NEGATIVE_INFINITY) > above.orElse(Double.POSITIVE_INFINITY)) {
            map.flaw("low", "'low' is above 'high'");
        }
        String text = switch (form) {
            case LEVEL, QUOTIENT -> target.unit().text();
            case RATIO -> "1";
            case PERCENT -> "%";
        };
        return Optional.of(
                new Point(new Reported(statistic, number.getAsDouble(), below, above, text), form == Form.QUOTIENT));
    }

    private enum Form {
        LEVEL,
        RATIO,
        QUOTIENT,
        PERCENT
    }

    private static Form form(Comparison comparison, Quantity value) {
        if (comparison instanceof Comparison.RatioTo && !value.dimension().isNone()) {
            return Form.QUOTIENT;
        }
        if (comparison instanceof Comparison.PercentOfDose) {
            return Form.PERCENT;
        }
        return comparison instanceof Comparison.Level ? Form.LEVEL : Form.RATIO;
    }

    private OptionalDouble number(
            Form form, ObservedQuantity target, Optional<Quantity> quantity, String key, int point) {
        return quantity.flatMap(q -> YamlMap.parse(
                        node(key, point).orElse(map.node()), "", t -> converted(form, target, q), map.findings()))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static double converted(Form form, ObservedQuantity target, Quantity quantity) {
        return switch (form) {
            case LEVEL, QUOTIENT -> target.converted(quantity);
            case RATIO -> plain(quantity).canonical();
            case PERCENT ->
                quantity.unit().equals(Unit.ONE)
                        ? quantity.value()
                        : PERCENT * plain(quantity).canonical();
        };
    }

    private static Quantity plain(Quantity quantity) {
        if (!quantity.dimension().isNone()) {
            throw new IllegalArgumentException("a ratio is a plain number, found '" + quantity + "'");
        }
        return quantity;
    }

    private Optional<Quantity> quantity(String key, int point, Unit fallback) {
        Optional<Node> node = node(key, point);
        return node.filter(ScalarNode.class::isInstance)
                .flatMap(n -> YamlMap.parse(
                        n, ((ScalarNode) n).getValue(), t -> withUnit(Quantity.parse(t), fallback), map.findings()));
    }

    private Quantity withUnit(Quantity quantity, Unit fallback) {
        return quantity.unit().equals(Unit.ONE) ? new Quantity(quantity.value(), unit.orElse(fallback)) : quantity;
    }

    private Optional<Node> node(String key, int point) {
        List<Node> items = map.items(key);
        return point < items.size() ? Optional.of(items.get(point)) : Optional.empty();
    }

    /**
     * The number of a population, in the unit of the file; a list of several, such as quartiles, is kept as its ends, and
     * the value is not a number where there is none.
     */
    static Reported asWritten(YamlMap map, Model model, String statistic) {
        ObservedValue values = new ObservedValue(map, model, statistic, 0);
        int last = map.items("value").size() - 1;
        Optional<Quantity> first = values.quantity("value", 0, Unit.ONE);
        Unit own = first.map(Quantity::unit).orElse(Unit.ONE);
        Optional<Quantity> low = last > 0 ? first : values.quantity("low", 0, own);
        Optional<Quantity> high = last > 0 ? values.quantity("value", last, own) : values.quantity("high", 0, own);
        if (first.isEmpty() && low.isEmpty() && high.isEmpty() && !map.has("value")) {
            map.lacks("an observation needs 'value'", "value");
        }
        Unit written = first.or(() -> low).or(() -> high).map(Quantity::unit).orElse(Unit.ONE);
        return new Reported(
                statistic,
                last > 0 ? Double.NaN : first.map(Quantity::value).orElse(Double.NaN),
                bare(low),
                bare(high),
                written.text());
    }

    private static OptionalDouble bare(Optional<Quantity> quantity) {
        return quantity.map(q -> OptionalDouble.of(q.value())).orElse(OptionalDouble.empty());
    }

    /** The same observation as a ratio to a level. */
    static Observation dividedBy(Observation observation, double reference) {
        Reported r = observation.reported();
        return new Observation(
                observation.arm(),
                observation.measurand(),
                observation.comparison(),
                new Reported(
                        r.statistic(),
                        r.value() / reference,
                        divided(r.low(), reference),
                        divided(r.high(), reference),
                        "1"),
                observation.scaleGroup(),
                observation.note());
    }

    private static OptionalDouble divided(OptionalDouble value, double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / by) : value;
    }
}
