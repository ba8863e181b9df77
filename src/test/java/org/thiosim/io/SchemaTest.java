package org.thiosim.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The JSON Schemas that editors use agree with the reader. */
class SchemaTest {
    private static final Path BROKEN = Path.of("src/test/resources/broken");
    private static final Path EVERYTHING = Path.of("src/test/resources/schema/everything.yaml");
    private static final Schema MODEL = schema("models/model.schema.json");
    private static final Schema SCENARIO = schema("scenarios/scenario.schema.json");
    private static final Schema COHORT = schema("scenarios/cohort.schema.json");
    private static final Schema POPULATION = schema("scenarios/population.schema.json");
    private static final Pattern STRUCTURAL = Pattern.compile(
            "unknown key (?!.* in 'patient')|must be a mapping|must be a single value|needs '|unknown (law|status|mechanism|method)"
                    + "|at least one arm|says its kind|expected a mapping");

    private static Schema schema(String file) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of(file)), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @TempDir
    private Path folder;

    static Stream<Path> shipped() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("models", "scenarios")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(f -> f.toString().endsWith(".yaml") && !f.toString().contains("genetics"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileIsValid(Path file) throws IOException {
        assertThat(errors(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileNamesItsSchema(Path file) throws IOException {
        String first = Files.readAllLines(file).get(0);

        assertThat(first).startsWith("# yaml-language-server: $schema=");
        assertThat(file.resolveSibling(first.substring(first.indexOf('=') + 1)).normalize())
                .isRegularFile();
    }

    static Stream<Path> structurallyBroken() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(BROKEN.resolve("expected.csv"))) {
            return csv.stream()
                    .filter(r -> STRUCTURAL.matcher(r.getField("message")).find())
                    .filter(r -> !r.getField("message").contains("the patient's"))
                    .map(r -> BROKEN.resolve(r.getField("file")))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("structurallyBroken")
    void whatTheReaderFindsWrongInTheStructureFailsTheSchemaToo(Path file) throws IOException {
        assertThat(errors(file)).isNotEmpty();
    }

    @Test
    void structuralMistakesAreAmongTheBrokenFiles() throws IOException {
        assertThat(structurallyBroken()).hasSizeGreaterThan(15);
    }

    /** A key that nobody knows, added to one mapping after the other of a scenario with every key. */
    @Test
    void readerAndSchemaRefuseAnUnknownKeyInTheSamePlaces() throws IOException {
        assertThat(errors(EVERYTHING)).isEmpty();
        assertThat(isRead(Files.readString(EVERYTHING))).isTrue();
        int mappings = mappings(load(EVERYTHING));
        int refused = 0;
        for (int i = 0; i < mappings; i++) {
            Object changed = load(EVERYTHING);
            Map<Object, Object> target = nth(changed, new int[] {i});
            boolean covariates = target.containsKey("nudt15") || target.containsKey("weight");
            boolean names = target.containsKey("list") || target.containsKey("ka");
            target.put("surprise", "1");
            if (!covariates && !names) {
                String json = json(changed);
                assertThat(SCENARIO.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
                assertThat(isRead(json)).as(json).isFalse();
                refused++;
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(20);
    }

    private boolean isRead(String text) throws IOException {
        Path file = folder.resolve("changed.yaml");
        Files.writeString(file, text);
        try {
            ScenarioFile.read(file, ModelLibrary.in(Path.of("models")), List.of());
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private static List<String> errors(Path file) throws IOException {
        Object content;
        try {
            content = load(file);
        } catch (YamlEngineException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return schemaOf(file).validate(json(content), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schemaOf(Path file) {
        if (file.startsWith("models") || file.startsWith(BROKEN.resolve("modules"))) {
            return MODEL;
        }
        if (file.startsWith("scenarios/populations")) {
            return POPULATION;
        }
        return file.startsWith("scenarios/cohort") ? COHORT : SCENARIO;
    }

    private static Object load(Path file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    private static int mappings(Object node) {
        int[] count = {Integer.MAX_VALUE};
        nth(node, count);
        return Integer.MAX_VALUE - count[0];
    }

    /** The mapping with an index, in the order of the file; an empty one where there are fewer. */
    @SuppressWarnings("unchecked")
    private static Map<Object, Object> nth(Object node, int[] left) {
        if (node instanceof List<?> list) {
            for (Object item : list) {
                Map<Object, Object> found = nth(item, left);
                if (left[0] < 0) {
                    return found;
                }
            }
        }
        if (node instanceof Map<?, ?> map) {
            if (left[0]-- == 0) {
                return (Map<Object, Object>) map;
            }
            for (Object value : map.values()) {
                Map<Object, Object> found = nth(value, left);
                if (left[0] < 0) {
                    return found;
                }
            }
        }
        return new LinkedHashMap<>();
    }

    private static String json(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> quoted(e.getKey()) + ": " + json(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof List<?> list) {
            return list.stream().map(SchemaTest::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return node == null || node instanceof Number || node instanceof Boolean ? String.valueOf(node) : quoted(node);
    }

    private static String quoted(Object text) {
        return '"'
                + String.valueOf(text)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                + '"';
    }
}
