package org.thiosim.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
