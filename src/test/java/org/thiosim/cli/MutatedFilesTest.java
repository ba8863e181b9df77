package org.thiosim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thiosim.dosing.BodySize;
import org.thiosim.dosing.Regimen;
import org.thiosim.io.InputException;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ModelLint;
import org.thiosim.io.ScenarioFile;
import org.thiosim.kernel.GeneratedKernel;
import org.thiosim.model.Model;
import org.thiosim.patient.Patient;
import org.thiosim.random.RandomStream;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.SolverChoice;
import org.thiosim.units.Range;

/**
 * Shipped files with one line deleted, repeated, renamed, indented otherwise, or with another unit, number or name: each
 * is either good, and then runs, or refused with a line. None hangs, prints a stack trace or leaves files.
 */
class MutatedFilesTest {
    private static final long SEED = 20261122;
    private static final int SCENARIOS = 170;
    private static final int MODELS = 124;
    private static final int RUNS = 6;
    private static final List<String> UNITS = List.of("mg", "kg", "h", "wk", "µmol/L", "mgg", "1", "%", "mg/m^2");
    private static final List<String> NUMBERS = List.of("0", "-1", "1e9", "1e-9", "1e400", ".nan", "abc", "7", "1e5");

    private static final Pattern SYMBOL = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final double SHORT = 3;

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
                Scenario scenario = ScenarioFile.read(file, library, List.of()).scenario();
                assertRuns(scenario.arms(), scenario.outputs().observables(), file);
            } catch (InputException e) {
                assertPlaced(e, file);
                refused++;
            }
        }
        assertThat(refused).isBetween(SCENARIOS / 3, SCENARIOS - 10);
    }

    @Test
    void aMutatedModelIsGoodOrRefusedWithAPlace() throws IOException {
        List<Path> files = shipped("models");
        ModelLibrary library = ModelLibrary.in(Path.of("models"));
        int refused = 0;
        for (int i = 0; i < MODELS; i++) {
            Path file = mutated(files, i, "model");
            try {
                Model model =
                        ModelLint.check(library, file, "thiopurine", List.of()).model();
                assertRuns(
                        List.of(untreated(model)),
                        List.copyOf(model.outputs().observables().keySet()),
                        file);
            } catch (InputException e) {
                assertPlaced(e, file);
                refused++;
            }
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

    /** What was accepted is bound and solved for a few hours; a solve may fail, but says so in its result. */
    private static void assertRuns(List<Arm> arms, List<String> observables, Path file) {
        Scenario.Outputs outputs = new Scenario.Outputs(observables, List.of(0.0, SHORT), List.of());
        Scenario scenario =
                new Scenario(new Scenario.Head("short", "short", ""), arms, SHORT, outputs, SolverChoice.DEFAULT, 1);
        assertThatCode(() -> assertThat(Simulator.run(scenario).arms())
                        .hasSameSizeAs(arms)
                        .allSatisfy(a -> assertThat(a.outcome().message()).isNotEmpty()))
                .as(text(file))
                .doesNotThrowAnyException();
    }

    private static Arm untreated(Model model) {
        SortedMap<String, Double> covariates = new TreeMap<>();
        model.inputs().covariates().values().stream()
                .filter(c -> c.fallback().isEmpty())
                .forEach(
                        c -> covariates.put(c.id(), c.allowed().map(Range::high).orElse(1.0)));
        return new Arm(
                "untreated",
                CompiledModel.of(model, GeneratedKernel::of),
                Patient.typical(covariates),
                new BodySize(70, OptionalDouble.of(1.8)),
                new Regimen(List.of()),
                model.defaultSet());
    }

    private static void assertPlaced(InputException refusal, Path file) {
        assertThat(refusal.findings()).as(text(file)).isNotEmpty().allSatisfy(f -> {
            assertThat(f.file()).isNotEmpty();
            assertThat(f.line()).as(f.toString()).isPositive();
        });
    }

    private static void assertGoodOrRefused(Program program, Path file) {
        assertThat(program.code()).as(text(file) + program.err()).isIn(0, 2);
        assertThat(program.err()).as(text(file)).doesNotContain("Exception", "    at ", "fault of the program");
        if (program.code() == 2) {
            assertThat(program.err())
                    .containsPattern(Pattern.quote(file.getFileName().toString()) + ":[1-9]");
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
        switch (pick(random, 2, 9)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, text);
            case 2 -> lines.set(line, text.replaceFirst("([a-z])([a-z-]*:)", "$1x$2"));
            case 3 -> lines.set(line, text.replaceFirst("(\\d) [A-Za-z%/µ^0-9]+", "$1 " + one(UNITS, random)));
            case 4 -> lines.set(line, text.replaceFirst("\\d+(\\.\\d+)?", one(NUMBERS, random)));
            case 5 -> lines.set(line, " " + text);
            case 6 -> lines.set(line, otherSymbol(text, String.join("\n", lines), random));
            case 7 -> lines.set(line, swapped(text, random));
            default -> lines.set(line, text.replaceFirst("[,:\\]}]", ""));
        }
    }

    /** One name of a line in place of another name of the file. */
    private static String otherSymbol(String text, String file, RandomStream random) {
        List<String> own = symbols(text);
        List<String> all = symbols(file);
        if (own.isEmpty()) {
            return text;
        }
        String replaced = own.get(pick(random, 4, own.size()));
        return text.replaceFirst("\\b" + replaced + "\\b", all.get(pick(random, 5, all.size())));
    }

    /** Two names of a line, each in the other's place. */
    private static String swapped(String text, RandomStream random) {
        List<String> own = symbols(text);
        if (own.size() < 2) {
            return text;
        }
        int k = pick(random, 4, own.size() - 1);
        String first = own.get(k);
        String second = own.get(k + 1);
        return text.replaceFirst("\\b" + first + "\\b", "\0")
                .replaceFirst("\\b" + second + "\\b", first)
                .replace("\0", second);
    }

    private static List<String> symbols(String text) {
        return SYMBOL.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    private static String one(List<String> of, RandomStream random) {
        return of.get(pick(random, 3, of.size()));
    }

    private static int pick(RandomStream random, int index, int size) {
        return (int) (random.uniform(index) * size);
    }
}
