package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.thiosim.expression.Constant;
import org.thiosim.expression.Expression;
import org.thiosim.model.Covariate;
import org.thiosim.model.ModelPart;
import org.thiosim.model.Observable;
import org.thiosim.model.Reaction;

/** No number of the library, the tables or the populations stands without its source and a word on how it is known. */
class SourcedNumbersTest {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9].*");
    private static final Set<String> STATUS =
            Set.of("covariates", "archetypes", "windows", "parameters", "parameter-sets", "effects", "scale", "valid");
    private static final Set<String> ENTRIES =
            Set.of("drugs", "covariates", "archetypes", "windows", "parameters", "effects", "scale");
    private static final Path CONSTANTS = Path.of("docs/constants.md");

    /** Names of rounding, of how much input is taken and of how work is cut into pieces: no result depends on them. */
    private static final Pattern MACHINERY = Pattern.compile(
            ".*DIGITS|SLACK|ROUNDING|MOST_.*|LONGEST.*|LARGEST_.*|DEEPEST|SHORTEST_.*|FEW|MANY|LANES|NODES|.*_BLOCK"
                    + "|LARGE_JOB|STEP_LIMIT|ZERO|.*_EXPONENT");

    static Stream<Path> models() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("models"))) {
            return all
                    .filter(f -> f.toString().endsWith(".yaml") && !f.toString().contains("genetics"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNumberOfAModelHasASourceAndAStatus(Path file) throws IOException {
        assertThat(unsourced(yaml(file))).as(file.toString()).isEmpty();
    }

    /** The gate itself: each of these texts lacks what it must have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters: {ka: {typical: 1 1/h, known: assumed}}",
                "parameters: {ka: {typical: 1 1/h, source: someone}}",
                "parameter-sets: {all: {title: x, ka: {typical: 1 1/h, known: assumed, source: ''}}}",
                "covariates: {weight: {unit: kg, default: 70 kg}}",
                "covariates: {food: {unit: '1', levels: {fed: 1}, known: tied}}",
                "archetypes: {shunter: {set: {methylation-factor: 1.3}, known: assumed}}",
                "drugs: {drug: {molar-mass: 100 g/mol}}",
                "windows: {day: {drug: drug, lasts: 24 h, source: someone}}",
                "random-effects: {correlations: [{between: [a, b], r: 0.1}]}",
                "observables: {tgn: {unit: pmol, window: {low: 235 pmol, high: 450 pmol}}}",
                "observables: {tgn: {unit: pmol, valid: [{observable: other, low: 1, source: someone}]}}",
                "notices: [{text: too much, if: {dosed: drug, above: 4 mg/kg}}]",
                "published: [{what: average, value: 0.5 mg/L}]"
            })
    void aNumberWithoutThemIsFound(String text) {
        assertThat(unsourced(load(text))).isNotEmpty();
    }

    private static List<String> unsourced(Map<String, Object> model) {
        List<String> found = new ArrayList<>();
        for (String section : ENTRIES) {
            map(model.get(section)).forEach((id, entry) -> check(found, section, id, map(entry)));
        }
        map(model.get("parameter-sets"))
                .forEach((set, parameters) -> map(parameters).forEach((id, p) -> {
                    if (p instanceof Map) {
                        check(found, "parameter-sets", set + "." + id, map(p));
                    }
                }));
        list(map(model.get("random-effects")).get("correlations"))
                .forEach(c -> check(found, "correlations", "", map(c)));
        map(model.get("observables")).forEach((id, o) -> {
            check(found, "window", id, map(map(o).get("window")));
            list(map(o).get("valid")).forEach(b -> check(found, "valid", id, map(b)));
        });
        list(model.get("notices")).forEach(n -> check(found, "notices", "", map(n)));
        list(model.get("published")).forEach(p -> check(found, "published", "", map(p)));
        return found;
    }

    private static void check(List<String> found, String section, String id, Map<String, Object> entry) {
        boolean counted = section.equals("notices") || section.equals("effects") || holdsNumber(entry);
        boolean sourced = !text(entry.get("source")).isBlank();
        boolean status = !STATUS.contains(section) || !text(entry.get("known")).isBlank();
        if (counted && !(sourced && status)) {
            found.add(section + " " + id + ": " + entry);
        }
    }

    private static boolean holdsNumber(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .anyMatch(e ->
                            !Set.of("unit", "note", "title", "text", "cite").contains(String.valueOf(e.getKey()))
                                    && holdsNumber(e.getValue()));
        }
        if (value instanceof Collection<?> all) {
            return all.stream().anyMatch(SourcedNumbersTest::holdsNumber);
        }
        return NUMBER.matcher(text(value)).matches();
    }

    /** A number inside a formula has no place for a source; each that stands there is listed with its own. */
    @Test
    void everyNumberInsideAFormulaIsListedWithItsReason() throws IOException {
        Set<String> used = new TreeSet<>();
        for (var entry : Scenarios.LIBRARY.entries()) {
            formulas(entry.part())
                    .forEach(f -> f.visit(e -> {
                        if (e instanceof Constant c) {
                            used.add(c.text());
                        }
                    }));
        }

        assertThat(rows("In formulas of models").keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    private static Stream<Expression> formulas(ModelPart part) {
        Stream<Expression> network = Stream.of(
                        part.network().initial().values().stream(),
                        part.network().quantities().values().stream(),
                        part.network().reactions().values().stream()
                                .map(Reaction::law)
                                .map(l -> l.rate()),
                        part.network().effects().values().stream().map(e -> e.formula()))
                .flatMap(s -> s);
        Stream<Expression> numbers = Stream.concat(
                part.numbers().individual().values().stream(),
                part.numbers().scales().values().stream().map(s -> s.by()));
        Stream<Expression> outputs = part.outputs().observables().values().stream()
                .map(Observable::measure)
                .filter(Observable.Measure.Formula.class::isInstance)
                .map(m -> ((Observable.Measure.Formula) m).formula());
        Stream<Expression> defaults = part.inputs().covariates().values().stream()
                .map(Covariate::fallback)
                .flatMap(f -> f.stream())
                .filter(f -> !f.symbols().isEmpty());
        return Stream.of(network, numbers, outputs, defaults).flatMap(s -> s);
    }

    @Test
    void everyConstantOfTheProgramIsListedWithItsValueAndItsReason() throws IOException {
        Map<String, String> found = constants();

        assertThat(found).hasSizeGreaterThan(40);
        Map<String, List<String>> listed = rows("In the program");
        assertThat(listed.keySet()).containsExactlyInAnyOrderElementsOf(found.keySet());
        found.forEach(
                (name, value) -> assertThat(listed.get(name).get(1)).as(name).isEqualTo(value));
    }

    /** Numbers with a name in the packages that know people, doses, genes and results; those of solvers and drawing aside. */
    private static Map<String, String> constants() throws IOException {
        Pattern constant = Pattern.compile("^ {4,}(?:\\w+ )*(?:double|int|long) ([A-Z_0-9]+) = (.*[0-9].*);");
        Map<String, String> found = new java.util.TreeMap<>();
        for (String name : List.of(
                "patient", "genetics", "cohort", "dosing", "qualification", "simulation", "io", "units", "model")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/org/thiosim", name))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String type = file.getFileName().toString().replace(".java", "");
                    Files.readAllLines(file).stream()
                            .map(constant::matcher)
                            .filter(java.util.regex.Matcher::find)
                            .filter(m -> !MACHINERY.matcher(m.group(1)).matches())
                            .forEach(m -> found.put(type + "." + m.group(1), m.group(2)));
                }
            }
        }
        return found;
    }

    /** The rows below a heading of the list, by the name in the first column; each has a status and a reason. */
    private static Map<String, List<String>> rows(String heading) throws IOException {
        String part =
                Files.readString(CONSTANTS).split("## " + heading + "\n", 2)[1].split("\n## ")[0];
        Map<String, List<String>> rows = part.lines()
                .filter(l -> l.startsWith("| `"))
                .map(l -> Stream.of(l.substring(2, l.length() - 2).split(" \\| "))
                        .map(c -> c.strip().replace("`", ""))
                        .toList())
                .collect(Collectors.toMap(r -> r.get(0), r -> r));
        assertThat(rows.values())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r).hasSize(4).noneMatch(String::isBlank))
                .allSatisfy(
                        r -> assertThat(r.get(2)).isIn("literature", "assumed", "definition", "structure", "display"));
        return rows;
    }

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("models/genetics"))) {
            return all.filter(f -> f.toString().endsWith(".csv")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowOfTheGeneticTablesHasASource(Path table) throws IOException {
        String text = Files.readString(table);
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(text.replaceAll("(?m)^#.*\n", ""))) {
            rows = reader.stream().toList();
        }

        assertThat(text).containsPattern("(?m)^# source: \\S").containsPattern("(?m)^# version: \\S");
        assertThat(rows).isNotEmpty();
        for (NamedCsvRecord row : rows) {
            boolean own = row.getHeader().contains("source");
            boolean number = row.getHeader().contains("activity")
                    && !row.getField("activity").isEmpty();
            assertThat(own ? row.getField("source") : number ? row.getField("note") : "of the table")
                    .as(table + ": " + row)
                    .isNotBlank();
        }
    }

    @Test
    void everyGuidelineHasASourceAVersionAndADate() throws IOException {
        Map<String, Object> guidelines =
                map(yaml(Path.of("models/genetics/guidelines.yaml")).get("guidelines"));

        assertThat(guidelines).isNotEmpty();
        guidelines.forEach((id, g) -> assertThat(map(g)).as(id).containsKeys("source", "version", "date"));
    }

    static Stream<Path> populations() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("scenarios/populations"))) {
            return all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("populations")
    void everyNumberOfAPopulationHasASourceAndAStatus(Path file) throws IOException {
        yaml(file).forEach((section, value) -> {
            if (!Set.of("population", "title", "sources", "published").contains(section)) {
                (value instanceof Collection<?> all ? List.copyOf(all) : List.of(value)).forEach(entry -> {
                    assertThat(text(map(entry).get("source")))
                            .as(file + " " + section)
                            .isNotBlank();
                    assertThat(text(map(entry).get("known")))
                            .as(file + " " + section)
                            .isNotBlank();
                });
            }
        });
        list(yaml(file).get("published"))
                .forEach(p -> assertThat(text(map(p).get("source")))
                        .as(file + " " + p)
                        .isNotBlank());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String text(Object value) {
        return value == null ? "" : String.valueOf(value);
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return load(Files.readString(file));
    }

    private static Map<String, Object> load(String text) {
        return map(new Load(LoadSettings.builder().build()).loadFromString(text));
    }
}
