package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.thiosim.cohort.ActivitySpread;
import org.thiosim.cohort.Body;
import org.thiosim.cohort.CoMedication;
import org.thiosim.cohort.GenotypeMix;
import org.thiosim.cohort.Habit;
import org.thiosim.cohort.Kidney;
import org.thiosim.cohort.Population;
import org.thiosim.cohort.Population.PublishedShare;
import org.thiosim.cohort.SampledPopulation;
import org.thiosim.dosing.DoseRule;
import org.thiosim.genetics.DiseaseContext;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;
import org.thiosim.io.PopulationFacts.Section;
import org.thiosim.model.Model;
import org.thiosim.units.Numbers;
import org.thiosim.units.Unit;

/** Reads a population: a file of the library, with what the scenario states over it. */
final class PopulationReader {
    private static final Unit ONE = Unit.ONE;
    private static final Unit CLEARANCE = Unit.parse("mL/min/1.73 m^2");
    private static final int DIGITS = 6;

    private final int before;
    private final PopulationFacts facts;
    private final PopulationLibrary library;
    private final Supplier<GeneticData> tables;
    private final Model model;

    PopulationReader(List<YamlMap> layers, PopulationLibrary library, Supplier<GeneticData> tables, Model model) {
        this.before = layers.get(0).findings().count();
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
        Optional<GenotypeMix> mix = new GenotypeMixReader(facts, tables).read();
        Optional<Body> body = new BodyReader(facts, library, model).read();
        Optional<Kidney> kidney = kidney();
        ActivitySpread spread = spread();
        List<Habit> habits = habits();
        List<CoMedication> medication = medication();
        List<PublishedShare> published = published();
        if (mix.isEmpty()
                || body.isEmpty()
                || kidney.isEmpty()
                || facts.findings().count() > before) {
            return Optional.empty();
        }
        Population.Description description =
                new Population.Description(id, title, facts.facts(), mix.get().notes(), published);
        return facts.attempt(
                "population",
                () -> new SampledPopulation(
                        description, mix.get(), body.get(), kidney.get(), spread, habits, medication));
    }

    private Optional<Kidney> kidney() {
        return facts.section("creatinine-clearance").flatMap(s -> {
            OptionalDouble same = s.same(CLEARANCE);
            if (same.isPresent()) {
                double v = same.getAsDouble();
                return Double.isNaN(v)
                        ? Optional.empty()
                        : facts.attempt("creatinine-clearance", () -> new Kidney(v, 0, 1, 0, v, v));
            }
            double intercept = s.need("intercept", CLEARANCE);
            double slope = s.need("per-year", CLEARANCE);
            double female = s.need("female", ONE);
            double cv = s.need("cv", ONE);
            double low = s.need("min", CLEARANCE);
            double high = s.need("max", CLEARANCE);
            s.done(Numbers.format(intercept, DIGITS) + " - " + Numbers.format(slope, DIGITS)
                    + " per year of age, women x "
                    + Numbers.format(female, DIGITS) + ", CV " + PopulationFacts.percent(cv) + ", "
                    + Numbers.format(low, DIGITS)
                    + " to "
                    + Numbers.format(high, DIGITS) + " " + CLEARANCE.text());
            return Double.isNaN(intercept + slope + female + cv + low + high)
                    ? Optional.empty()
                    : facts.attempt("creatinine-clearance", () -> new Kidney(intercept, slope, female, cv, low, high));
        });
    }

    private ActivitySpread spread() {
        Optional<Section> section = facts.section("tpmt-activity");
        double normal = section.map(s -> s.need("sd-normal", ONE)).orElse(0.0);
        double intermediate = section.map(s -> s.need("sd-intermediate", ONE)).orElse(0.0);
        section.ifPresent(s -> s.done("SD within normal " + Numbers.format(normal, DIGITS) + ", within intermediate "
                + Numbers.format(intermediate, DIGITS) + " of the activity of two normal alleles"));
        return facts.attempt("tpmt-activity", () -> new ActivitySpread(normal, intermediate))
                .orElseGet(() -> new ActivitySpread(0, 0));
    }

    private List<Habit> habits() {
        List<Habit> habits = new ArrayList<>();
        for (YamlMap map : facts.maps("adherence", "a pattern of 'adherence'")) {
            double share = PopulationFacts.share(map, "share");
            double taken = PopulationFacts.share(map, "taken");
            facts.note(
                    "adherence",
                    PopulationFacts.percent(share) + " of patients take " + PopulationFacts.percent(taken)
                            + " of doses",
                    map);
            map.done();
            facts.attempt("adherence", () -> new Habit(share, taken)).ifPresent(habits::add);
        }
        return habits;
    }

    private List<CoMedication> medication() {
        List<CoMedication> medication = new ArrayList<>();
        Recipient anyone = new Recipient(
                Recipient.anyone(), Map.of(), DiseaseContext.NON_MALIGNANT, 0, tables, Recipient.Weight.ANY);
        for (YamlMap map : facts.maps("co-medication", "a 'co-medication'")) {
            double share = PopulationFacts.share(map, "share");
            facts.note(
                    "co-medication",
                    PopulationFacts.percent(share) + " of patients take " + map.textOr("drug", ""),
                    map);
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
        for (YamlMap map : facts.maps("published", "a published share")) {
            Optional<Gene> gene = map.required("gene").flatMap(g -> map.parsed("gene", Gene::parse));
            Optional<String> phenotype = map.required("phenotype");
            double low = PopulationFacts.share(map, "low");
            double high = PopulationFacts.share(map, "high");
            String source = map.required("source").orElse("");
            map.done();
            gene.ifPresent(
                    g -> phenotype.ifPresent(p -> published.add(new PublishedShare(g.name(), p, low, high, source))));
        }
        return published;
    }
}
