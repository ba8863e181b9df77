package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.thiosim.cohort.FatFreeMass;
import org.thiosim.cohort.GeneState;
import org.thiosim.cohort.Genotype;
import org.thiosim.cohort.ListedPopulation;
import org.thiosim.cohort.ListedPopulation.Person;
import org.thiosim.cohort.Physique;
import org.thiosim.cohort.Population;
import org.thiosim.cohort.Sex;
import org.thiosim.genetics.Diplotype;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;
import org.thiosim.model.Covariate;
import org.thiosim.model.Model;
import org.thiosim.patient.BodySurface;
import org.thiosim.units.Range;
import org.thiosim.units.Suggestion;
import org.thiosim.units.Unit;

/**
 * Reads a table of real patients, CSV or Parquet: one row each; columns {@code weight (kg)}, {@code height (cm)} or {@code
 * bsa (m^2)}, and where they are known {@code age (y)}, {@code sex}, {@code ancestry}, {@code tpmt} and {@code nudt15} as
 * diplotype or phenotype, {@code adherence}, and any covariate of the model with its unit in brackets.
 */
final class ListedPatients {
    private static final double USUAL_AGE = 40;
    private static final List<String> WORDS = List.of("patient", "sex", "ancestry", "tpmt", "nudt15", "adherence");
    private static final int MOST_FINDINGS = 20;
    private static final Range SHARE = new Range(0, 1);

    private static final Measure ADHERENCE = new Measure("adherence", Unit.ONE, Optional.of(SHARE));

    private final String file;
    private final Model model;
    private final Supplier<GeneticData> tables;
    private final List<Finding> findings = new ArrayList<>();

    private ListedPatients(String file, Model model, Supplier<GeneticData> tables) {
        this.file = file;
        this.model = model;
        this.tables = tables;
    }

    static Population read(Path path, Model model, Supplier<GeneticData> tables) {
        String name = path.getFileName().toString();
        return new ListedPatients(name, model, tables).population(TableRow.read(path, name));
    }

    /**
     * A column that holds numbers.
     *
     * @param id what it is
     * @param allowed in canonical units
     */
    private record Measure(String id, Unit unit, Optional<Range> allowed) {}

    private Population population(List<TableRow> rows) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            findings.add(new Finding(file, 0, 0, "has no row", ""));
        } else {
            rows.get(0).cells().keySet().forEach(c -> measure(c).ifPresent(m -> measures.put(c, m)));
        }
        List<Person> people = new ArrayList<>();
        rows.forEach(r -> person(r, measures).ifPresent(people::add));
        if (!findings.isEmpty()) {
            int more = findings.size() - MOST_FINDINGS;
            if (more > 0) {
                findings.subList(MOST_FINDINGS, findings.size()).clear();
                findings.add(new Finding(file, 0, 0, "has " + more + " more mistakes", ""));
            }
            throw new InputException(findings);
        }
        Population.Description description = new Population.Description(
                file,
                people.size() + " patients of " + file,
                List.of(new Population.Fact("patients", people.size() + " rows", "stated", file)),
                List.of(),
                List.of());
        return new ListedPopulation(description, people);
    }

    private Optional<Measure> measure(String column) {
        int bracket = column.indexOf('(');
        String id = (bracket < 0 ? column : column.substring(0, bracket)).strip();
        if (WORDS.contains(id)) {
            return Optional.empty();
        }
        Optional<Covariate> covariate =
                Optional.ofNullable(model.inputs().covariates().get(id));
        Optional<BodyMeasure> body = BodyMeasure.of(id);
        Optional<Unit> expected = covariate.map(Covariate::unit).or(() -> body.map(BodyMeasure::unit));
        Optional<Range> allowed = covariate.flatMap(Covariate::allowed).or(() -> body.map(BodyMeasure::plausible));
        if (expected.isEmpty()) {
            TreeSet<String> known = new TreeSet<>(WORDS);
            known.addAll(BodyMeasure.byId().keySet());
            known.addAll(model.inputs().covariates().keySet());
            header("unknown column '" + column + "'"
                    + Suggestion.nearest(id, known)
                            .map(s -> "; did you mean '" + s + "'?")
                            .orElse("; allowed are " + String.join(", ", known)));
            return Optional.empty();
        }
        if (bracket < 0 && !expected.get().dimension().isNone()) {
            header("column '" + column + "' needs its unit in brackets, for example '" + id + " ("
                    + expected.get().text() + ")'");
            return Optional.empty();
        }
        try {
            Unit unit = bracket < 0
                    ? Unit.ONE
                    : Unit.parse(column.substring(bracket + 1).replace(")", ""));
            if (!unit.dimension().equals(expected.get().dimension())) {
                header("column '" + column + "' is not in a unit like "
                        + expected.get().text());
                return Optional.empty();
            }
            return Optional.of(new Measure(id, unit, allowed));
        } catch (IllegalArgumentException e) {
            header("column '" + column + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    private void header(String message) {
        findings.add(new Finding(file, 0, 0, message, ""));
    }

    private void wrong(TableRow row, String message) {
        String place = row.line() > 0 ? file + ":" + row.line() : file;
        findings.add(new Finding(place, 0, 0, "row " + row.number() + ": " + message, ""));
    }

    private Optional<Person> person(TableRow row, Map<String, Measure> measures) {
        SortedMap<String, Double> values = new TreeMap<>();
        measures.forEach((column, m) -> {
            if (!row.cell(column).isEmpty()) {
                number(row, column, m).ifPresent(v -> values.put(m.id(), v));
            }
        });
        double weight = values.getOrDefault("weight", Double.NaN);
        double height = values.getOrDefault("height", Double.NaN);
        Optional<Double> years = Optional.ofNullable(values.get("age")).map(BodyMeasure.AGE.unit()::fromCanonical);
        double age = years.orElse(USUAL_AGE);
        if (!values.containsKey("weight")) {
            if (isBlank(row, measures, "weight")) {
                wrong(row, "a patient needs 'weight (kg)'");
            }
            return Optional.empty();
        }
        double formula =
                BodySurface.of(weight, height, years.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        double bsa = values.getOrDefault("bsa", formula);
        if (!(bsa > 0)) {
            if (isBlank(row, measures, "height") && isBlank(row, measures, "bsa")) {
                wrong(row, "a patient needs 'height (cm)' or 'bsa (m^2)'");
            }
            return Optional.empty();
        }
        Optional<Sex> sex = sex(row);
        OptionalDouble lean = age >= BodySurface.ADULT_YEARS && sex.isPresent() && height > 0
                ? OptionalDouble.of(FatFreeMass.of(sex.get(), weight, height))
                : OptionalDouble.empty();
        Genotype genotype = new Genotype(row.cell("ancestry"), state(Gene.TPMT, row), state(Gene.NUDT15, row));
        double adherence = row.cell(ADHERENCE.id()).isEmpty()
                ? 1
                : number(row, ADHERENCE.id(), ADHERENCE).orElse(1.0);
        List.of("weight", "height", "bsa", "age").forEach(values::remove);
        Physique body = new Physique(sex.orElse(Sex.FEMALE), age, height, weight, bsa, lean);
        return Optional.of(new Person(genotype, body, values, adherence));
    }

    /** Whether no column of a measure has a value. */
    private static boolean isBlank(TableRow row, Map<String, Measure> measures, String id) {
        return measures.entrySet().stream()
                .filter(m -> m.getValue().id().equals(id))
                .allMatch(m -> row.cell(m.getKey()).isEmpty());
    }

    /** The value of a cell in canonical units; absent only together with a finding. */
    private Optional<Double> number(TableRow row, String column, Measure measure) {
        String text = row.cell(column);
        double value = parsed(text);
        double canonical = measure.unit().toCanonical(value);
        if (Double.isFinite(value)
                && measure.allowed().filter(r -> !r.contains(canonical)).isEmpty()) {
            return Optional.of(canonical);
        }
        wrong(
                row,
                "column '" + column + "': found '" + text + "', allowed "
                        + measure.allowed()
                                .map(r -> "is " + BodyMeasure.words(r, measure.unit()))
                                .orElse("are finite numbers"));
        return Optional.empty();
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private Optional<Sex> sex(TableRow row) {
        String text = row.cell("sex");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "m", "male" -> Optional.of(Sex.MALE);
            case "f", "female" -> Optional.of(Sex.FEMALE);
            default -> {
                wrong(row, "column 'sex': found '" + text + "', allowed are male and female");
                yield Optional.empty();
            }
        };
    }

    private GeneState state(Gene gene, TableRow row) {
        String text = row.cell(GenotypeReader.key(gene));
        try {
            if (GenotypeReader.isDiplotype(text, gene)) {
                var call = tables.get().call(Diplotype.parse(gene, text));
                return new GeneState(
                        call.diplotype().label(),
                        call.phenotype(),
                        call.activity()
                                .value()
                                .orElseThrow(() ->
                                        new IllegalArgumentException("the activity of " + text + " is not known")));
            }
            Phenotype phenotype = text.isEmpty() ? Phenotype.NORMAL : Phenotype.parse(text);
            double activity = tables.get()
                    .alleles(gene)
                    .activity()
                    .of(phenotype)
                    .orElseThrow(() -> new IllegalArgumentException("the activity of '" + text + "' is not known"));
            return new GeneState("", phenotype, activity);
        } catch (IllegalArgumentException e) {
            wrong(row, "column '" + GenotypeReader.key(gene) + "': " + e.getMessage());
            return new GeneState("", Phenotype.NORMAL, 1);
        }
    }
}
