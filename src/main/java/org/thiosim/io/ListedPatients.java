package org.thiosim.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.thiosim.units.Suggestion;
import org.thiosim.units.Unit;

/**
 * Reads a table of real patients, CSV or Parquet: one row each; columns {@code weight (kg)}, {@code height (cm)} or {@code
 * bsa (m^2)}, and where they are known {@code age (y)}, {@code sex}, {@code ancestry}, {@code tpmt} and {@code nudt15} as
 * diplotype or phenotype, {@code adherence}, and any covariate of the model with its unit in brackets.
 */
final class ListedPatients {
    private static final double ADULT = 18;
    private static final double USUAL_AGE = 40;
    private static final List<String> WORDS = List.of("patient", "sex", "ancestry", "tpmt", "nudt15", "adherence");
    private static final Map<String, Unit> BODY = Map.of(
            "weight", Unit.parse("kg"), "height", Unit.parse("m"), "bsa", Unit.parse("m^2"), "age", Unit.parse("y"));

    private final String file;
    private final Model model;
    private final Supplier<GeneticData> tables;
    private final List<Finding> findings = new ArrayList<>();

    private ListedPatients(String file, Model model, Supplier<GeneticData> tables) {
        this.file = file;
        this.model = model;
        this.tables = tables;
    }

    /** Whether a name is that of a table. */
    static boolean isTable(String name) {
        return name.endsWith(".csv") || name.endsWith(".parquet");
    }

    static Population read(Path path, Model model, Supplier<GeneticData> tables) {
        String name = path.getFileName().toString();
        return new ListedPatients(name, model, tables).population(rows(path, name));
    }

    /** The rows as text by column; numbers of a Parquet file keep every digit. */
    static List<Map<String, String>> rows(Path path, String name) {
        List<Map<String, String>> rows = new ArrayList<>();
        try {
            if (name.endsWith(".csv")) {
                try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(YamlSource.read(path).text())) {
                    csv.forEach(r -> rows.add(r.getFieldsAsMap()));
                }
                return rows;
            }
            try (var database = DriverManager.getConnection("jdbc:duckdb:");
                    var sql = database.createStatement();
                    ResultSet found = sql.executeQuery(
                            "SELECT * FROM read_parquet(" + PartTables.literal(path.toString()) + ")")) {
                while (found.next()) {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                        String value = found.getString(c);
                        row.put(found.getMetaData().getColumnName(c), value == null ? "" : value);
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (CsvParseException | SQLException | IOException e) {
            throw new InputException(
                    name,
                    "cannot be read as a table: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** A column that holds numbers: what it is and its unit. */
    private record Measure(String id, Unit unit) {}

    private Population population(List<Map<String, String>> rows) {
        Map<String, Measure> measures = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            rows.get(0).keySet().forEach(c -> measure(c).ifPresent(m -> measures.put(c, m)));
        }
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            person(rows.get(i), measures, i + 2).ifPresent(people::add);
        }
        if (rows.isEmpty()) {
            findings.add(new Finding(file, 0, 0, "has no row", ""));
        }
        if (!findings.isEmpty()) {
            throw new InputException(findings.stream().limit(20).toList());
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
        Optional<Unit> expected = Optional.ofNullable(BODY.get(id))
                .or(() ->
                        Optional.ofNullable(model.inputs().covariates().get(id)).map(Covariate::unit));
        if (expected.isEmpty()) {
            TreeSet<String> known = new TreeSet<>(WORDS);
            known.addAll(BODY.keySet());
            known.addAll(model.inputs().covariates().keySet());
            wrong(
                    1,
                    "unknown column '" + column + "'"
                            + Suggestion.nearest(id, known)
                                    .map(s -> "; did you mean '" + s + "'?")
                                    .orElse("; allowed are " + String.join(", ", known)));
            return Optional.empty();
        }
        if (bracket < 0 && !expected.get().dimension().isNone()) {
            wrong(
                    1,
                    "column '" + column + "' needs its unit in brackets, for example '" + id + " ("
                            + expected.get().text() + ")'");
            return Optional.empty();
        }
        try {
            Unit unit = bracket < 0
                    ? Unit.ONE
                    : Unit.parse(column.substring(bracket + 1).replace(")", ""));
            if (!unit.dimension().equals(expected.get().dimension())) {
                wrong(
                        1,
                        "column '" + column + "' is not in a unit like "
                                + expected.get().text());
                return Optional.empty();
            }
            return Optional.of(new Measure(id, unit));
        } catch (IllegalArgumentException e) {
            wrong(1, "column '" + column + "': " + e.getMessage());
            return Optional.empty();
        }
    }

    private void wrong(int line, String message) {
        findings.add(new Finding(file, line, 1, message, ""));
    }

    private Optional<Person> person(Map<String, String> row, Map<String, Measure> measures, int line) {
        SortedMap<String, Double> values = new TreeMap<>();
        measures.forEach((column, m) -> {
            String text = row.getOrDefault(column, "").strip();
            if (!text.isEmpty()) {
                number(text, column, line)
                        .ifPresent(v -> values.put(m.id(), m.unit().toCanonical(v)));
            }
        });
        double weight = values.getOrDefault("weight", Double.NaN);
        double height = values.getOrDefault("height", Double.NaN);
        double age = values.containsKey("age")
                ? BODY.getOrDefault("age", Unit.ONE).fromCanonical(values.get("age"))
                : USUAL_AGE;
        if (!(weight > 0)) {
            wrong(line, "a patient needs 'weight (kg)' above 0");
            return Optional.empty();
        }
        double formula = age >= ADULT ? BodySurface.duBois(weight, height) : BodySurface.haycock(weight, height);
        double bsa = values.getOrDefault("bsa", formula);
        if (!(bsa > 0)) {
            wrong(line, "a patient needs 'height (cm)' or 'bsa (m^2)'");
            return Optional.empty();
        }
        Optional<Sex> sex = sex(row.getOrDefault("sex", ""), line);
        OptionalDouble lean = age >= ADULT && sex.isPresent() && height > 0
                ? OptionalDouble.of(FatFreeMass.of(sex.get(), weight, height))
                : OptionalDouble.empty();
        Genotype genotype = new Genotype(
                row.getOrDefault("ancestry", "").strip(), state(Gene.TPMT, row, line), state(Gene.NUDT15, row, line));
        double adherence =
                number(row.getOrDefault("adherence", "1"), "adherence", line).orElse(1.0);
        List.of("weight", "height", "bsa", "age").forEach(values::remove);
        Physique body = new Physique(sex.orElse(Sex.FEMALE), age, height, weight, bsa, lean);
        return Optional.of(new Person(genotype, body, values, adherence));
    }

    private Optional<Double> number(String text, String column, int line) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            wrong(line, "'" + text + "' in column '" + column + "' is not a number");
            return Optional.empty();
        }
        wrong(line, "'" + text + "' in column '" + column + "' is not a finite number");
        return Optional.empty();
    }

    private Optional<Sex> sex(String text, int line) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "m", "male" -> Optional.of(Sex.MALE);
            case "f", "female" -> Optional.of(Sex.FEMALE);
            default -> {
                wrong(line, "sex is male or female, found '" + text + "'");
                yield Optional.empty();
            }
        };
    }

    private GeneState state(Gene gene, Map<String, String> row, int line) {
        String text = row.getOrDefault(GenotypeReader.key(gene), "").strip();
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
            wrong(line, "column '" + GenotypeReader.key(gene) + "': " + e.getMessage());
            return new GeneState("", Phenotype.NORMAL, 1);
        }
    }
}
