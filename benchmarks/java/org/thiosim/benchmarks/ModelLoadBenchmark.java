package org.thiosim.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ModelLibrary.Request;
import org.thiosim.kernel.GeneratedKernel;
import org.thiosim.model.Model;
import org.thiosim.simulation.CompiledModel;

/**
 * How long do reading the thiopurine model with allopurinol and neutrophils, and making its kernels, take?
 *
 * <p>{@code mvn -Pbench verify -DskipTests -Dbench=ModelLoad}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ModelLoadBenchmark {
    private static final Path HERE = Path.of("");
    private final ModelLibrary library = ModelLibrary.in(Path.of("models"));
    private final Model model = read();

    @Benchmark
    public Model read() {
        return library.load(
                        new Request("thiopurine", HERE),
                        List.of(new Request("allopurinol", HERE), new Request("neutrophils", HERE)))
                .model();
    }

    @Benchmark
    public CompiledModel compile() {
        return CompiledModel.of(model, GeneratedKernel::of);
    }
}
