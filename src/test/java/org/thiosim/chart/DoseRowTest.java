package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeWindow;

class DoseRowTest {
    private static final List<String> ARMS = List.of("a", "b", "c", "d");

    @Test
    void armsThatTakeADrugAlikeShareARow() {
        List<DoseRow> rows =
                DoseRow.of(List.of(dose("b", "150 mg"), dose("a", "150 mg"), dose("c", "50 mg")), ARMS, arms -> true);
        assertThat(rows).extracting(DoseRow::arms).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void rowsStayApartWhenTheirNamesDoNotFit() {
        List<DoseRow> rows = DoseRow.of(List.of(dose("a", "150 mg"), dose("b", "150 mg")), ARMS, arms -> false);
        assertThat(rows).extracting(DoseRow::arms).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void sharedRowsNameTheArmsBriefly() {
        assertThat(DoseStrip.armText(ARMS, ARMS)).isEqualTo("all arms");
        assertThat(DoseStrip.armText(List.of("a", "b", "d"), ARMS)).isEqualTo("all but c");
        assertThat(DoseStrip.armText(List.of("a", "b"), ARMS)).isEqualTo("a, b");
        assertThat(DoseStrip.armText(List.of("a"), List.of("a"))).isEqualTo("a");
    }

    @Test
    void dosesThatOverlapLieInRowsOfTheirOwn() {
        DoseSpan pulse = new DoseSpan("a", "azathioprine", 20, 30, "400 mg");
        assertThat(DoseRow.of(List.of(dose("a", "100 mg"), pulse), ARMS, arms -> true))
                .extracting(row -> row.spans().size())
                .containsExactly(1, 1);
    }

    @Test
    void closeSingleDosesAreOneBarThatCountsThem() {
        List<RunRecord.Dosing> doses = List.of(
                new RunRecord.Dosing("azathioprine", 0, 4032, "100 mg daily", "1.43 mg/kg"),
                new RunRecord.Dosing("azathioprine", 0, 0, "400 mg", "5.71 mg/kg"),
                new RunRecord.Dosing("azathioprine", 24, 24, "400 mg", "5.71 mg/kg"),
                new RunRecord.Dosing("azathioprine", 672, 672, "400 mg", "5.71 mg/kg"));
        assertThat(DoseSpans.of(new RunRecord.Treatment("a", doses, List.of(), Map.of(), Map.of()), 4032))
                .extracting(DoseSpan::label)
                .containsExactly("100 mg daily", "2 × 400 mg", "400 mg");
    }

    @Test
    void phaseCountsEqualRegimensThatRunAtOnceButNotInTurn() {
        RunRecord.Dosing morning = new RunRecord.Dosing("azathioprine", 0, 4032, "60 mg daily", "");
        RunRecord.Dosing evening = new RunRecord.Dosing("azathioprine", 12, 4032, "60 mg daily", "");
        RunRecord.Dosing early = new RunRecord.Dosing("azathioprine", 0, 12, "60 mg daily", "");
        assertThat(PhaseWords.takes(taking(morning, evening), "a", Runs.PHASE))
                .isEqualTo("azathioprine 2 × 60 mg daily");
        assertThat(PhaseWords.takes(taking(early, evening), "a", Runs.PHASE)).isEqualTo("azathioprine 60 mg daily");
    }

    @Test
    void shortPhaseSaysWhatWasTakenUntilItBegan() {
        RunRecord run = taking(
                new RunRecord.Dosing("allopurinol", 0, 48, "100 mg daily", ""),
                new RunRecord.Dosing("mercaptopurine", 48, 48, "130 mg", ""));
        assertThat(PhaseWords.takes(run, "a", new TimeWindow(48, 72)))
                .isEqualTo("mercaptopurine 130 mg after allopurinol 100 mg daily");
        assertThat(PhaseWords.takes(run, "a", new TimeWindow(48, 4032))).isEqualTo("mercaptopurine 130 mg");
    }

    private static RunRecord taking(RunRecord.Dosing... doses) {
        RunRecord run = Runs.two();
        return new RunRecord(
                run.head(),
                run.phases(),
                List.of(new RunRecord.Treatment("a", List.of(doses), List.of(), Map.of(), Map.of())),
                run.observables(),
                run.curves(),
                run.network());
    }

    @Test
    void phaseCountsTheSingleDosesTakenInIt() {
        RunRecord pulsed = taking(
                new RunRecord.Dosing("azathioprine", 0, 4032, "100 mg daily", ""),
                new RunRecord.Dosing("azathioprine", 0, 0, "400 mg", ""),
                new RunRecord.Dosing("azathioprine", 24, 24, "400 mg", ""));
        assertThat(PhaseWords.takes(pulsed, "a", Runs.PHASE))
                .isEqualTo("azathioprine 100 mg daily + azathioprine 2 × 400 mg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0 24 48 672 696 720; azathioprine 3 × 400 mg every 4 weeks",
                "0 24 240 264 480 504; azathioprine 2 × 400 mg every 10 days",
                "0 24 48 672 696; azathioprine 5 × 400 mg",
                "0 24 48 72; azathioprine 4 × 400 mg",
                "0 24 672 696 1000 1024; azathioprine 6 × 400 mg",
                "5; azathioprine 400 mg"
            })
    void singleDosesInEqualCoursesSayHowOftenACourseComes(String hours, String words) {
        RunRecord.Dosing[] doses = Arrays.stream(hours.split(" "))
                .mapToDouble(Double::parseDouble)
                .mapToObj(h -> new RunRecord.Dosing("azathioprine", h, h, "400 mg", ""))
                .toArray(RunRecord.Dosing[]::new);
        assertThat(PhaseWords.takes(taking(doses), "a", Runs.PHASE)).isEqualTo(words);
    }

    @Test
    void doseIsSaidAtLengthOrInItsBareAmount() {
        assertThat(new DoseSpan("a", "d", 0, 1, "150 mg daily", "2.14 mg/kg").words())
                .containsExactly("150 mg daily (2.14 mg/kg)", "150 mg daily", "150 mg", "150");
        assertThat(new DoseSpan("a", "d", 0, 1, "3 × 400 mg").words()).containsExactly("3 × 400 mg", "3 × 400");
    }

    @ParameterizedTest
    @CsvSource({
        "75 mg twice a day, 75 mg ×2/d",
        "100 mg 3 times a day, 100 mg ×3/d",
        "20 mg twice a day on Sat, 20 mg ×2/d on Sat",
        "300 mg once a week on Mon, 300 mg/wk",
        "300 mg once a week, 300 mg/wk"
    })
    void shortFormOfADoseSaysHowOften(String label, String brief) {
        assertThat(new DoseSpan("a", "d", 0, 1, label).words()).containsExactly(label, brief);
    }

    @Test
    void doseOfSomeDaysIsNotShortened() {
        String label = "15 mg on Mon, Wed, Fri";
        assertThat(new DoseSpan("a", "d", 0, 1, label).words()).containsExactly(label);
    }

    private static DoseSpan dose(String arm, String label) {
        return new DoseSpan(arm, "azathioprine", 0, 100, label);
    }
}
