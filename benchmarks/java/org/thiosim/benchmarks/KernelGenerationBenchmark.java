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
import org.thiosim.io.ScenarioFile;
import org.thiosim.kernel.LaneEquations;
import org.thiosim.kernel.LaneKernel;
import org.thiosim.kernel.StepTape;
import org.thiosim.ode.LaneMethod;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.LaneSystem;

/**
 * How long does it take to turn the equations of azathioprine with allopurinol and neutrophils into a step of lanes?
 *
 * <p>{@code mvn -Pbench verify -DskipTests -Dbench=KernelGeneration}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class KernelGenerationBenchmark {
    private final LaneEquations equations = equations();

    private static LaneEquations equations() {
        Arm arm = ScenarioFile.read(
                        Path.of("scenarios/single/allopurinol-interaction.yaml"),
                        ModelLibrary.in(Path.of("models")),
                        List.of())
                .scenario()
                .arms()
                .get(2);
        return LaneSystem.of(arm, List.of("6-TGN", "6-MMPR", "DNA-TG", "neutrophils"))
                .equations();
    }

    @Benchmark
    public StepTape tape() {
        return StepTape.of(LaneMethod.RODAS4P, equations);
    }

    @Benchmark
    public LaneKernel lanes() {
        return LaneKernel.lanes(tape(), 64);
    }
}
