package org.thiosim.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thiosim.cohort.Caveats.Caveat;
import org.thiosim.simulation.LaneKernels;

class CaveatsTest {
    @Test
    void aWarningNamesTheArmsAndTheShareOfPatientsWhomItConcerns() {
        Cohort cohort = Cohorts.of("allopurinol-switch", 200, 1);
        Caveats caveats = Caveats.of(cohort);
        double notNormal = Cohorts.patients(cohort).stream()
                        .filter(p -> p.genotype().tpmt().activity() < 0.7)
                        .count()
                / 200.0;
        Caveat extrapolation = caveats.all().stream()
                .filter(c -> c.text().startsWith("Allopurinol in TPMT intermediate or poor"))
                .findFirst()
                .orElseThrow();

        assertThat(caveats.judged()).isEqualTo(200);
        assertThat(caveats.all().get(0).line(3))
                .startsWith("everyone on full-with-allopurinol: Contraindicated in practice");
        assertThat(extrapolation.arms())
                .extracting(Caveats.ArmShare::arm)
                .containsExactly("third-with-allopurinol", "full-with-allopurinol");
        assertThat(extrapolation.arms().get(0).share().value())
                .isEqualTo(notNormal, within(0.03))
                .isPositive();
        assertThat(Caveats.of(cohort)).isEqualTo(caveats);
    }

    @Test
    void patientsOutsideTheGuidelineAreCountedOnEachArm() {
        Cohort cohort = Cohorts.of(
                "guided-versus-unguided",
                100,
                1,
                "horizon=1 d",
                "outputs.every=1 d",
                "population={of: japanese-ibd, stratify: {NUDT15 poor: 10 %, NUDT15 indeterminate: 10 %}}");
        Tally tally = new Tally(cohort);
        tally.add(cohort.block(0, LaneKernels.of(16).get(), 100));
        List<String> lines = ArmDoses.otherwise(ArmDoses.of(cohort, tally.summary()));
        long open = Cohorts.patients(cohort).stream()
                .filter(p -> p.genotype().phenotypes().toString().contains("indeterminate"))
                .count();
        long poor = Cohorts.patients(cohort).stream()
                .filter(p -> p.genotype().phenotypes().toString().contains("poor"))
                .count();

        assertThat(lines)
                .filteredOn(l -> l.contains("'otherwise' of the scenario"))
                .first()
                .asString()
                .contains("on cpic (" + poor + " drawn)", "no drug");
        assertThat(open).isPositive();
        assertThat(lines)
                .filteredOn(l -> l.contains("'no-advice' of the scenario"))
                .first()
                .asString()
                .contains("on cpic (" + open + " drawn)", "azathioprine 2.5 mg/kg daily", "is indeterminate");
    }

    @Test
    void countsOfCellsHaveNoGeometricMean() {
        Cohort cohort = Cohorts.of("european-ibd", 20, 1, "horizon=2 d", "outputs.every=1 d");
        Tally tally = new Tally(cohort);
        tally.add(cohort.block(0, LaneKernels.of(16).get(), 20));

        assertThat(tally.summary().spreads())
                .filteredOn(s -> s.cell().stratum().equals("all"))
                .allSatisfy(s -> {
                    boolean cells = s.observable().equals("neutrophils")
                            || s.observable().equals("leucocytes");
                    assertThat(s.log().isEmpty()).as(s.observable()).isEqualTo(cells);
                    assertThat(s.level().count()).isEqualTo(20);
                });
        assertThat(tally.summary().bands()).noneMatch(b -> b.cell().stratum().startsWith("ancestry"));
    }

    @Test
    void whereBothArmsPrescribeTheSameNothingIsContrasted() {
        Cohort cohort = Cohorts.of("dermatology-guided", 60, 1, "horizon=2 d", "outputs.every=1 d");
        Tally tally = new Tally(cohort);
        tally.add(cohort.block(0, LaneKernels.of(16).get(), 60));

        assertThat(tally.summary().contrasts())
                .extracting(c -> c.cell().stratum())
                .contains("all", "TPMT intermediate", "TPMT poor", "NUDT15 normal")
                .doesNotContain("TPMT normal");
        assertThat(tally.summary().attainment())
                .extracting(a -> a.cell().stratum())
                .contains("TPMT normal");
    }
}
