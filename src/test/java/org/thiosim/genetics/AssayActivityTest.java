package org.thiosim.genetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.io.GeneticTables;

class AssayActivityTest {
    private static final GeneticData DATA = GeneticTables.builtIn();
    private static final PhenotypeActivity TPMT = DATA.alleles(Gene.TPMT).activity();

    @Test
    void aLowAssayInAWildTypeIsAttenuated() {
        AssayActivity low = DATA.assay("sheffield").measured(0.72 * 14);

        assertThat(low.relative()).isCloseTo(0.72, within(1e-12));
        assertThat(low.inVivo(1)).isCloseTo(0.877, within(5e-4));
    }

    @Test
    void theTypicalValueOfAGenotypeIsUnchanged() {
        assertThat(DATA.assay("st-jude").measured(0.54 * 19.8).inVivo(0.54)).isCloseTo(0.54, within(1e-12));
        assertThat(DATA.assay("sweden").measured(12.1).inVivo(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.75,NORMAL", "0.7499,INTERMEDIATE", "0.1,INTERMEDIATE", "0.0999,POOR", "0,POOR", "1.9,NORMAL"})
    void withoutGenotypeTheAssayChoosesThePhenotype(double relative, Phenotype phenotype) {
        AssayActivity assay = new TpmtAssay("unit", "test", 1, "1", "none").measured(relative);
        double genotype = TPMT.of(phenotype).orElseThrow();

        assertThat(assay.likelyPhenotype()).isEqualTo(phenotype);
        assertThat(assay.inVivo(TPMT))
                .isCloseTo(genotype * Math.pow(Math.max(relative, 0.001) / genotype, 0.4), within(1e-12));
    }

    @Test
    void noMeasurableActivityCountsAsOneThousandth() {
        AssayActivity none = DATA.assay("weinshilboum").measured(0);

        assertThat(none.inVivo(0.02)).isCloseTo(0.02 * Math.pow(0.05, 0.4), within(1e-12));
    }

    @Test
    void referenceValuesAreThoseOfTheirLaboratories() {
        assertThat(DATA.assay("sheffield").normal()).isEqualTo(14);
        assertThat(DATA.assay("sweden").normal()).isEqualTo(12.1);
        assertThat(DATA.assay("st-jude").normal()).isEqualTo(19.8);
        assertThat(DATA.assay("weinshilboum").normal()).isEqualTo(13.5);
    }

    @Test
    void anUnknownAssayOrANegativeValueIsRefused() {
        assertThatThrownBy(() -> DATA.assay("shefield"))
                .hasMessage("unknown TPMT assay 'shefield'; did you mean 'sheffield'?");
        assertThatThrownBy(() -> DATA.assay("sweden").measured(-1)).hasMessageContaining("from 0 up");
        assertThatThrownBy(() -> DATA.assay("sweden").measured(1).inVivo(0)).hasMessageContaining("above 0");
    }
}
