package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static DoseSpan dose(String arm, String label) {
        return new DoseSpan(arm, "azathioprine", 0, 100, label);
    }
}
