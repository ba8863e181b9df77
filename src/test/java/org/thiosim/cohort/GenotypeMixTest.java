package org.thiosim.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.genetics.GeneticData;
import org.thiosim.genetics.Phenotype;
import org.thiosim.io.ModelLibrary;

class GenotypeMixTest {
    private static final GeneticData TABLES =
            ModelLibrary.in(Path.of("models")).genetics().get();
    private static final int PATIENTS = 40_000;

    private static GenotypeMix european() {
        return GenotypeMix.of(List.of(new GenotypeMix.Ancestry("European", 1, "European", "European")), TABLES);
    }

    @Test
    void diplotypesStandInHardyWeinbergProportions() {
        double wild = probability(european(), "*1/*1");
        double carrier = probability(european(), "*1/*3A");

        assertThat(wild).isEqualTo(0.957 * 0.957, within(1e-12));
        assertThat(carrier).isEqualTo(2 * 0.957 * 0.034, within(1e-12));
        assertThat(european().notes()).anyMatch(n -> n.contains("TPMT, European: 0.4 % of chromosomes"));
    }

    private static double probability(GenotypeMix mix, String tpmt) {
        return mix.entries().stream()
                .filter(e -> e.genotype().tpmt().diplotype().equals(tpmt))
                .mapToDouble(GenotypeMix.Entry::probability)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void drawnDiplotypesLieWithinSamplingError(long seed) {
        GenotypeMix mix = european();
        Map<String, Double> expected = new HashMap<>();
        mix.entries().forEach(e -> expected.merge(e.genotype().tpmt().diplotype(), e.probability(), Double::sum));
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < PATIENTS; i++) {
            counts.merge(mix.draw(seed, i).genotype().tpmt().diplotype(), 1, Integer::sum);
        }
        double chi = 0;
        int cells = 0;
        for (Map.Entry<String, Double> e : expected.entrySet()) {
            double mean = PATIENTS * e.getValue();
            if (mean >= 5) {
                double d = counts.getOrDefault(e.getKey(), 0) - mean;
                chi += d * d / mean;
                cells++;
            }
        }
        assertThat(cells).isGreaterThan(5);
        assertThat(chi).isBetween(0.1, 27.9);
    }

    @Test
    void enrichedStrataKeepTheWeightOfThePopulation() {
        Map<String, Double> strata = new LinkedHashMap<>();
        strata.put("TPMT poor", 0.1);
        strata.put("TPMT intermediate", 0.3);
        GenotypeMix mix = european().enriched(strata);

        double share = mix.entries().stream()
                .filter(e -> e.genotype().tpmt().phenotype() == Phenotype.POOR)
                .mapToDouble(GenotypeMix.Entry::share)
                .sum();
        double weighted = mix.entries().stream()
                .filter(e -> e.genotype().tpmt().phenotype() == Phenotype.POOR)
                .mapToDouble(e -> e.share() * e.weight())
                .sum();
        assertThat(share).isEqualTo(0.1, within(1e-12));
        assertThat(weighted).isEqualTo(0.043 * 0.043, within(1e-12));
        assertThat(mix.entries().stream()
                        .mapToDouble(e -> e.share() * e.weight())
                        .sum())
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void aStratumThatNobodyCanBeInIsRefused() {
        assertThatThrownBy(() -> european().enriched(Map.of("TPMT slow", 0.1)))
                .hasMessageContaining("no genotype of the population is in the stratum 'TPMT slow'");
    }

    private static Map<String, Double> everybody(double normal, double intermediate, double poor) {
        return Map.of("TPMT normal", normal, "TPMT intermediate", intermediate, "TPMT poor", poor);
    }

    @Test
    void strataThatLeaveNobodySumToAllPatients() {
        assertThatThrownBy(() -> european().enriched(everybody(0.5, 0.3, 0.1)))
                .hasMessageContaining("the shares of the strata sum to 90 %")
                .hasMessageContaining("nobody is left beside them, so they sum to 100 %");

        GenotypeMix mix = european().enriched(everybody(0.5, 0.4, 0.1));
        long poor = LongStream.range(0, 4000)
                .filter(i -> mix.draw(1, i).genotype().tpmt().phenotype() == Phenotype.POOR)
                .count();
        assertThat(poor).isBetween(340L, 460L);
    }

    @Test
    void strataThatLeaveSomebodySumToLess() {
        assertThatThrownBy(() -> european().enriched(Map.of("TPMT poor", 0.6, "TPMT intermediate", 0.4)))
                .hasMessageContaining("sum to 100 %; leave some patients to the rest");
    }

    @Test
    void aStratumWithoutPatientsIsRefused() {
        assertThatThrownBy(() -> european().enriched(Map.of("TPMT poor", 0.0)))
                .hasMessageContaining("the share of the stratum 'TPMT poor' is above 0 %");
    }

    @Test
    void sharesThatDoNotSumToOneAreRefused() {
        assertThatThrownBy(() ->
                        GenotypeMix.of(List.of(new GenotypeMix.Ancestry("a", 0.5, "European", "European")), TABLES))
                .hasMessageContaining("sum to 50.0 %");
    }
}
