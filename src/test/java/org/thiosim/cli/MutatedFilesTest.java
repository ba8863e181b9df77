package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.io.InputException;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.random.RandomStream;

/**
 * Shipped files with one line deleted, repeated, renamed, indented otherwise, or with another unit or number: each is
 * either good or refused with a place. None hangs, prints a stack trace or leaves files.
 */
class MutatedFilesTest {
    private static final long SEED = 20261122;
    private static final int SCENARIOS = 180;
    private static final int MODELS = 112;
    private static final int RUNS = 8;
    private static final List<String> UNITS = List.of("mg", "kg", "h", "wk", "µmol/L", "mgg", "1", "%", "mg/m^2");
    private static final List<String> NUMBERS = List.of("0", "-1", "1e9", "1e-9", "1e400", ".nan", "abc", "7", "1e5");

    @TempDir
    private Path folder;

    @Test
    void aMutatedScenarioIsGoodOrRefusedWithAPlace() throws IOException {
        List<Path> files = shipped("scenarios");
        ModelLibrary library = ModelLibrary.in(Path.of("models"));
        int refused = 0;
        for (int i = 0; i < SCENARIOS; i++) {
            Path file = mutated(files, i, "scenario");
            try {
                ScenarioFile.read(file, library, List.of());
            } catch (InputException e) {
                assertThat(e.findings())
                        .as(text(file))
                        .isNotEmpty()
                        .allSatisfy(f -> assertThat(f.file()).isNotEmpty());
                refused++;
            }
        }
        assertThat(refused).isBetween(SCENARIOS / 3, SCENARIOS - 10);
    }

    @Test
    void aMutatedModelIsGoodOrRefusedWithAPlace() throws IOException {
        List<Path> files = shipped("models");
        int refused = 0;
        for (int i = 0; i < MODELS; i++) {
            Path file = mutated(files, i, "model");
            Program program = Program.run("model", "check", file.toString());
            assertGoodOrRefused(program, file);
            refused += program.code() == 0 ? 0 : 1;
        }
        assertThat(refused).isBetween(MODELS / 3, MODELS - 5);
    }

    @Test
    void aMutatedScenarioIsRunOrLeavesNothing() throws IOException {
        List<Path> files = List.of(Path.of("scenarios/single/single-dose.yaml"));
        for (int i = 0; i < RUNS; i++) {
            Path file = mutated(files, i, "run");
            Path out = folder.resolve("out-" + i);
            Program program = Program.run("run", file.toString(), "-o", out.toString());
            assertGoodOrRefused(program, file);
            assertThat(Files.exists(out)).isEqualTo(program.code() == 0);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith("."));
            }
        }
    }

    private static void assertGoodOrRefused(Program program, Path file) {
        assertThat(program.code()).as(text(file) + program.err()).isIn(0, 2);
        assertThat(program.err()).as(text(file)).doesNotContain("Exception", "    at ", "fault of the program");
        if (program.code() == 2) {
            assertThat(program.err()).contains(file.getFileName().toString());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return file.toString();
        }
    }

    private static List<Path> shipped(String root) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(root))) {
            return all.filter(
                            f -> f.toString().endsWith(".yaml") && !f.toString().contains("genetics"))
                    .sorted()
                    .toList();
        }
    }

    private Path mutated(List<Path> files, int index, String purpose) throws IOException {
        RandomStream random = new RandomStream(SEED, index, "mutation:" + purpose);
        Path original = files.get(pick(random, 0, files.size()));
        List<String> lines = new ArrayList<>(Files.readAllLines(original));
        List<Integer> content = IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
                .boxed()
                .toList();
        int line = content.get(pick(random, 1, content.size()));
        change(lines, line, random);
        Path file = folder.resolve(purpose + "-" + index + ".yaml");
        Files.write(file, lines);
        return file;
    }

    private static void change(List<String> lines, int line, RandomStream random) {
        String text = lines.get(line);
        switch (pick(random, 2, 7)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, text);
            case 2 -> lines.set(line, text.replaceFirst("([a-z])([a-z-]*:)", "$1x$2"));
            case 3 -> lines.set(line, text.replaceFirst("(\\d) [A-Za-z%/µ^0-9]+", "$1 " + one(UNITS, random)));
            case 4 -> lines.set(line, text.replaceFirst("\\d+(\\.\\d+)?", one(NUMBERS, random)));
            case 5 -> lines.set(line, " " + text);
            default -> lines.set(line, text.replaceFirst("[,:\\]}]", ""));
        }
    }

    private static String one(List<String> of, RandomStream random) {
        return of.get(pick(random, 3, of.size()));
    }

    private static int pick(RandomStream random, int index, int size) {
        return (int) (random.uniform(index) * size);
    }
}
