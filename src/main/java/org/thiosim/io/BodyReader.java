package org.thiosim.io;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thiosim.cohort.Body;
import org.thiosim.cohort.Distribution;
import org.thiosim.cohort.Sex;
import org.thiosim.io.PopulationFacts.Section;
import org.thiosim.model.Covariate;
import org.thiosim.model.Model;
import org.thiosim.units.Numbers;
import org.thiosim.units.Unit;

/** Reads the bodies of a population: {@code sex}, {@code age}, {@code height} and {@code weight}, or {@code growth}. */
final class BodyReader {
    private static final Unit ONE = Unit.ONE;
    private static final Unit YEAR = Unit.parse("y");
    private static final Unit METRE = Unit.parse("m");
    private static final Unit KILOGRAM = Unit.parse("kg");
    private static final int DIGITS = 6;

    private final PopulationFacts facts;
    private final PopulationLibrary library;
    private final Model model;

    BodyReader(PopulationFacts facts, PopulationLibrary library, Model model) {
        this.facts = facts;
        this.library = library;
        this.model = model;
    }

    /** The bodies; absent only together with a finding. */
    Optional<Body> read() {
        double male = facts.section("sex").map(BodyReader::men).orElse(0.5);
        Optional<Distribution> age = facts.section("age").flatMap(s -> plain(s, YEAR));
        if (facts.holder("growth").isPresent() && facts.holder("weight").isEmpty()) {
            facts.holder("height");
            return age.flatMap(a -> children(male, a));
        }
        facts.holder("growth");
        Optional<Section> weight = facts.section("weight");
        double correlation =
                weight.flatMap(w -> boxed(w.get("with-height", ONE))).orElse(0.0);
        Optional<Map<Sex, Distribution>> heavy = weight.flatMap(s -> bySex(s, KILOGRAM, true));
        heavy.ifPresent(by -> weight.ifPresent(w -> checkWeight(w, by.values())));
        Optional<Map<Sex, Distribution>> tall = facts.section("height").flatMap(s -> bySex(s, METRE, false));
        return age.flatMap(a -> tall.flatMap(h ->
                heavy.flatMap(w -> facts.attempt("weight", () -> new Body.Adults(male, a, h, w, correlation)))));
    }

    /** The share of men: {@code male} or {@code female} for everyone, a share, or a mapping with the share of one sex. */
    private static double men(Section section) {
        Optional<String> word = section.word();
        if (word.filter("male"::equals).isPresent()) {
            return 1;
        }
        if (word.filter("female"::equals).isPresent()) {
            return 0;
        }
        if (word.filter(w -> w.isEmpty() || Character.isLetter(w.charAt(0))).isPresent()) {
            section.flaw("'sex' of a population is male, female, or the share of men such as 43 %, found '" + word.get()
                    + "'");
            return 0;
        }
        double men = section.same(ONE)
                .orElseGet(() -> section.has("female") && !section.has("male")
                        ? 1 - section.need("female", ONE)
                        : section.need("male", ONE));
        if (!Double.isNaN(men) && !(men >= 0 && men <= 1)) {
            section.flaw("'sex' holds a share from 0 % to 100 %");
        }
        section.done("male " + PopulationFacts.percent(men));
        return men;
    }

    /** Reports weights that the model refuses of a single patient too. */
    private void checkWeight(Section section, Collection<Distribution> weights) {
        Optional.ofNullable(model.inputs().covariates().get("weight"))
                .flatMap(Covariate::allowed)
                .filter(r -> weights.stream().anyMatch(d -> !r.contains(d.low()) || !r.contains(d.high())))
                .ifPresent(r -> section.flaw("weight is outside the allowed range, " + Numbers.format(r.low(), DIGITS)
                        + " to " + Numbers.format(r.high(), DIGITS) + " kg"));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private Optional<Body> children(double male, Distribution age) {
        return facts.section("growth").flatMap(s -> {
            String chart = s.word("chart").orElse("");
            double correlation = s.need("correlation", ONE);
            s.done(chart + ", correlation of scores " + Numbers.format(correlation, DIGITS));
            return facts.attempt("growth", () -> library.chart(chart))
                    .flatMap(text -> facts.attempt(
                            "growth",
                            () -> new Body.Children(
                                    male,
                                    age,
                                    GrowthChartCsv.read(text, "stature_cm"),
                                    GrowthChartCsv.read(text, "weight_kg"),
                                    correlation)));
        });
    }

    /** {@code mean} and {@code sd}, {@code median} and {@code sd-log}, or one value. */
    private Optional<Distribution> plain(Section section, Unit unit) {
        OptionalDouble same = section.same(unit);
        if (same.isPresent()) {
            return same(same.getAsDouble());
        }
        boolean logarithmic = section.has("median");
        double centre = section.need(logarithmic ? "median" : "mean", unit);
        double spread = logarithmic ? section.need("sd-log", ONE) : section.need("sd", unit);
        double low = section.need("min", unit);
        double high = section.need("max", unit);
        section.done((logarithmic ? "median " : "mean ") + Numbers.format(centre, DIGITS) + ", "
                + (logarithmic ? "SD of log " : "SD ") + Numbers.format(spread, DIGITS) + ", "
                + Numbers.format(low, DIGITS)
                + " to " + Numbers.format(high, DIGITS) + " " + unit.text());
        return made(
                section,
                logarithmic ? Distribution.Shape.LOG_NORMAL : Distribution.Shape.NORMAL,
                centre,
                spread,
                low,
                high);
    }

    private static Optional<Distribution> same(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(Distribution.fixed(value));
    }

    private static Optional<Distribution> made(
            Section section, Distribution.Shape shape, double centre, double spread, double low, double high) {
        if (Double.isNaN(centre + spread + low + high)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Distribution(shape, centre, spread, low, high));
        } catch (IllegalArgumentException e) {
            section.flaw(Optional.ofNullable(e.getMessage()).orElse(""));
            return Optional.empty();
        }
    }

    /** {@code male} and {@code female} with one spread, or one value for everyone. */
    private Optional<Map<Sex, Distribution>> bySex(Section section, Unit unit, boolean logarithmic) {
        Map<Sex, Distribution> by = new EnumMap<>(Sex.class);
        OptionalDouble same = section.same(unit);
        if (same.isPresent()) {
            return same(same.getAsDouble()).map(d -> {
                for (Sex sex : Sex.values()) {
                    by.put(sex, d);
                }
                return by;
            });
        }
        double spread = logarithmic ? section.need("sd-log", ONE) : section.need("sd", unit);
        double low = section.need("min", unit);
        double high = section.need("max", unit);
        StringBuilder words = new StringBuilder();
        for (Sex sex : Sex.values()) {
            double centre = section.need(sex.word(), unit);
            words.append(sex.word())
                    .append(' ')
                    .append(Numbers.format(centre, DIGITS))
                    .append(", ");
            made(
                            section,
                            logarithmic ? Distribution.Shape.LOG_NORMAL : Distribution.Shape.NORMAL,
                            centre,
                            spread,
                            low,
                            high)
                    .ifPresent(d -> by.put(sex, d));
        }
        words.append(logarithmic ? "(medians) SD of log " : "(means) SD ").append(Numbers.format(spread, DIGITS));
        section.done(
                words + ", " + Numbers.format(low, DIGITS) + " to " + Numbers.format(high, DIGITS) + " " + unit.text());
        return by.size() == 2 ? Optional.of(by) : Optional.empty();
    }
}
