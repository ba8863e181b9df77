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
        Optional<Section> sex = facts.section("sex");
        double male =
                sex.map(s -> s.same(ONE).orElseGet(() -> s.need("male", ONE))).orElse(0.5);
        sex.ifPresent(s -> s.done("male " + PopulationFacts.percent(male)));
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
        return age.flatMap(a -> tall.flatMap(h -> heavy.map(w -> new Body.Adults(male, a, h, w, correlation))));
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
                    .map(text -> new Body.Children(
                            male,
                            age,
                            GrowthChartCsv.read(text, "stature_cm"),
                            GrowthChartCsv.read(text, "weight_kg"),
                            correlation));
        });
    }

    /** {@code mean} and {@code sd}, {@code median} and {@code sd-log}, or one value. */
    private Optional<Distribution> plain(Section section, Unit unit) {
        OptionalDouble same = section.same(unit);
        if (same.isPresent()) {
            return Optional.of(Distribution.fixed(same.getAsDouble()));
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
            for (Sex sex : Sex.values()) {
                by.put(sex, Distribution.fixed(same.getAsDouble()));
            }
            return Optional.of(by);
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
