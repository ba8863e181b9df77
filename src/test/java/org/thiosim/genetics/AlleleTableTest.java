package org.thiosim.genetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thiosim.io.GeneticTables;

class AlleleTableTest {
    private static final GeneticData DATA = GeneticTables.builtIn();

    private record Expected(Gene gene, String diplotype, String phenotype) {}

    private static List<Expected> oracle() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AlleleTableTest.class.getResourceAsStream("/genetics/diplotype-phenotypes.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(l -> !l.startsWith("#") && !l.startsWith("gene,"))
                    .map(l -> l.split(",", -1))
                    .map(f -> new Expected(Gene.parse(f[0]), f[1], f[2]))
                    .toList();
        }
    }

    @Test
    void everyDiplotypeHasThePhenotypeOfTheCpicTable() throws IOException {
        List<Expected> rows = oracle();
        Set<Diplotype> seen = new HashSet<>();
        SoftAssertions softly = new SoftAssertions();
        for (Expected row : rows) {
            Diplotype diplotype = Diplotype.parse(row.gene(), row.diplotype());
            String[] parts = row.diplotype().split("/", -1);
            Diplotype swapped = Diplotype.parse(row.gene(), parts[1] + "/" + parts[0]);
            seen.add(diplotype);
            softly.assertThat(DATA.call(diplotype).phenotype().term())
                    .as(diplotype.toString())
                    .isEqualTo(row.phenotype());
            softly.assertThat(DATA.call(swapped)).as(diplotype.toString()).isEqualTo(DATA.call(diplotype));
        }
        softly.assertAll();

        int tpmt = DATA.alleles(Gene.TPMT).alleles().size();
        int nudt15 = DATA.alleles(Gene.NUDT15).alleles().size();
        assertThat(seen).hasSize(991).hasSize(tpmt * (tpmt + 1) / 2 + nudt15 * (nudt15 + 1) / 2);
    }

    @Test
    void anActivityIsGivenOnlyWhereFunctionOrKineticsAreKnown() throws IOException {
        for (Expected row : oracle()) {
            PhenotypeCall call = DATA.call(Diplotype.parse(row.gene(), row.diplotype()));
            boolean measured = call.first().activity().isPresent()
                    && call.second().activity().isPresent();
            RelativeActivity activity = call.activity();

            assertThat(activity.value().isPresent())
                    .as(row.toString())
                    .isEqualTo(call.phenotype().isDeterminate() || measured);
            assertThat(activity.bounds().low() == activity.bounds().high())
                    .as(row.toString())
                    .isEqualTo(call.phenotype().isDeterminate());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TPMT *1/*1,1",
        "TPMT *1/*3A,0.54",
        "TPMT *3A/*3C,0.02",
        "NUDT15 *1/*1,1",
        "NUDT15 *1/*3,0.5",
        "NUDT15 *1/*4,0.61",
        "NUDT15 *1/*5,0.63",
        "NUDT15 *1/*6,0.57",
        "NUDT15 *3/*5,0.13",
        "NUDT15 *2/*3,0.05",
        "NUDT15 *3/*7,0.05",
        "NUDT15 *4/*5,0.24",
    })
    void relativeActivityIsThatOfTheModel(String diplotype, double activity) {
        assertThat(DATA.call(Diplotype.parse(diplotype)).activity().value().orElseThrow())
                .isCloseTo(activity, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "TPMT *1/*8,0.54,1",
        "TPMT *3A/*8,0.02,0.54",
        "TPMT *8/*24,0.02,1",
        "TPMT *30/*1,0.54,1",
        "NUDT15 *1/*5,0.5,1",
        "NUDT15 *3/*5,0.05,0.5",
    })
    void anUnknownFunctionLeavesBounds(String diplotype, double low, double high) {
        RelativeActivity activity = DATA.call(Diplotype.parse(diplotype)).activity();

        assertThat(activity.bounds().low()).isEqualTo(low);
        assertThat(activity.bounds().high()).isEqualTo(high);
        assertThat(activity.basis()).isNotEqualTo(RelativeActivity.Basis.PHENOTYPE);
    }

    @Test
    void anActivityByKineticsIsLabelled() {
        PhenotypeCall call = DATA.call(Diplotype.parse("NUDT15 *1/*5"));

        assertThat(call.phenotype()).isEqualTo(Phenotype.INDETERMINATE);
        assertThat(call.activity().basis()).isEqualTo(RelativeActivity.Basis.KINETICS);
        assertThat(call.explanation()).contains("Indeterminate").contains("by enzyme kinetics in vitro");
    }

    @Test
    void anUnknownActivityAsksForOneOrForBothBounds() {
        assertThat(DATA.call(Diplotype.parse("TPMT *3A/*8")).explanation())
                .isEqualTo("TPMT *3A/*8: *3A has no function, *8 has uncertain function, together Possible Intermediate"
                        + " Metabolizer; the activity is not known: give one, or run both bounds 0.02 and 0.54");
    }

    @Test
    void unphasedVariantsOfA3AAlleleMayLieOnTwoChromosomes() {
        AlleleTable table = DATA.alleles(Gene.TPMT);

        assertThat(table.ambiguities(Diplotype.parse("TPMT *1/*3A"))).containsExactly(Diplotype.parse("TPMT *3B/*3C"));
        assertThat(table.ambiguities(Diplotype.parse("TPMT *3C/*3B"))).containsExactly(Diplotype.parse("TPMT *1/*3A"));
        assertThat(table.calls(Diplotype.parse("TPMT *1/*3A")))
                .extracting(PhenotypeCall::phenotype)
                .containsExactly(Phenotype.INTERMEDIATE, Phenotype.POOR);
    }

    @Test
    void unphasedVariantsOfNudt15A2AlleleMayLieOnTwoChromosomes() {
        assertThat(DATA.alleles(Gene.NUDT15).ambiguities(Diplotype.parse("NUDT15 *1/*2")))
                .containsExactly(Diplotype.parse("NUDT15 *3/*6"));
    }

    @Test
    void aPhasedDiplotypeIsNotAmbiguous() {
        assertThat(DATA.alleles(Gene.TPMT).ambiguities(Diplotype.parse("TPMT *1|*3A")))
                .isEmpty();
    }

    @Test
    void onlyTheKnownPairsAreAmbiguous() throws IOException {
        Set<String> ambiguous = new HashSet<>();
        for (Expected row : oracle()) {
            Diplotype diplotype = Diplotype.parse(row.gene(), row.diplotype());
            if (!DATA.alleles(row.gene()).ambiguities(diplotype).isEmpty()) {
                ambiguous.add(diplotype.toString());
            }
        }

        assertThat(ambiguous).containsExactlyInAnyOrder("TPMT *1/*3A", "TPMT *3B/*3C", "NUDT15 *1/*2", "NUDT15 *3/*6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "TPMT *1/*3D~TPMT has no allele *3D~near matches: *3A, *3B, *3C",
                "TPMT *1/*3~TPMT has no allele *3 ~near matches: *3A, *3B, *3C",
                "TPMT *1/*44~TPMT has no allele *44~near matches: *14, *24, *34",
                "NUDT15 *1/*3A~NUDT15 has no allele *3A~near matches: *3",
                "NUDT15 *1/*777~NUDT15 has no allele *777~it holds *1 to *9, such as *2, *3, *4, *5; 'thiosim genotype NUDT15 --alleles' lists all",
            })
    void anUnknownAlleleIsRefusedWithNearMatches(String diplotype, String message, String matches) {
        assertThatThrownBy(() -> DATA.call(Diplotype.parse(diplotype)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(matches)
                .hasMessageContaining("version 2025-11-05");
    }
}
