package org.thiosim.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.thiosim.units.Unit;

class PopulationTest {
    private static final int MANY = 4000;

    private static double median(List<VirtualPatient> patients, ToDoubleFunction<VirtualPatient> value) {
        double[] sorted = patients.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double sd(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    @Test
    void europeanAdultsHaveTheWeightAndHeightOfTheirSource() {
        List<VirtualPatient> all = Cohorts.patients(Cohorts.of("european-ibd", MANY, 3));

        assertThat(median(all, p -> p.physique().weight())).isEqualTo(75.0, within(1.5));
        assertThat(median(all, p -> p.physique().height())).isEqualTo(1.70, within(0.01));
        assertThat(median(all, p -> p.physique().age())).isEqualTo(44.4, within(1.5));
        double[] index = all.stream()
                .mapToDouble(p -> p.physique().weight() / Math.pow(p.physique().height(), 2))
                .sorted()
                .toArray();
        assertThat(index[index.length / 4]).isEqualTo(22.0, within(0.8));
        assertThat(index[3 * index.length / 4]).isEqualTo(29.1, within(1.0));
    }

    @Test
    void japaneseAdultsHaveTheMeasuresOfTheirSource() {
        List<VirtualPatient> all = Cohorts.patients(Cohorts.of("east-asian-ibd", MANY, 4));

        double[] heights =
                all.stream().mapToDouble(p -> 100 * p.physique().height()).toArray();
        double[] weights = all.stream().mapToDouble(p -> p.physique().weight()).toArray();
        assertThat(Arrays.stream(heights).average().orElseThrow()).isEqualTo(166.0, within(0.5));
        assertThat(sd(heights)).isEqualTo(8.3, within(0.4));
        assertThat(Arrays.stream(weights).average().orElseThrow()).isEqualTo(54.6, within(0.6));
        assertThat(sd(weights)).isEqualTo(9.1, within(0.7));
    }

    @Test
    void childrenFollowTheGrowthCharts() {
        Cohort cohort = Cohorts.of("paediatric-all", MANY, 5);
        List<VirtualPatient> five = Cohorts.patients(cohort).stream()
                .filter(p -> p.physique().age() > 4.75 && p.physique().age() < 5.25)
                .toList();

        assertThat(five).hasSizeGreaterThan(150);
        assertThat(median(five, p -> p.physique().weight())).isEqualTo(18.2, within(0.6));
        assertThat(median(five, p -> p.physique().height())).isEqualTo(1.085, within(0.015));
        assertThat(cohort.population().isAdult()).isFalse();
    }

    @Test
    void activityWithinNormalMetabolisersIsAttenuated() {
        double[] logs = Cohorts.patients(Cohorts.of("european-ibd", MANY, 6)).stream()
                .filter(p -> p.genotype().tpmt().diplotype().equals("*1/*1"))
                .mapToDouble(p -> Math.log(p.covariates().get("tpmt")))
                .toArray();

        assertThat(sd(logs)).isBetween(0.07, 0.11);
    }

    @Test
    void clearanceFallsWithAge() {
        List<VirtualPatient> all = Cohorts.patients(Cohorts.of("european-ibd", MANY, 7));
        Unit unit = Unit.parse("mL/min/1.73 m^2");
        ToDoubleFunction<VirtualPatient> clearance =
                p -> unit.fromCanonical(p.covariates().get("creatinine-clearance"));

        double young = median(all.stream().filter(p -> p.physique().age() < 30).toList(), clearance);
        double old = median(all.stream().filter(p -> p.physique().age() > 60).toList(), clearance);
        assertThat(young - old).isBetween(24.0, 38.0);
    }

    @Test
    void aTenthOfTheChildrenTakesHalfOfTheDoses() {
        List<VirtualPatient> all = Cohorts.patients(Cohorts.of("paediatric-all", MANY, 8));

        assertThat(all.stream().filter(p -> p.adherence() == 0.5).count()).isBetween(340L, 460L);
        assertThat(all.stream().filter(p -> p.adherence() == 0.97).count()).isBetween(3540L, 3660L);
    }
}
