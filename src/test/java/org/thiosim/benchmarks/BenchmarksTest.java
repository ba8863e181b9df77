package org.thiosim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.ode.LaneMethod;
import org.thiosim.ode.Solution;

/** Every benchmark runs; how fast is not asked here. */
class BenchmarksTest {

    @ParameterizedTest
    @ValueSource(strings = {"interpreted", "generated"})
    void onePatientIsSolved(String kernel) {
        OnePatientBenchmark benchmark = new OnePatientBenchmark();
        benchmark.kernel = kernel;
        benchmark.read();

        assertThat(benchmark.run().isSuccess()).isTrue();
    }

    @Test
    void aModelIsReadAndCompiled() {
        ModelLoadBenchmark benchmark = new ModelLoadBenchmark();

        assertThat(benchmark.read().id()).isEqualTo("thiopurine");
        assertThat(benchmark.compile().states()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({"RODAS4P, 1, 2e-4", "RODAS4P, 32, 2e-4", "TSITOURAS_5, 1, 1e-3", "TSITOURAS_5, 32, 1e-3"})
    void aCohortAgreesWithTheReferenceOfThio12(LaneMethod method, int lanes, double error) {
        CohortThroughputBenchmark benchmark = new CohortThroughputBenchmark();
        benchmark.method = method;
        benchmark.lanes = lanes;
        benchmark.patients = 40;
        benchmark.make();

        assertThat(Thio12.read().error(benchmark.run())).isLessThan(error);
    }

    @Test
    void threadsShareAKernel() throws InterruptedException, ExecutionException {
        ThreadScalingBenchmark benchmark = new ThreadScalingBenchmark();
        benchmark.threads = 2;
        benchmark.patients = 33;
        benchmark.start();
        List<List<Solution>> solutions = benchmark.run();
        benchmark.stop();

        Thio12 thio12 = Thio12.read();
        assertThat(solutions)
                .hasSize(2)
                .allSatisfy(s -> assertThat(thio12.error(s)).isLessThan(2e-4));
    }

    @Test
    void theFullModelIsSolvedForSampledPatients() {
        FullModelBenchmark benchmark = new FullModelBenchmark();
        benchmark.patients = 5;
        benchmark.lanes = 1;
        benchmark.prepare();

        assertThat(benchmark.run()).hasSize(1);
        assertThat(benchmark.run().get(0).failures()).isZero();
    }

    @Test
    void aKernelIsGenerated() {
        KernelGenerationBenchmark benchmark = new KernelGenerationBenchmark();

        assertThat(benchmark.tape().tape().operationsPerRun()).isBetween(2000, 4000);
        assertThat(benchmark.lanes().width()).isEqualTo(64);
    }

    @Test
    void costsAreComparedAtEqualErrors() {
        List<WorkPoint> points =
                List.of(new WorkPoint("tool", "loose", 1e-2, 1), new WorkPoint("tool", "tight", 1e-6, 16));

        assertThat(WorkPoint.costAt(1e-4, points)).hasValueCloseTo(4.0, within(1e-9));
        assertThat(WorkPoint.costAt(1e-1, points)).hasValueCloseTo(1.0, within(1e-9));
        assertThat(WorkPoint.costAt(1e-7, points)).isEmpty();
    }
}
