package org.thiosim.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnDashTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "6-TGN 235-450 pmol/8e8 RBC at the end; 6-TGN 235–450 pmol/8e8 RBC at the end",
                "neutrophils 0.5-1.5e9/L; neutrophils 0.5–1.5e9/L",
                "allopurinol 50-100 mg and 25-50 % of the dose; allopurinol 50–100 mg and 25–50 % of the dose",
                "(30-80 %), 105:1095-1105.; (30–80 %), 105:1095–1105.",
                "6-TGN trough 0-4032 h; 6-TGN trough 0–4032 h"
            })
    void aRangeGetsADash(String written, String set) {
        assertThat(EnDash.of(written)).isEqualTo(set);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6-TGN and 6-MMPR/6-TGN",
                "version 2025-11-05",
                "version 2018 update (2024-03)",
                "doi 10.1046/j.1365-2133.2002.04989.x",
                "2.5- to 8-fold",
                "hawwa-2008, arm-1-2, 1-2-3, 1e-5, -3",
                "https://example.org/12-34"
            })
    void aNameADateOrAnIdentifierKeepsItsHyphens(String text) {
        assertThat(EnDash.of(text)).isEqualTo(text);
    }
}
