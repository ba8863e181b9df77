package org.thiosim.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.simulation.RunRecord;

class ReportWordsTest {

    @ParameterizedTest
    @CsvSource({
        "1.49, 2",
        "1.06, 2",
        "1.01, '2, on the border of 3'",
        "1.0, '2, on the border of 3'",
        "0.99, 3",
        "0.5, '3, on the border of 4'",
        "0.49, 4",
        "0, 4"
    })
    void neutropeniaHasTheGradeOfItsCountAndNamesABorder(double count, String grade) {
        assertThat(Neutropenia.grade("neutrophils", "1e9/L", count))
                .hasValue("neutropenia of grade " + grade + " (CTCAE)");
    }

    @Test
    void countsOfOneAndAHalfAndOtherObservablesHaveNoGrade() {
        assertThat(Neutropenia.grade("neutrophils", "1e9/L", 1.5)).isEmpty();
        assertThat(Neutropenia.grade("leucocytes", "1e9/L", 0.1)).isEmpty();
        assertThat(Neutropenia.grade("neutrophils", "cells/µL", 0.1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "XO@gut, oxidation by XO in the gut",
        "TPMT@rbc-1, methylation by TPMT to 6-MMPR in red cells",
        "DNA-polymerase, incorporation into DNA",
        "NEW@gut, NEW@gut",
        "XO@moon, XO@moon"
    })
    void enzymeTagIsSaidInWordsOrStandsForItself(String tag, String words) {
        assertThat(EnzymeWords.of(tag)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contraindicated in practice: x", "A full dose is contraindicated.", "CONTRAINDICATED"})
    void contraindicationIsFoundAnywhereInANotice(String notice) {
        assertThat(RunRecord.isContraindication(notice)).isTrue();
    }

    @Test
    void denialOfAContraindicationIsNone() {
        assertThat(RunRecord.isContraindication("This is not contraindicated.")).isFalse();
    }
}
