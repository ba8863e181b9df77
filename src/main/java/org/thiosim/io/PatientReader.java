package org.thiosim.io;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.dosing.BodySize;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.Phenotype;
import org.thiosim.io.GenotypeOutcomes.Outcome;
import org.thiosim.model.Archetype;
import org.thiosim.model.Covariate;
import org.thiosim.model.Model;
import org.thiosim.patient.BodySurface;
import org.thiosim.patient.Patient;
import org.thiosim.simulation.RandomEffects;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/** Reads the patient of a scenario; an arm's own patient section stands over the shared one. */
final class PatientReader {
    private static final double USUAL_WEIGHT = 70;
    private static final Map<String, BodyMeasure> BODY = BodyMeasure.byId();
    private static final Map<String, String> MEANT = Map.ofEntries(
            entry("heterozygous", "intermediate"),
            entry("heterozygote", "intermediate"),
            entry("het", "intermediate"),
            entry("carrier", "intermediate"),
            entry("im", "intermediate"),
            entry("wild-type", "normal"),
            entry("wildtype", "normal"),
            entry("wt", "normal"),
            entry("nm", "normal"),
            entry("high", "normal"),
            entry("homozygous", "poor"),
            entry("deficient", "poor"),
            entry("absent", "poor"),
            entry("pm", "poor"));
    private static final Set<String> SPECIAL = Set.of("archetype", "variability", "random-effects", "assumed");

    private final Model model;
    private final long seed;
    private final GenotypeReader genotypes;

    PatientReader(Model model, long seed, GenotypeReader genotypes) {
        this.model = model;
        this.seed = seed;
        this.genotypes = genotypes;
    }

    /** The keys of measures that any patient may have. */
    static Set<String> measures() {
        return BODY.keySet();
    }

    /**
     * A patient and what doses depend on.
     *
     * @param variant which bound of an open genotype this is, such as {@code tpmt low}; empty where there is one patient
     */
    record Read(Patient patient, BodySize size, StatedSize stated, Map<Gene, Phenotype> phenotypes, String variant) {}

    /** Reports keys that are neither a covariate nor a measure of the body. */
    static void checkKeys(YamlMap section, Collection<String> covariates) {
        Set<String> allowed = new TreeSet<>(covariates);
        allowed.addAll(BODY.keySet());
        allowed.addAll(SPECIAL);
        allowed.addAll(GenotypeReader.keys());
        section.keys().stream()
                .filter(k -> !allowed.contains(k))
                .forEach(k -> section.findings()
                        .add(
                                section.keyNode(k),
                                "unknown key '" + k + "' in 'patient'" + YamlMap.suggestion(k, allowed)));
    }

    /**
     * The patient, or several where both bounds of a genotype are asked for.
     *
     * @param layers patient sections, the first standing over the later ones
     */
    List<Read> read(List<YamlMap> layers) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            YamlMap layer = layers.get(i);
            archetype(layer).ifPresent(a -> values.putAll(a.values()));
            model.inputs()
                    .covariates()
                    .values()
                    .forEach(c -> covariate(layer, c).ifPresent(v -> values.put(c.id(), v)));
            BODY.forEach((id, measure) -> bodyMeasure(layer, measure).ifPresent(v -> values.put(id, v)));
        }
        SortedMap<String, Double> effects = effects(layers);
        StatedSize stated = StatedSize.of(values);
        OptionalDouble bsa = surface(values);
        bsa.ifPresent(v -> values.putIfAbsent("bsa", v));
        if (bsa.isEmpty() && model.inputs().covariates().containsKey("bsa") && !layers.isEmpty()) {
            layers.get(0).flaw("this model uses the body surface: give 'bsa', or 'height' and 'weight'");
        }
        BodySize size = new BodySize(weight(values), bsa);
        Map<Gene, GenotypeOutcomes> outcomes = layers.isEmpty() ? Map.of() : genotypes.read(layers, genes());
        List<String> notes = new ArrayList<>(ignored(layers));
        outcomes.values().forEach(o -> notes.addAll(o.notes()));
        List<Read> reads = new ArrayList<>();
        for (Map<Gene, Outcome> combination : GenotypeReader.combinations(outcomes)) {
            SortedMap<String, Double> own = new TreeMap<>(values);
            Map<Gene, Phenotype> phenotypes = new EnumMap<>(Gene.class);
            List<String> labels = new ArrayList<>();
            combination.forEach((gene, outcome) -> {
                String key = GenotypeReader.key(gene);
                own.put(key, level(layers, key).orElse(outcome.activity()));
                outcome.phenotype().ifPresent(p -> phenotypes.put(gene, p));
                if (!outcome.label().isEmpty()) {
                    labels.add(key + " " + outcome.label());
                }
            });
            reads.add(new Read(new Patient(own, effects, notes), size, stated, phenotypes, String.join(", ", labels)));
        }
        return reads;
    }

    /** What a patient states and this model does not depend on. */
    private List<String> ignored(List<YamlMap> layers) {
        Set<String> known = new TreeSet<>(model.inputs().covariates().keySet());
        known.addAll(BODY.keySet());
        known.addAll(SPECIAL);
        known.addAll(GenotypeReader.keys());
        return layers.stream()
                .flatMap(l -> l.keys().stream())
                .filter(k -> !known.contains(k))
                .distinct()
                .sorted()
                .map(k -> "The patient's " + k + " is left out: " + model.id() + " does not depend on it")
                .toList();
    }

    private List<Gene> genes() {
        return Stream.of(Gene.values())
                .filter(g -> model.inputs().covariates().containsKey(GenotypeReader.key(g)))
                .toList();
    }

    /** The model's own value of a word such as {@code intermediate}, where the uppermost statement of a gene is one. */
    private Optional<Double> level(List<YamlMap> layers, String key) {
        return layers.stream()
                .filter(l -> l.has(key) || l.has("genotype-file"))
                .findFirst()
                .flatMap(l -> l.value(key))
                .filter(ScalarNode.class::isInstance)
                .map(n -> ((ScalarNode) n).getValue().strip())
                .flatMap(t -> Optional.ofNullable(model.inputs().covariates().get(key))
                        .flatMap(c -> Optional.ofNullable(c.levels().get(t))));
    }

    private double weight(SortedMap<String, Double> values) {
        return values.getOrDefault("weight", usual("weight").orElse(USUAL_WEIGHT));
    }

    /** The value that the model takes where the patient states none, if it depends on nothing else. */
    private OptionalDouble usual(String covariate) {
        return Optional.ofNullable(model.inputs().covariates().get(covariate))
                .flatMap(Covariate::fallback)
                .filter(f -> f.symbols().isEmpty())
                .map(f -> OptionalDouble.of(f.evaluate(s -> Double.NaN)))
                .orElse(OptionalDouble.empty());
    }

    private OptionalDouble surface(SortedMap<String, Double> values) {
        if (values.containsKey("bsa")) {
            return OptionalDouble.of(values.getOrDefault("bsa", Double.NaN));
        }
        boolean stated = values.containsKey("height") || values.containsKey("weight");
        if (!values.containsKey("height") || !values.containsKey("weight")) {
            return stated ? OptionalDouble.empty() : usual("bsa");
        }
        double weight = values.getOrDefault("weight", Double.NaN);
        double height = values.getOrDefault("height", Double.NaN);
        OptionalDouble years = values.containsKey("age")
                ? OptionalDouble.of(BodyMeasure.AGE.unit().fromCanonical(values.getOrDefault("age", Double.NaN)))
                : OptionalDouble.empty();
        return OptionalDouble.of(BodySurface.of(weight, height, years));
    }

    private Optional<Archetype> archetype(YamlMap layer) {
        return layer.choice("archetype", model.inputs().archetypes());
    }

    private Optional<Double> bodyMeasure(YamlMap layer, BodyMeasure measure) {
        String id = measure.id();
        if (model.inputs().covariates().containsKey(id)) {
            return Optional.empty();
        }
        return layer.quantity(id).flatMap(q -> {
            Unit unit = measure.unit();
            if (!q.dimension().equals(unit.dimension()) || q.value() < 0) {
                layer.flaw(id, "expected a positive value in " + unit.text() + ", found " + q + bare(q, unit.text()));
                return Optional.empty();
            }
            if (!measure.plausible().contains(q.canonical())) {
                layer.flaw(
                        id,
                        id + " " + q + " is outside the allowed range, "
                                + BodyMeasure.words(measure.plausible(), unit));
                return Optional.empty();
            }
            return Optional.of(q.canonical());
        });
    }

    private Optional<Double> covariate(YamlMap layer, Covariate covariate) {
        String id = covariate.id();
        if (!layer.has(id)
                || genes().stream()
                        .anyMatch(g -> GenotypeReader.key(g).equals(id) && GenotypeReader.understands(layer, g))) {
            return Optional.empty();
        }
        Optional<String> text = layer.text(id);
        Optional<Double> level =
                text.flatMap(t -> Optional.ofNullable(covariate.levels().get(t)));
        if (level.isPresent()) {
            return level;
        }
        boolean word = text.filter(t -> !t.isEmpty() && Character.isLetter(t.charAt(0)))
                .isPresent();
        if (word && !covariate.levels().isEmpty()) {
            String found = text.orElse("");
            layer.flaw(
                    id,
                    "unknown " + id + " '" + found + "'"
                            + Optional.ofNullable(MEANT.get(found.toLowerCase(Locale.ROOT)))
                                    .filter(covariate.levels()::containsKey)
                                    .map(m -> "; did you mean '" + m + "'?")
                                    .orElseGet(() -> YamlMap.suggestion(
                                            found, covariate.levels().keySet()))
                            + " (or a number in "
                            + shown(covariate.unit()) + ")");
            return Optional.empty();
        }
        return layer.quantity(id).flatMap(q -> inRange(layer, covariate, q));
    }

    private static String shown(Unit unit) {
        return unit.text().equals("1") ? "relative units (1 = typical)" : unit.text();
    }

    /** What is meant by a number without its unit. */
    static String bare(Quantity found, String unit) {
        return found.unit().equals(Unit.ONE) && found.value() > 0 && !unit.equals("1")
                ? "; did you mean '" + found + " " + unit + "'?"
                : "";
    }

    private static String bound(Unit unit, double canonical) {
        return Numbers.format(unit.fromCanonical(canonical), 4);
    }

    private static Optional<Double> inRange(YamlMap layer, Covariate covariate, Quantity quantity) {
        if (!quantity.dimension().equals(covariate.unit().dimension())) {
            layer.flaw(
                    covariate.id(),
                    "expected a value in " + shown(covariate.unit()) + ", found " + quantity
                            + bare(quantity, covariate.unit().text()));
            return Optional.empty();
        }
        double value = quantity.canonical();
        if (covariate.allowed().filter(r -> !r.contains(value)).isPresent()) {
            Unit unit = covariate.unit();
            layer.flaw(
                    covariate.id(),
                    covariate.id() + " " + quantity + " is outside the allowed range, "
                            + bound(unit, covariate.allowed().get().low()) + " to "
                            + bound(unit, covariate.allowed().get().high()) + " " + unit.text());
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private SortedMap<String, Double> effects(List<YamlMap> layers) {
        SortedMap<String, Double> effects = new TreeMap<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            YamlMap layer = layers.get(i);
            if (layer.choice("variability", Map.of("typical", false, "sampled", true))
                    .orElse(false)) {
                effects.putAll(RandomEffects.sample(model, seed, 0));
            }
            layer.map("random-effects", "'random-effects' of a patient").ifPresent(map -> {
                map.keys().forEach(k -> effect(map, k, effects));
                map.done();
            });
        }
        return effects;
    }

    private void effect(YamlMap map, String id, SortedMap<String, Double> effects) {
        if (!model.numbers().parameters().containsKey(id)) {
            map.findings()
                    .add(
                            map.keyNode(id),
                            "unknown parameter '" + id + "'"
                                    + YamlMap.suggestion(
                                            id, model.numbers().parameters().keySet()));
        }
        map.number(id).ifPresent(v -> effects.put(id, v));
    }
}
