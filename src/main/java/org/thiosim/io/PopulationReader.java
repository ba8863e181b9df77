package org.thiosim.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.thiosim.cohort.ActivitySpread;
import org.thiosim.cohort.Body;
import org.thiosim.cohort.CoMedication;
import org.thiosim.cohort.Distribution;
import org.thiosim.cohort.GeneState;
import org.thiosim.cohort.Genotype;
import org.thiosim.cohort.GenotypeMix;
import org.thiosim.cohort.GenotypeMix.Ancestry;
import org.thiosim.cohort.Habit;
import org.thiosim.cohort.Kidney;
import org.thiosim.cohort.Population;
import org.thiosim.cohort.Population.PublishedShare;
import org.thiosim.cohort.SampledPopulation;
import org.thiosim.cohort.Sex;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.DoseRule;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;
import org.thiosim.genetics.PhenotypeActivity;
import org.thiosim.io.PopulationFacts.Section;
import org.thiosim.model.Covariate;
import org.thiosim.model.Model;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/** Reads a population: a file of the library, with what the scenario states over it. */
final class PopulationReader {
    private static final Unit ONE = Unit.ONE;
    private static final Unit YEAR = Unit.parse("y");
    private static final Unit METRE = Unit.parse("m");
    private static final Unit KILOGRAM = Unit.parse("kg");
    private static final Unit CLEARANCE = Unit.parse("mL/min/1.73 m^2");
    private static final int DIGITS = 6;

    private final PopulationFacts facts;
    private final PopulationLibrary library;
    private final Supplier<GeneticData> tables;
    private final Model model;

    PopulationReader(List<YamlMap> layers, PopulationLibrary library, Supplier<GeneticData> tables, Model model) {
        this.facts = new PopulationFacts(layers);
        this.library = library;
        this.tables = tables;
        this.model = model;
    }

    /** The population; absent only together with a finding. */
    Optional<Population> read() {
        String id =
                facts.holder("population").flatMap(m -> m.text("population")).orElse("");
        String title = facts.holder("title").flatMap(m -> m.text("title")).orElse(id);
        Optional<GenotypeMix> mix = genotypes();
        Optional<Body> body = body();
        Optional<Kidney> kidney = kidney();
        ActivitySpread spread = spread();
        List<Habit> habits = habits();
        List<CoMedication> medication = medication();
        List<PublishedShare> published = published();
        if (mix.isEmpty()
                || body.isEmpty()
                || kidney.isEmpty()
                || !facts.findings().isEmpty()) {
            return Optional.empty();
        }
        Population.Description description =
                new Population.Description(id, title, facts.facts(), mix.get().notes(), published);
        return attempt(
                "population",
                () -> new SampledPopulation(
                        description, mix.get(), body.get(), kidney.get(), spread, habits, medication));
    }

    private <T> Optional<T> attempt(String key, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            String message = Optional.ofNullable(e.getMessage()).orElse("");
            facts.holder(key).ifPresentOrElse(m -> m.flaw(key, message), () -> facts.flaw(message));
            return Optional.empty();
        }
    }

    private Optional<GenotypeMix> genotypes() {
        Map<String, Double> strata = strata();
        if (facts.holder("genotypes").isPresent()) {
            facts.holder("ancestry");
            return facts.holder("genotypes")
                    .orElseThrow()
                    .map("genotypes", "'genotypes'")
                    .map(this::stated);
        }
        List<Ancestry> ancestries = new ArrayList<>();
        for (YamlMap map : maps("ancestry", "a group of the ancestry")) {
            double share = share(map, "share");
            Optional<String> group = map.required("group");
            String tpmt = map.textOr("tpmt", group.orElse(""));
            String nudt15 = map.textOr("nudt15", group.orElse(""));
            facts.note("ancestry", group.orElse("") + " " + percent(share), map);
            map.done();
            group.ifPresent(g -> ancestries.add(new Ancestry(g, share, tpmt, nudt15)));
        }
        if (ancestries.isEmpty()) {
            facts.flaw("a population needs 'ancestry': groups of the frequency table with their shares,"
                    + " or 'genotypes: {tpmt: normal, nudt15: normal}'");
            return Optional.empty();
        }
        return attempt("ancestry", () -> GenotypeMix.of(ancestries, tables.get()))
                .flatMap(m -> strata.isEmpty() ? Optional.of(m) : attempt("stratify", () -> m.enriched(strata)));
    }

    private GenotypeMix stated(YamlMap map) {
        GeneState tpmt = stated(map, Gene.TPMT);
        GeneState nudt15 = stated(map, Gene.NUDT15);
        map.done();
        return GenotypeMix.same(new Genotype("", tpmt, nudt15));
    }

    private GeneState stated(YamlMap map, Gene gene) {
        Phenotype phenotype =
                map.parsed(GenotypeReader.key(gene), Phenotype::parse).orElse(Phenotype.NORMAL);
        PhenotypeActivity activities = tables.get().alleles(gene).activity();
        if (!phenotype.isDeterminate()) {
            map.flaw(
                    GenotypeReader.key(gene),
                    "the activity of '" + phenotype.word() + "' is not known; choose normal,"
                            + " intermediate or poor");
        }
        return new GeneState("", phenotype, activities.of(phenotype).orElse(1));
    }

    private Map<String, Double> strata() {
        Map<String, Double> strata = new LinkedHashMap<>();
        facts.holder("stratify").flatMap(m -> m.map("stratify", "'stratify'")).ifPresent(map -> {
            for (String stratum : map.keys()) {
                strata.put(stratum, share(map, stratum));
            }
            map.done();
        });
        return strata;
    }

    private Optional<Body> body() {
        Optional<Section> sex = facts.section("sex");
        double male =
                sex.map(s -> s.same(ONE).orElseGet(() -> s.need("male", ONE))).orElse(0.5);
        sex.ifPresent(s -> s.done("male " + percent(male)));
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
            return attempt("growth", () -> library.chart(chart))
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

    private Optional<Kidney> kidney() {
        return facts.section("creatinine-clearance").flatMap(s -> {
            OptionalDouble same = s.same(CLEARANCE);
            if (same.isPresent()) {
                double v = same.getAsDouble();
                return attempt("creatinine-clearance", () -> new Kidney(v, 0, 1, 0, v, v));
            }
            double intercept = s.need("intercept", CLEARANCE);
            double slope = s.need("per-year", CLEARANCE);
            double female = s.need("female", ONE);
            double cv = s.need("cv", ONE);
            double low = s.need("min", CLEARANCE);
            double high = s.need("max", CLEARANCE);
            s.done(Numbers.format(intercept, DIGITS) + " - " + Numbers.format(slope, DIGITS)
                    + " per year of age, women x "
                    + Numbers.format(female, DIGITS) + ", CV " + percent(cv) + ", " + Numbers.format(low, DIGITS)
                    + " to "
                    + Numbers.format(high, DIGITS) + " " + CLEARANCE.text());
            return Double.isNaN(intercept + slope + female + cv + low + high)
                    ? Optional.empty()
                    : attempt("creatinine-clearance", () -> new Kidney(intercept, slope, female, cv, low, high));
        });
    }

    private ActivitySpread spread() {
        Optional<Section> section = facts.section("tpmt-activity");
        double normal = section.map(s -> s.need("sd-normal", ONE)).orElse(0.0);
        double intermediate = section.map(s -> s.need("sd-intermediate", ONE)).orElse(0.0);
        section.ifPresent(s -> s.done("SD within normal " + Numbers.format(normal, DIGITS) + ", within intermediate "
                + Numbers.format(intermediate, DIGITS) + " of the activity of two normal alleles"));
        return new ActivitySpread(normal, intermediate);
    }

    private List<Habit> habits() {
        List<Habit> habits = new ArrayList<>();
        for (YamlMap map : maps("adherence", "a pattern of 'adherence'")) {
            double share = share(map, "share");
            double taken = share(map, "taken");
            facts.note("adherence", percent(share) + " of patients take " + percent(taken) + " of doses", map);
            map.done();
            attempt("adherence", () -> new Habit(share, taken)).ifPresent(habits::add);
        }
        return habits;
    }

    private List<CoMedication> medication() {
        List<CoMedication> medication = new ArrayList<>();
        Recipient anyone = new Recipient(
                new BodySize(70, OptionalDouble.of(1.8)), Map.of(), DiseaseContext.NON_MALIGNANT, 0, tables);
        for (YamlMap map : maps("co-medication", "a 'co-medication'")) {
            double share = share(map, "share");
            facts.note("co-medication", percent(share) + " of patients take " + map.textOr("drug", ""), map);
            map.text("note");
            List<DoseRule> rules = new DoseRuleReader(map, model, anyone)
                    .read().stream().map(RegimenReader.Placed::rule).toList();
            if (!rules.isEmpty()) {
                medication.add(new CoMedication(rules.get(0).drug(), share, rules));
            }
        }
        return medication;
    }

    private List<PublishedShare> published() {
        List<PublishedShare> published = new ArrayList<>();
        for (YamlMap map : maps("published", "a published share")) {
            Optional<Gene> gene = map.required("gene").flatMap(g -> map.parsed("gene", Gene::parse));
            Optional<String> phenotype = map.required("phenotype");
            double low = share(map, "low");
            double high = share(map, "high");
            String source = map.required("source").orElse("");
            map.done();
            gene.ifPresent(
                    g -> phenotype.ifPresent(p -> published.add(new PublishedShare(g.name(), p, low, high, source))));
        }
        return published;
    }

    private List<YamlMap> maps(String key, String what) {
        List<YamlMap> maps = new ArrayList<>();
        facts.holder(key).ifPresent(holder -> {
            for (Node item : holder.items(key)) {
                if (item instanceof MappingNode) {
                    YamlMap.asMap(item, what, holder.findings()).ifPresent(maps::add);
                } else {
                    holder.findings().add(item, what + " must be a mapping of keys and values");
                }
            }
        });
        return maps;
    }

    private static double share(YamlMap map, String key) {
        map.require(key);
        double value = map.quantity(key)
                .filter(q -> q.dimension().isNone())
                .map(Quantity::canonical)
                .orElse(Double.NaN);
        if (!(value >= 0 && value <= 1)) {
            map.flaw(key, "'" + key + "' is a share from 0 % to 100 %");
            return 0;
        }
        return value;
    }

    private static String percent(double share) {
        return Numbers.format(100 * share, DIGITS) + " %";
    }
}
