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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.Setting;
import org.thiosim.kernel.GeneratedKernel;
import org.thiosim.simulation.Arm;
import org.thiosim.simulation.CompiledModel;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/**
 * How long does one patient on azathioprine and allopurinol take for 24 weeks, by kernel and tolerance?
 *
 * <p>{@code mvn -Pbench verify -DskipTests -Dbench=OnePatient}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OnePatientBenchmark {
    private static final Path SCENARIO = Path.of("scenarios/single/allopurinol-interaction.yaml");

    @Param({"interpreted", "generated"})
    public String kernel = "generated";

    @Param({"1e-4", "1e-6"})
    public String relative = "1e-4";

    private Scenario scenario;

    @Setup
    public void read() {
        Scenario all = ScenarioFile.read(
                        SCENARIO,
                        ModelLibrary.in(Path.of("models")),
                        List.of(Setting.parse("solver={relative: " + relative + "}")))
                .scenario();
        Arm arm = all.arms().get(1);
        CompiledModel model = kernel.equals("generated")
                ? CompiledModel.of(arm.model().model(), GeneratedKernel::of)
                : CompiledModel.of(arm.model().model());
        Arm one = new Arm(arm.name(), model, arm.patient(), arm.size(), arm.regimen(), arm.parameterSet());
        scenario = new Scenario(all.head(), List.of(one), all.horizon(), all.outputs(), all.solver(), all.seed());
    }

    @Benchmark
    public SimulationResult run() {
        return Simulator.run(scenario);
    }
}
