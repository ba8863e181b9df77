package org.thiosim.genetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhenotypeTest {

    @ParameterizedTest
    @EnumSource(Phenotype.class)
    void termAndWordAreReadBack(Phenotype phenotype) {
        assertThat(Phenotype.parse(phenotype.term())).isEqualTo(phenotype);
        assertThat(Phenotype.parse(phenotype.word())).isEqualTo(phenotype);
    }

    @ParameterizedTest
    @CsvSource({"IM,INTERMEDIATE", "em,NORMAL", "poor metaboliser,POOR", "NORMAL METABOLIZER,NORMAL"})
    void otherSpellingsAreUnderstood(String text, Phenotype phenotype) {
        assertThat(Phenotype.parse(text)).isEqualTo(phenotype);
    }

    @Test
    void anUnknownWordIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> Phenotype.parse("intermediat"))
                .hasMessage("unknown phenotype 'intermediat'; did you mean 'intermediate'?");
        assertThatThrownBy(() -> Phenotype.parse("Ultrarapid Metabolizer"))
                .hasMessageContaining("allowed are normal, intermediate");
    }

    @Test
    void aPhenotypeAloneGivesAnActivityOnlyIfDeterminate() {
        PhenotypeActivity tpmt = new PhenotypeActivity(1, 0.54, 0.02);

        assertThat(tpmt.activity(Phenotype.INTERMEDIATE).value()).hasValue(0.54);
        assertThat(tpmt.activity(Phenotype.INDETERMINATE).value()).isEmpty();
        assertThat(tpmt.bounds(Phenotype.POSSIBLE_INTERMEDIATE).low()).isEqualTo(0.02);
        assertThat(tpmt.bounds(Phenotype.POSSIBLE_INTERMEDIATE).high()).isEqualTo(0.54);
    }

    @Test
    void activitiesMustNotRiseFromNormalToPoor() {
        assertThatThrownBy(() -> new PhenotypeActivity(1, 0.5, 0.6)).hasMessageContaining("poor <= intermediate");
        assertThatThrownBy(() -> new PhenotypeActivity(1, 0.5, 0)).hasMessageContaining("0 < poor");
    }
}
