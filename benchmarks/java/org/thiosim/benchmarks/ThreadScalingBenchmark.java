package org.thiosim.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.thiosim.kernel.LaneKernel;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.Solution;

/**
 * How much faster are two threads than one, each with lanes of its own? Every thread solves the 1,000 patients of thio12
 * once, so equal times mean perfect scaling.
 *
 * <p>{@code mvn -Pbench verify -DskipTests -Dbench=ThreadScaling}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ThreadScalingBenchmark {

    @Param({"1", "2"})
    public int threads = 1;

    @Param("1000")
    public int patients = 1000;

    private final Thio12 thio12 = Thio12.read();
    private LaneKernel kernel = LaneKernel.lanes(thio12.step(LaneMethod.RODAS4P), 64);
    private ExecutorService pool = Executors.newCachedThreadPool();

    @Setup
    public void start() {
        kernel = LaneKernel.lanes(thio12.step(LaneMethod.RODAS4P), 64);
        pool = Executors.newFixedThreadPool(threads);
    }

    @Benchmark
    public List<List<Solution>> run() throws InterruptedException, ExecutionException {
        List<Future<List<Solution>>> tasks = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            tasks.add(pool.submit(() -> thio12.solver(kernel, 2e-3, 1e-6, 0.1).solve(thio12.problems(patients))));
        }
        List<List<Solution>> solutions = new ArrayList<>();
        for (Future<List<Solution>> task : tasks) {
            solutions.add(task.get());
        }
        return solutions;
    }

    @TearDown
    public void stop() {
        pool.shutdown();
    }
}
