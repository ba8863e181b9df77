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
import org.thiosim.kernel.LaneKernel;
import org.thiosim.kernel.StepTape;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.LaneSolver;
import org.thiosim.ode.Solution;

/**
 * How long do the 1,000 patients of thio12 take for 24 weeks on one thread, by method and number of lanes? One lane is
 * straight-line code.
 *
 * <p>{@code mvn -Pbench verify -DskipTests -Dbench=CohortThroughput}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CohortThroughputBenchmark {

    @Param({"RODAS4P", "TSITOURAS_5"})
    public LaneMethod method = LaneMethod.RODAS4P;

    @Param({"1", "32", "64", "128"})
    public int lanes = 64;

    @Param("1000")
    public int patients = 1000;

    private Thio12 thio12 = Thio12.read();
    private LaneSolver solver = thio12.solver(LaneKernel.scalar(thio12.step(method)), 2e-3, 1e-6, 0.1);

    @Setup
    public void make() {
        StepTape step = thio12.step(method);
        LaneKernel kernel = lanes == 1 ? LaneKernel.scalar(step) : LaneKernel.lanes(step, lanes);
        solver = thio12.solver(kernel, 2e-3, 1e-6, 0.1);
    }

    @Benchmark
    public List<Solution> run() {
        return solver.solve(thio12.problems(patients));
    }
}
