package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesetTest {

    @ParameterizedTest
    @CsvSource({
        "pmol/8e8 RBC, pmol/8×10⁸ RBC",
        "1e9/L, 10⁹/L",
        "75 mg/m^2, 75 mg/m²",
        "mL/min/1.73 m^2, mL/min/1.73 m²",
        "BSA^1.16, BSA^1.16",
        "1.2e10 cells, 1.2×10¹⁰ cells",
        "6-TGN, 6-TGN",
        "gene1e8x, gene1e8x"
    })
    void powersAreRaisedAndNothingElseChanges(String plain, String set) {
        assertThat(Typeset.of(plain)).isEqualTo(set);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "%, ' (%)'", "1e9/L, ' (10⁹/L)'"})
    void unitOfAPureNumberIsNotShown(String unit, String shown) {
        assertThat(Typeset.inBrackets(unit)).isEqualTo(shown);
    }

    @Test
    void powerOfTenIsMultipliedWithItsNumber() {
        assertThat(Typeset.amount("2.7", "1e9/L")).isEqualTo("2.7 × 10⁹/L");
        assertThat(Typeset.amount("206", "pmol/8e8 RBC")).isEqualTo("206 pmol/8×10⁸ RBC");
        assertThat(Typeset.amount("25.8", "1")).isEqualTo("25.8");
    }
}
