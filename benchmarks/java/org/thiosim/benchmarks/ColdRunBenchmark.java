package org.thiosim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/**
 * How long does a user wait for a first {@code thiosim run} of the allopurinol scenario, and how much of it is solving? Each
 * measurement is a fresh Java machine with the launcher's options.
 *
 * <p>{@code mvn -Pbench verify -DskipTests -Dbench=ColdRun}, after {@code ./thiosim} was built
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 10,
        jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
public class ColdRunBenchmark {
    private static final Path SCENARIO = Path.of("scenarios/single/allopurinol-interaction.yaml");

    private Scenario scenario = read();
    private Path results = Path.of("");

    private static Scenario read() {
        return ScenarioFile.read(SCENARIO, ModelLibrary.in(Path.of("models")), List.of())
                .scenario();
    }

    @Setup
    public void prepare() throws IOException {
        scenario = read();
        results = Files.createTempDirectory("thiosim");
    }

    /** From the command to the prompt, report and charts written. */
    @Benchmark
    public int process() throws IOException, InterruptedException {
        return new ProcessBuilder("./thiosim", "run", SCENARIO.toString(), "-o", results.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** The three arms with all observers, of a scenario that was read. */
    @Benchmark
    public SimulationResult solving() {
        return Simulator.run(scenario);
    }

    @TearDown
    public void clean() throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
