package org.thiosim.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomStreamTest {

    @Test
    void philoxGivesThePublishedKnownAnswers() {
        assertThat(hex(Philox.block(new int[] {0, 0}, new int[] {0, 0, 0, 0})))
                .isEqualTo("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
        assertThat(hex(Philox.block(new int[] {-1, -1}, new int[] {-1, -1, -1, -1})))
                .isEqualTo("408f276d 41c83b0e a20bc7c6 6d5451fd");
        assertThat(hex(Philox.block(
                        new int[] {0xa4093822, 0x299f31d0},
                        new int[] {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344})))
                .isEqualTo("d16cfe09 94fdcceb 5001e420 24126ea1");
    }

    private static String hex(int[] words) {
        return "%08x %08x %08x %08x".formatted(words[0], words[1], words[2], words[3]);
    }

    @Test
    void uniformNumbersFillTheUnitIntervalEvenly() {
        RandomStream stream = new RandomStream(42, 7, "test");
        int[] counts = new int[20];
        IntStream.range(0, 20_000).forEach(i -> counts[(int) (20 * stream.uniform(i))]++);
        assertThat(IntStream.of(counts).boxed()).allSatisfy(c -> assertThat(c).isBetween(850, 1150));
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        RandomStream stream = new RandomStream(1, 0, "normal");
        double[] z = IntStream.range(0, 40_000).mapToDouble(stream::normal).toArray();
        double mean = java.util.Arrays.stream(z).average().orElseThrow();
        double variance = java.util.Arrays.stream(z)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.02));
        assertThat(variance).isCloseTo(1, within(0.03));
    }

    @Test
    void numbersDependOnSeedPatientPurposeAndIndexAlone() {
        double number = new RandomStream(5, 9, "dose").uniform(3);

        assertThat(new RandomStream(5, 9, "dose").uniform(3)).isEqualTo(number);
        assertThat(new RandomStream(6, 9, "dose").uniform(3)).isNotEqualTo(number);
        assertThat(new RandomStream(5, 8, "dose").uniform(3)).isNotEqualTo(number);
        assertThat(new RandomStream(5, 9, "genotype").uniform(3)).isNotEqualTo(number);
        assertThat(new RandomStream(5, 9, "dose").uniform(4)).isNotEqualTo(number);
        assertThat(new RandomStream(5, 9 + (1L << 32), "dose").uniform(3)).isNotEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.025, -1.959963984540054",
        "0.841344746068543, 1",
        "1e-10, -6.361340902404056",
        "0.9999999, 5.199337582187471"
    })
    void theNormalQuantileAgreesWithTables(double p, double z) {
        assertThat(NormalQuantile.of(p)).isCloseTo(z, within(1e-9));
    }
}
