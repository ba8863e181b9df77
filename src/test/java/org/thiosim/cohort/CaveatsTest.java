package org.thiosim.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.thiosim.cohort.Caveats.Caveat;
import org.thiosim.simulation.LaneKernels;
import org.thiosim.simulation.TimeWindow;

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
                .filter(c -> c.text().startsWith("With allopurinol, a dose reduced for TPMT"))
                .findFirst()
                .orElseThrow();

        assertThat(caveats.judged()).isEqualTo(200);
        assertThat(caveats.all().get(0).line(3))
                .contains(" % of patients on third-with-allopurinol, 100 % on full-with-allopurinol: Contraindicated in"
                        + " practice: a full thiopurine dose (as the genotype has it) together with allopurinol");
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

    @Test
    void aStratumIsContrastedOnlyWhereADrawnPatientIsPrescribedSomethingElse() {
        Cohort cohort = Cohorts.of(
                "dermatology-guided",
                12,
                2,
                "population.stratify={TPMT intermediate: 4 %}",
                "horizon=2 d",
                "outputs.every=1 d");
        CohortBlock block = cohort.block(0, LaneKernels.of(16).get(), 12);
        Tally tally = new Tally(cohort);
        tally.add(block);
        Set<String> differing = block.patients().stream()
                .filter(p -> !p.label(PatientColumns.TPMT_PHENOTYPE).equals("normal"))
                .flatMap(p -> Strata.of(p).stream())
                .collect(Collectors.toSet());
        Set<String> alike = block.patients().stream()
                .flatMap(p -> Strata.of(p).stream())
                .filter(s -> !differing.contains(s))
                .collect(Collectors.toSet());

        assertThat(alike).contains("all", "NUDT15 normal");
        assertThat(tally.summary().contrasts())
                .extracting(c -> c.cell().stratum())
                .containsAll(differing)
                .doesNotContainAnyElementsOf(alike);
    }

    @Test
    void aDifferenceOfRoundingIsExactlyNone() {
        Cohort cohort = Cohorts.of("guided-versus-unguided", 60, 1, "horizon=3 d", "outputs.every=1 d");
        CohortBlock block = cohort.block(0, LaneKernels.of(16).get(), 60);
        int highest = cohort.treatment().outputs().metrics().stream()
                .map(CohortMetric::name)
                .toList()
                .indexOf("neutrophils daily-max 0-72 h");
        for (int arm = 0; arm < block.arms().size(); arm++) {
            for (int i = 0; i < 60; i++) {
                block.arms().get(arm).metrics()[i][highest] = arm == 0 ? 4.5 : 4.5 + i % 2 * 1e-15;
            }
        }
        Tally tally = new Tally(cohort);
        tally.add(block);

        assertThat(tally.summary().contrasts())
                .filteredOn(c -> c.quantity().startsWith("neutrophils daily-max"))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.value().estimate()).isEqualTo(0));
    }

    @Test
    void dailyMetricsLeaveOutTheStartOfTheirWindow() {
        double[] hours = {0, 24, 48, 72, 96};
        double[] values = {0, 5, 9, 7, 20};

        assertThat(daily("daily-min", 0, 72).of(hours, values)).isEqualTo(5);
        assertThat(daily("daily-max", 0, 72).of(hours, values)).isEqualTo(9);
        assertThat(daily("daily-mean", 0, 72).of(hours, values)).isEqualTo(7);
        assertThat(daily("daily-min", 24, 72).of(hours, values)).isEqualTo(7);
        assertThat(daily("daily-min", 0, 12).of(hours, values)).isNaN();
    }

    private static CohortMetric daily(String metric, double from, double to) {
        return new CohortMetric("6-TGN", metric, new TimeWindow(from, to), "pmol/8e8 RBC");
    }
}
