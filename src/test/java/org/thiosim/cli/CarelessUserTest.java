package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that were typed or pointed wrongly: a message that helps, no stack trace, and nothing left behind. */
class CarelessUserTest {
    private static final String GOOD = "scenarios/single/single-dose.yaml";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeOddFiles() throws IOException {
        Files.createDirectories(folder.resolve("in/folder"));
        Files.createDirectories(folder.resolve("in/damaged"));
        Files.createDirectories(folder.resolve("in/broken"));
        Files.writeString(folder.resolve("in/file"), "x");
        Files.writeString(folder.resolve("in/empty.yaml"), "");
        Files.write(folder.resolve("in/binary.yaml"), new byte[] {(byte) 0xff, 0, 1, 2, (byte) 0xfe});
        Files.writeString(folder.resolve("in/damaged/cohort.json"), "{}");
        Files.writeString(folder.resolve("in/broken/manifest.json"), "{}");
    }

    private Program run(String command) {
        return Program.run(Arrays.stream(command.split(" "))
                .map(w -> w.replace("IN/", folder.resolve("in") + "/")
                        .replace("OUT", folder.resolve("out").toString())
                        .replace("GOOD", GOOD)
                        .replace("COHORT", "scenarios/cohort/us-mixed.yaml"))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "model published nope; no model or module named 'nope'",
                "gallery IN/folder -o OUT; holds no scenario (*.yaml)",
                "run GOOD -o .; names the folder you are in",
                "gallery GOOD IN/empty.yaml -o OUT; empty.yaml: is empty",
                "gallery IN/binary.yaml -o OUT; binary.yaml: is not UTF-8 text",
                "page -o IN/folder; is a folder; name a file",
                "page -o OUT --texts IN/nope; nope: no such file",
                "page -o OUT --texts IN/folder; is a folder, expected a file",
                "page -o OUT --texts IN/binary.yaml; binary.yaml: is not UTF-8 text",
                "page -o OUT --texts IN/empty.yaml; lacks the texts a.1.ask, a.1.explain, a.1.few, a.1.half",
                "qualify scenarios/studies/zimm-1983.yaml -o OUT --markdown IN/folder; is a folder; name a file",
                "qualify scenarios/studies/zimm-1983.yaml -o OUT --markdown IN/file/q.md; there is no folder",
                "genotype --from IN/folder; is a folder, expected a file",
                "chart IN/broken; broken/manifest.json: has no 'charts'",
                "merge COHORT IN/damaged -o OUT; cohort.json: is damaged",
                "merge COHORT IN/folder -o OUT; holds no cohort; name a folder that 'thiosim cohort --shard' has made",
                "cohort COHORT -o IN/damaged; cohort.json: is damaged",
                "cohort COHORT -o IN/file/out; is a file, not a folder",
                "cohort COHORT -o OUT -n many; expected a whole number such as 8, found 'many'",
                "cohort COHORT -o OUT --threads 0; --threads is at least 1, found 0",
                "cohort COHORT -o OUT --batch 0; --batch is at least 1, found 0",
                "cohort COHORT -o OUT --max-failures=-1; --max-failures is at least 0, found -1",
                "cohort COHORT -o OUT --seed 1.5; expected a whole number such as 8, found '1.5'",
                "cohort GOOD -o OUT; this scenario is of one patient; use 'thiosim run'",
                "cohort IN/binary.yaml -o OUT; binary.yaml: is not UTF-8 text",
                "cohort COHORT -o; Missing required parameter for option '--out' (DIR)"
            })
    void aSlipIsNamedAndLeavesNothing(String command, String message) throws IOException {
        Program program = run(command);

        assertThat(program.code()).as(program.err()).isEqualTo(2);
        assertThat(program.err()).contains(message).doesNotContain("Exception", "    at ", "fault of the program");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("in"));
        }
    }

    @ParameterizedTest
    @CsvSource({"run GOOD -o LONG", "cohort COHORT -n 4 --quiet -o LONG", "gallery GOOD -o LONG", "page -o LONG"})
    void aPlaceThatCannotBeMadeIsSaidInWordsBeforeAnythingIsRun(String command) throws IOException {
        Program program =
                run(command.replace("LONG", folder.resolve("x".repeat(256)).toString()));

        assertThat(program.code()).as(program.err()).isEqualTo(2);
        assertThat(program.err())
                .contains("cannot be written", "name another place with -o", "nothing was run")
                .doesNotContain("Exception", "    at ", "fault of the program");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve("in"));
        }
    }

    @Test
    void aTeachingPageIsReplacedAsAWhole() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(Program.run("page", "-o", page.toString()).code()).isZero();
        assertThat(Program.run("page", "-o", page.toString()).code()).isZero();

        assertThat(page).isNotEmptyFile();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(folder.resolve("in"), page);
        }
    }

    @Test
    void aMistypedHorizonIsNotHeldAgainstTheWindowsOfMetrics() throws IOException {
        Path scenario = folder.resolve("in/horizn.yaml");
        Files.writeString(
                scenario,
                Files.readString(Path.of("scenarios/single/single-dose.yaml")).replace("horizon:", "horizn:"));

        Program program = Program.run(
                "run", scenario.toString(), "-o", folder.resolve("out").toString());

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("did you mean 'horizon'?").doesNotContain("window starts");
    }
}
