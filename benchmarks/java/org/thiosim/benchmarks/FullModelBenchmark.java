package org.thiosim.benchmarks;

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
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortBlock;
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

    private Cohort cohort = FullModel.cohort(patients);
    private LaneKernels kernels = LaneKernels.of(lanes);

    @Setup
    public void prepare() {
        cohort = FullModel.cohort(patients);
        kernels = LaneKernels.of(lanes);
    }

    /** Every block of the cohort, one after the other. */
    @Benchmark
    public List<CohortBlock> run() {
        return FullModel.solve(cohort, kernels);
    }
}
