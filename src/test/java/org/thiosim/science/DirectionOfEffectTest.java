package org.thiosim.science;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/**
 * Holds every change of dose, genotype, co-medication and patient to the printed values of the model's specification:
 * trough at week 20 on one dose a day, within 5 %.
 */
class DirectionOfEffectTest {
    private static final Path BASE = Path.of("src/test/resources/direction/base.yaml");
    private static final double WHOLE = 1;
    private static final double HUNDREDTH = 0.01;
    private static final double RBC_LITRES_PER_KG = 0.0295;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/direction/effects.csv", numLinesToSkip = 1)
    void valueAndSignAgreeWithTheSpecification(
            String name,
            String settings,
            double auc,
            double tgn,
            double mmpr,
            Double ratio,
            double dnaTg,
            double anc,
            Double remission,
            Double peakTua) {
        Week20 found = Week20.of(settings);

        agrees("AUC of 6-MP", found.auc, auc, HUNDREDTH);
        agrees("6-TGN", found.tgn, tgn, WHOLE);
        agrees("6-MMPR", found.mmpr, mmpr, WHOLE);
        agrees("DNA-TG", found.dnaTg, dnaTg, WHOLE);
        agrees("neutrophils", found.anc, anc, HUNDREDTH);
        if (ratio != null) {
            agrees("6-MMPR/6-TGN", found.mmpr / found.tgn, ratio, HUNDREDTH);
        }
        if (remission != null) {
            agrees("P(remission)", found.remission, remission, HUNDREDTH);
        }
        if (peakTua != null) {
            agrees("peak 6-TUA", found.peakTua, peakTua, WHOLE);
        }
    }

    /** Within 5 % of a printed value, or half of its last printed digit. */
    private static void agrees(String what, double found, double printed, double digit) {
        double slack = Math.max(0.05 * printed, digit / 2);
        assertThat(found).as(what).isBetween(printed - slack, printed + slack);
    }

    @Test
    void effectsPointTheWayTheyMust() {
        Week20 reference = Week20.of(null);
        Week20 intermediate = Week20.of("patient.tpmt=intermediate");
        Week20 nudt15 = Week20.of("patient.nudt15=poor");
        Week20 third = Week20.of("arms.case=[{drug: azathioprine, dose: 50 mg, every: 1 d},"
                + " {drug: allopurinol, dose: 100 mg, every: 1 d}]");
        Week20 doubled = Week20.of("arms.case.0.dose=300 mg");

        assertThat(intermediate.tgn).isGreaterThan(reference.tgn);
        assertThat(intermediate.mmpr).isLessThan(reference.mmpr);
        assertThat(third.tgn).isGreaterThan(reference.tgn);
        assertThat(third.mmpr).isLessThan(0.1 * reference.mmpr);
        assertThat(third.dnaTg / reference.dnaTg).isBetween(0.95, 1.05);
        assertThat(third.peakTua).isLessThan(reference.peakTua);
        assertThat(nudt15.tgn).isEqualTo(reference.tgn, org.assertj.core.api.Assertions.within(1e-3));
        assertThat(nudt15.dnaTg).isGreaterThan(2 * reference.dnaTg);
        assertThat(doubled.mmpr).isGreaterThan(2 * reference.mmpr);
        assertThat(Stream.of(
                                reference.anc,
                                Week20.of("patient.nudt15=intermediate").anc,
                                intermediate.anc,
                                nudt15.anc,
                                Week20.of("patient.tpmt=poor").anc)
                        .toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void oxypurinolRisesWhenTheKidneyFails() {
        assertThat(oxypurinol("30")).isGreaterThan(1.5 * oxypurinol("100"));
    }

    private static double oxypurinol(String clearance) {
        ArmResult result = Scenarios.run(
                        BASE,
                        "patient.creatinine-clearance=" + clearance + " mL/min/1.73 m^2",
                        "outputs.observables=[oxypurinol plasma]",
                        "outputs.metrics=[]",
                        "arms.case=[{drug: allopurinol, dose: 100 mg, every: 1 d}]")
                .arms()
                .get(0);
        double[] values = result.timeCourses().get(0).values();
        return values[values.length - 1];
    }

    private record Week20(
            double auc, double tgn, double mmpr, double dnaTg, double anc, double remission, double peakTua) {
        static Week20 of(String settings) {
            String[] parts = settings == null ? new String[0] : settings.split("\\|");
            ArmResult arm = Scenarios.run(BASE, parts).arms().get(0);
            double weight = arm.arm().size().weight();
            double rac1 = last(arm, "amount:rac1");
            return new Week20(
                    metric(arm, "6-MP plasma", "auc"),
                    last(arm, "6-TGN"),
                    last(arm, "amount:mmpr") / (RBC_LITRES_PER_KG * weight) * 100,
                    last(arm, "DNA-TG"),
                    last(arm, "neutrophils"),
                    1 / (1 + Math.exp(-1.6 * Math.log(rac1 / (1 - rac1)))),
                    metric(arm, "6-TUA plasma", "cmax"));
        }

        private static double last(ArmResult arm, String observable) {
            TimeCourse course = arm.timeCourses().stream()
                    .filter(c -> c.observable().equals(observable))
                    .findFirst()
                    .orElseThrow();
            return course.values()[course.values().length - 1];
        }

        private static double metric(ArmResult arm, String observable, String metric) {
            return arm.metrics().stream()
                    .filter(m -> m.observable().equals(observable)
                            && m.metric().equals(metric)
                            && m.window().equals(new TimeWindow(3336, 3360)))
                    .mapToDouble(Metric::value)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
