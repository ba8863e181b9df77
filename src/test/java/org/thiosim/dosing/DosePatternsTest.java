package org.thiosim.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thiosim.dosing.Interrupted.Break;
import org.thiosim.units.Quantity;

class DosePatternsTest {
    private static final double DAY = 24;
    private static final double WEEK = 168;
    private static final double YEAR = 52 * WEEK;
    private static final double OPEN = Double.POSITIVE_INFINITY;
    private static final DoseTimes DAILY = new DoseTimes.Repeated(DAY, 0, OPEN);

    @Test
    void daysOfTheWeekStayOnTheirDayForAYear() {
        DoseTimes times = new DoseTimes.Cyclic(WEEK, List.of(0.0, 3 * DAY), 0, OPEN, "on Mon, Thu");

        List<Double> found = times.within(YEAR);

        assertThat(found).hasSize(104);
        for (int k = 0; k < 52; k++) {
            assertThat(found.get(2 * k)).isEqualTo(k * WEEK);
            assertThat(found.get(2 * k + 1)).isEqualTo(k * WEEK + 3 * DAY);
        }
    }

    @Test
    void hoursOfTheDayDoNotDriftOverAYear() {
        List<Double> found = new DoseTimes.Cyclic(DAY, List.of(8.1, 20.7), 0, OPEN, "twice a day").within(YEAR);

        assertThat(found).hasSize(728);
        assertThat(found.get(727)).isEqualTo(363 * DAY + 20.7);
    }

    @Test
    void aPatternStartsWithItsFirstTimeFromTheStart() {
        DoseTimes times = new DoseTimes.Cyclic(WEEK, List.of(0.0), 3 * DAY, 30 * DAY, "on Mon");

        assertThat(times.within(YEAR)).containsExactly(7 * DAY, 14 * DAY, 21 * DAY, 28 * DAY);
    }

    @Test
    void aBreakTakesOutItsDosesAndSplitsThePhase() {
        DoseTimes times = new Interrupted(DAILY, List.of(new Break(2 * DAY, 4 * DAY)));
        Regimen regimen = regimen(times);

        assertThat(times.within(6 * DAY)).containsExactly(0.0, DAY, 4 * DAY, 5 * DAY);
        assertThat(regimen.phases(6 * DAY).stream().map(Phase::from)).containsExactly(0.0, 2 * DAY, 4 * DAY);
        assertThat(regimen.phases(6 * DAY).get(1).rules()).isEmpty();
    }

    @Test
    void missedDosesAreNotTaken() {
        assertThat(new MissedDoses(DAILY, List.of(DAY)).within(3 * DAY)).containsExactly(0.0, 2 * DAY);
    }

    @Test
    void theShareOfDosesTakenIsTheProbability() {
        List<Double> taken = new Adherence(DAILY, 0.8, Adherence.stream(1, 0, "azathioprine")).within(10_000 * DAY);

        assertThat(taken.size()).isBetween(7_880, 8_120);
    }

    @Test
    void aDoseIsTakenOrNotWhateverElseIsPrescribed() {
        DoseTimes twice = new DoseTimes.Repeated(DAY / 2, 0, OPEN);
        List<Double> daily = new Adherence(DAILY, 0.5, Adherence.stream(3, 0, "azathioprine")).within(YEAR);
        List<Double> both = new Adherence(twice, 0.5, Adherence.stream(3, 0, "azathioprine")).within(YEAR);

        assertThat(both).containsAll(daily);
        assertThat(both.stream().filter(t -> t % DAY == 0)).containsExactlyElementsOf(daily);
        assertThat(new Adherence(DAILY, 0.5, Adherence.stream(4, 0, "azathioprine")).within(YEAR))
                .isNotEqualTo(daily);
    }

    @Test
    void chanceDiffersBetweenPatientsWhateverIsTakenOutAround() {
        DoseTimes partly = new Adherence(DAILY, 0.5, Adherence.stream(3, 0, "azathioprine"));
        DoseTimes broken = new Interrupted(new MissedDoses(partly, List.of(DAY)), List.of(new Break(0, 2 * DAY)));

        assertThat(broken.of(3, 7).within(YEAR))
                .isNotEqualTo(broken.within(YEAR))
                .containsExactlyElementsOf(partly.of(3, 7).within(YEAR).stream()
                        .filter(t -> t >= 2 * DAY)
                        .toList());
    }

    @Test
    void fullAndNoAdherenceAreExact() {
        assertThat(new Adherence(DAILY, 1, Adherence.stream(1, 0, "x")).within(YEAR))
                .hasSize(364);
        assertThat(new Adherence(DAILY, 0, Adherence.stream(1, 0, "x")).within(YEAR))
                .isEmpty();
    }

    @Test
    void massesAreRoundedToTabletsButNeverToNothing() {
        BodySize size = new BodySize(70, OptionalDouble.empty());
        Dose dose = Dose.of(Quantity.parse("1.5 mg/kg")).inMultiplesOf(Quantity.parse("25 mg"));
        Dose small = Dose.of(Quantity.parse("0.1 mg/kg")).inMultiplesOf(Quantity.parse("25 mg"));

        assertThat(dose.mass(size) * 1e6).isCloseTo(100, within(1e-9));
        assertThat(small.mass(size) * 1e6).isCloseTo(25, within(1e-9));
        assertThat(dose.text(size)).isEqualTo("100 mg");
    }

    private static Regimen regimen(DoseTimes times) {
        return new Regimen(List.of(new DoseRule(
                "azathioprine", "oral", java.util.Optional.empty(), Dose.of(Quantity.parse("50 mg")), times)));
    }
}
