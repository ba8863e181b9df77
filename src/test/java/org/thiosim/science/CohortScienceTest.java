package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thiosim.cohort.Cohort;
import org.thiosim.cohort.CohortSummary;
import org.thiosim.cohort.Cohorts;
import org.thiosim.cohort.Tally;
import org.thiosim.simulation.LaneKernels;

/** Spread and incidence in small cohorts; the figures of large ones are in the documentation. */
class CohortScienceTest {
    private static CohortSummary summary(Cohort cohort) {
        Tally tally = new Tally(cohort);
        for (int b = 0; b < cohort.blocks(); b++) {
            tally.add(cohort.block(b, LaneKernels.of(64).get(), 512));
        }
        return tally.summary();
    }

    private static double logSd(CohortSummary summary, String observable) {
        return summary.spreads().stream()
                .filter(s ->
                        s.observable().equals(observable) && s.cell().stratum().equals("TPMT normal"))
                .findFirst()
                .orElseThrow()
                .log()
                .orElseThrow()
                .sd();
    }

    /** After ten weeks, with a quarter of the sampling error of 200 patients beyond the width allowed. */
    @Test
    void normalMetabolisersOfOneWeightDifferAsMuchAsExpected() {
        CohortSummary summary = summary(Cohorts.of(
                "metabolite-spread",
                200,
                1,
                "horizon=10 wk",
                "outputs.every=10 wk",
                "population.genotypes={tpmt: normal, nudt15: normal}"));

        assertThat(logSd(summary, "6-TGN")).isEqualTo(0.42, within(0.06));
        assertThat(logSd(summary, "6-MMPR")).isEqualTo(0.70, within(0.12));
    }

    @Test
    void leucopeniaRisesFromNormalToPoorMetabolisersOfNudt15() {
        CohortSummary summary = summary(Cohorts.of(
                "east-asian-ibd",
                120,
                1,
                "horizon=8 wk",
                "outputs.every=8 wk",
                "population.stratify={NUDT15 poor: 30 %, NUDT15 intermediate: 35 %}",
                "arms={a: [{drug: azathioprine, dose: 2 mg/kg, every: 1 d}]}",
                "published=[]"));

        double normal = leucopenia(summary, "NUDT15 normal");
        double intermediate = leucopenia(summary, "NUDT15 intermediate");
        double poor = leucopenia(summary, "NUDT15 poor");
        assertThat(normal).isLessThan(0.35);
        assertThat(intermediate).isGreaterThan(normal);
        assertThat(poor).isGreaterThan(intermediate).isGreaterThan(0.6);
    }

    private static double leucopenia(CohortSummary summary, String stratum) {
        return summary.attainment().stream()
                .filter(a -> a.target().id().equals("leucopenia")
                        && a.cell().stratum().equals(stratum))
                .findFirst()
                .orElseThrow()
                .share()
                .value();
    }
}
