package org.thiosim.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.units.Quantity;

class RegimenTest {
    private static final double WEEK = 168;
    private static final BodySize ADULT = new BodySize(70, OptionalDouble.of(1.8));

    @Test
    void dosesRunFromUpToButNotIncludingUntil() {
        DoseTimes times = new DoseTimes.Repeated(24, 12 * WEEK, 13 * WEEK);

        assertThat(times.within(24 * WEEK)).hasSize(7).startsWith(2016.0).endsWith(2160.0);
    }

    @Test
    void noDoseIsGivenAtTheHorizon() {
        assertThat(new DoseTimes.Repeated(24, 0, Double.POSITIVE_INFINITY).within(48))
                .containsExactly(0.0, 24.0);
    }

    @Test
    void doseTimesDoNotDriftOverAYear() {
        List<Double> times = new DoseTimes.Repeated(0.1, 0, Double.POSITIVE_INFINITY).within(8760);

        assertThat(times).hasSize(87_600);
        assertThat(times.get(87_599)).isEqualTo(87_599 * 0.1);
    }

    @ParameterizedTest
    @CsvSource({"150 mg, 150", "2 mg/kg, 140", "75 mg/m^2, 135", "0.15 g, 150", "0 mg, 0"})
    void aDoseIsScaledByWeightOrSurface(String dose, double milligrams) {
        assertThat(Dose.of(Quantity.parse(dose)).mass(ADULT)).isCloseTo(milligrams * 1e-6, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1 mg", "150 mL", "150", "2 %", "3 µmol/L"})
    void whatIsNoDoseIsRefused(String dose) {
        assertThatThrownBy(() -> Dose.of(Quantity.parse(dose)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dose");
    }

    @Test
    void aDosePerSurfaceNeedsTheSurface() {
        Dose dose = Dose.of(Quantity.parse("75 mg/m^2"));

        assertThatThrownBy(() -> dose.mass(new BodySize(20, OptionalDouble.empty())))
                .hasMessage("a dose of 75 mg/m^2 needs the patient's bsa or height");
    }

    @Test
    void eventsOfSeveralDrugsComeInOrderOfTime() {
        Regimen regimen = new Regimen(List.of(
                rule("azathioprine", new DoseTimes.Repeated(24, 0, 72)),
                rule("allopurinol", new DoseTimes.Listed(List.of(36.0, 12.0)))));

        assertThat(regimen.events(60, ADULT)).extracting(DoseEvent::time).containsExactly(0.0, 12.0, 24.0, 36.0, 48.0);
        assertThat(regimen.events(60, ADULT))
                .extracting(DoseEvent::drug)
                .containsExactly("azathioprine", "allopurinol", "azathioprine", "allopurinol", "azathioprine");
    }

    @Test
    void phasesChangeWhereARuleStartsOrEnds() {
        Regimen regimen = new Regimen(List.of(
                rule("azathioprine", new DoseTimes.Repeated(24, 0, 12 * WEEK)),
                rule("allopurinol", new DoseTimes.Repeated(8, 4 * WEEK, 20 * WEEK))));

        List<Phase> phases = regimen.phases(24 * WEEK);

        assertThat(phases).extracting(Phase::to).containsExactly(672.0, 2016.0, 3360.0, 4032.0);
        assertThat(phases).extracting(p -> p.rules().size()).containsExactly(1, 2, 1, 0);
        assertThat(phases.get(1).interval()).hasValue(24);
        assertThat(phases.get(3).interval()).isEmpty();
    }

    private static DoseRule rule(String drug, DoseTimes times) {
        return new DoseRule(drug, "oral", Optional.empty(), Dose.of(Quantity.parse("100 mg")), times);
    }
}
