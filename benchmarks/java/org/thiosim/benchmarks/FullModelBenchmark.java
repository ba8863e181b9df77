package org.thiosim.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortBlock;
import org.thiosim.io.CohortFile;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.PopulationLibrary;
import org.thiosim.io.Setting;
import org.thiosim.simulation.LaneKernels;

/**
 * How long do 1,000 sampled patients on azathioprine with allopurinol take for 24 weeks with neutrophils, on one thread, with
 * everything but storing: drawing them, doses, equations, weekly levels?
 *
 * <p>{@code mvn -Pbench verify -DskipTests -Dbench=FullModel}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class FullModelBenchmark {

    @Param({"1", "64", "128"})
    public int lanes = 64;

    @Param("1000")
    public int patients = 1000;

    private Cohort cohort = read(patients);
    private LaneKernels kernels = LaneKernels.of(lanes);

    private static Cohort read(int patients) {
        return CohortFile.read(
                        Path.of("scenarios/cohort/allopurinol-switch.yaml"),
                        ModelLibrary.in(Path.of("models")),
                        PopulationLibrary.in(Path.of("scenarios/populations")),
                        Stream.of(
                                        "arms={ldaa: [{drug: azathioprine, dose: 0.67 mg/kg, every: 1 d},"
                                                + " {drug: allopurinol, dose: 100 mg, every: 1 d}]}",
                                        "outputs={observables: [6-TGN, 6-MMPR, DNA-TG, neutrophils], every: 1 wk}",
                                        "targets={}")
                                .map(Setting::parse)
                                .toList(),
                        OptionalLong.of(patients),
                        OptionalLong.of(1))
                .cohort();
    }

    @Setup
    public void prepare() {
        cohort = read(patients);
        kernels = LaneKernels.of(lanes);
    }

    /** Every block of the cohort, one after the other. */
    @Benchmark
    public List<CohortBlock> run() {
        return Stream.iterate(0, b -> b < cohort.blocks(), b -> b + 1)
                .map(b -> cohort.block(b, kernels.get(), cohort.blockSize()))
                .toList();
    }
}
