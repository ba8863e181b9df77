package org.thiosim.genetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiplotypeTest {

    @Test
    void orderOfAllelesDoesNotMatter() {
        assertThat(Diplotype.parse(Gene.TPMT, "*3A/*1")).isEqualTo(Diplotype.parse(Gene.TPMT, "*1/*3A"));
        assertThat(Diplotype.of(Gene.TPMT, "*10", "*2").label()).isEqualTo("*2/*10");
        assertThat(Diplotype.of(Gene.TPMT, "*3C", "*3A").label()).isEqualTo("*3A/*3C");
    }

    @Test
    void twoEqualAllelesHaveNoPhase() {
        assertThat(Diplotype.parse("TPMT *1|*1")).isEqualTo(Diplotype.parse("TPMT *1/*1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TPMT *1/*3A", "tpmt *3a / *1", "TPMT*1/TPMT*3A", " TPMT *1/TPMT *3A "})
    void namesItsGeneInManySpellings(String text) {
        assertThat(Diplotype.parse(text)).isEqualTo(Diplotype.of(Gene.TPMT, "*1", "*3A"));
    }

    @Test
    void writtenTextIsReadBack() {
        Diplotype phased = Diplotype.parse(Gene.NUDT15, "*3|*1");

        assertThat(phased.phased()).isTrue();
        assertThat(phased).hasToString("NUDT15 *1|*3");
        assertThat(Diplotype.parse(phased.toString())).isEqualTo(phased);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "*1/*3A~does not name its gene; write for example",
                "TPMTX *1/*3A~unknown gene 'TPMTX'; did you mean 'TPMT'?",
                "TPMT *1~has 1 allele, expected two",
                "TPMT *1/*2/*3A~has 3 alleles, expected two",
                "TPMT *1/3A~did you mean '*3A'?",
                "TPMT *1/wild~is not a star allele",
                "TPMT *1/~is not a star allele",
                "TPMT *1/NUDT15 *3~is an allele of NUDT15, not of TPMT",
                "TPMT *1/[*2 + *3A]~combination of alleles on one chromosome",
            })
    void aMistakeSaysWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> Diplotype.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
