package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong file gets its message, at its place, and leaves nothing behind. */
class BrokenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken");

    @TempDir
    private Path temporary;

    static Stream<Map.Entry<String, List<String>>> files() throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve("expected.csv"))) {
            return csv.stream()
                    .collect(Collectors.groupingBy(
                            r -> r.getField("file"),
                            TreeMap::new,
                            Collectors.mapping(r -> r.getField("message"), Collectors.toList())))
                    .entrySet()
                    .stream();
        }
    }

    @Test
    void everyBrokenFileHasAnExpectedMessage() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            List<String> found = all.filter(f -> f.toString().endsWith(".yaml"))
                    .map(f -> FOLDER.relativize(f).toString())
                    .sorted()
                    .toList();
            assertThat(files().map(Map.Entry::getKey)).containsExactlyElementsOf(found);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aWrongFileIsNamedWithPlaceAndRemedy(Map.Entry<String, List<String>> broken) {
        String file = FOLDER.resolve(broken.getKey()).toString();
        Path out = temporary.resolve("out");

        Program program = broken.getKey().startsWith("modules")
                ? Program.run("model", "check", file)
                : Program.run("run", file, "-o", out.toString());

        List<String> messages = program.err()
                .lines()
                .filter(l -> l.startsWith(FOLDER.toString()) || l.startsWith("models/"))
                .map(l -> l.replace(FOLDER + "/", ""))
                .toList();
        assertThat(program.code()).as(program.err()).isEqualTo(2);
        assertThat(messages).containsExactlyElementsOf(broken.getValue());
        assertThat(out).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void theLineIsShownWithACaretUnderThePlace() {
        Program program = Program.run("run", FOLDER.resolve("wrong-unit.yaml").toString(), "-o", temporary + "/out");

        assertThat(program.err())
                .contains("  7 |     - {drug: azathioprine, dose: 150 mgg, every: 1 d}\n"
                        + "    |                                      ^\n");
    }

    @Test
    void aMissingFileIsNamed() {
        Program program = Program.run("run", "no-such.yaml", "-o", temporary + "/out");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("no-such.yaml: no such file");
    }

    @Test
    void aFolderInPlaceOfAFileIsRefused() {
        Program program = Program.run("run", temporary.toString(), "-o", temporary + "/out");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("is a folder, expected a file");
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        Path huge = temporary.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20);
        }

        Program program = Program.run("run", huge.toString(), "-o", temporary + "/out");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("huge.yaml: has 104857600 bytes; at most 4194304 are read");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Path latin = temporary.resolve("latin.yaml");
        Files.write(latin, "scenario: Müller\n".getBytes(StandardCharsets.ISO_8859_1));

        Program program = Program.run("run", latin.toString(), "-o", temporary + "/out");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("latin.yaml: is not UTF-8 text");
    }

    @Test
    void aModuleWithoutMistakesIsAccepted() {
        Program program = Program.run("model", "check", "src/test/resources/valid-module.yaml");

        assertThat(program.code()).as(program.err()).isZero();
        assertThat(program.out()).contains("no mistakes; interaction 'broken' with 3 species, 2 reactions, 1 effect");
    }
}
