package org.thiosim.genetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thiosim.genetics.GuidelineTable.Situation;
import org.thiosim.genetics.StartingDose.Alternative;
import org.thiosim.genetics.StartingDose.Fraction;
import org.thiosim.genetics.StartingDose.NoAdvice;
import org.thiosim.io.GeneticTables;
import org.thiosim.units.Quantity;

class GuidelineTableTest {
    private static final GeneticData DATA = GeneticTables.builtIn();

    private static Situation situation(String drug, String context, String tpmt, String nudt15) {
        return new Situation(
                Thiopurine.parse(drug), DiseaseContext.parse(context), Phenotype.parse(tpmt), Phenotype.parse(nudt15));
    }

    private static StartingDose dose(String guideline, Situation situation) {
        return DATA.guideline(guideline).startingDose(situation);
    }

    @ParameterizedTest
    @CsvSource({
        "cpic,azathioprine,non-malignant,normal,normal,1,1,1",
        "cpic,azathioprine,non-malignant,intermediate,normal,0.3,0.8,0.55",
        "cpic,azathioprine,non-malignant,possible-intermediate,normal,0.3,0.8,0.55",
        "cpic,mercaptopurine,malignant,normal,intermediate,0.3,0.8,0.55",
        "cpic,thioguanine,malignant,intermediate,normal,0.5,0.8,0.65",
        "cpic,azathioprine,non-malignant,intermediate,intermediate,0.2,0.5,0.35",
        "cpic,mercaptopurine,malignant,possible-intermediate,intermediate,0.2,0.5,0.35",
        "cpic,mercaptopurine,malignant,poor,normal,0.1,0.1,0.1",
        "cpic,thioguanine,malignant,normal,poor,0.25,0.25,0.25",
        "dpwg,azathioprine,non-malignant,intermediate,normal,0.5,0.5,0.5",
        "dpwg,mercaptopurine,malignant,normal,intermediate,0.5,1,1",
        "dpwg,thioguanine,non-malignant,intermediate,normal,0.75,0.75,0.75",
        "dpwg,thioguanine,non-malignant,normal,intermediate,0.5,0.5,0.5",
    })
    void shareOfTheNormalDoseIsThatOfTheGuideline(
            String guideline,
            String drug,
            String context,
            String tpmt,
            String nudt15,
            double low,
            double high,
            double chosen) {
        StartingDose dose = dose(guideline, situation(drug, context, tpmt, nudt15));

        assertThat(dose).isInstanceOfSatisfying(Fraction.class, f -> {
            assertThat(f.share().low()).isCloseTo(low, within(1e-12));
            assertThat(f.share().high()).isCloseTo(high, within(1e-12));
            assertThat(f.chosen()).isCloseTo(chosen, within(1e-12));
        });
    }

    @Test
    void poorMetabolizersOfTpmtTakeATenthThreeTimesAWeekInMalignancy() {
        StartingDose dose = dose("cpic", situation("mercaptopurine", "malignant", "poor", "normal"));

        assertThat(dose)
                .isInstanceOfSatisfying(
                        Fraction.class, f -> assertThat(f.schedule()).isEqualTo(DosingSchedule.THRICE_WEEKLY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"azathioprine", "mercaptopurine", "thioguanine"})
    void whereBothGenesArePoorNoDoseIsTakenFromOneOfThem(String drug) {
        assertThat(dose("cpic", situation(drug, "malignant", "poor", "poor")))
                .isInstanceOfSatisfying(
                        NoAdvice.class, n -> assertThat(n.text()).contains("both genes are poor"));
    }

    @Test
    void poorMetabolizersGetAnotherDrugOutsideMalignancy() {
        assertThat(dose("cpic", situation("azathioprine", "non-malignant", "poor", "normal")))
                .isInstanceOfSatisfying(
                        Alternative.class, a -> assertThat(a.otherwise()).isEmpty());
        assertThat(dose("dpwg", situation("thioguanine", "non-malignant", "poor", "normal")))
                .isInstanceOfSatisfying(
                        Alternative.class,
                        a -> assertThat(a.otherwise().orElseThrow().chosen()).isCloseTo(0.065, within(1e-12)));
        assertThat(dose("dpwg", situation("azathioprine", "malignant", "normal", "poor")))
                .isInstanceOfSatisfying(
                        Alternative.class,
                        a -> assertThat(a.otherwise().orElseThrow().chosen()).isEqualTo(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpic", "dpwg"})
    void anIndeterminatePhenotypeGetsNoDose(String guideline) {
        for (Situation situation : Situation.all()) {
            if (situation.tpmt() == Phenotype.INDETERMINATE || situation.nudt15() == Phenotype.INDETERMINATE) {
                assertThat(dose(guideline, situation)).as(situation.toString()).isInstanceOf(NoAdvice.class);
                assertThat(dose(guideline, situation).text()).contains("no dose");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpic", "dpwg"})
    void aLessActiveGeneNeverGetsALargerShare(String guideline) {
        Phenotype[] falling = {Phenotype.NORMAL, Phenotype.INTERMEDIATE, Phenotype.POOR};
        for (Situation s : Situation.all()) {
            for (int i = 1; i < falling.length; i++) {
                Situation more = new Situation(s.drug(), s.context(), falling[i - 1], s.nudt15());
                Situation less = new Situation(s.drug(), s.context(), falling[i], s.nudt15());
                if (dose(guideline, more) instanceof Fraction m && dose(guideline, less) instanceof Fraction l) {
                    assertThat(l.chosen()).as(less.toString()).isLessThanOrEqualTo(m.chosen());
                }
            }
        }
    }

    @Test
    void aReductionAppliesOnlyToANormalDoseThatIsHighEnough() {
        Fraction azathioprine =
                (Fraction) dose("cpic", situation("azathioprine", "non-malignant", "intermediate", "normal"));
        Fraction mercaptopurine =
                (Fraction) dose("cpic", situation("mercaptopurine", "malignant", "intermediate", "normal"));

        assertThat(azathioprine.appliesTo(Quantity.parse("2.5 mg/kg"))).isTrue();
        assertThat(azathioprine.appliesTo(Quantity.parse("1 mg/kg"))).isFalse();
        assertThat(mercaptopurine.appliesTo(Quantity.parse("75 mg/m^2"))).isTrue();
        assertThat(mercaptopurine.appliesTo(Quantity.parse("50 mg/m^2"))).isFalse();
        assertThat(mercaptopurine.appliesTo(Quantity.parse("1.5 mg/kg"))).isTrue();
        assertThat(mercaptopurine.appliesTo(Quantity.parse("50 mg"))).isTrue();
    }

    @Test
    void explanationNamesVersionAndSource() {
        String text = DATA.guideline("cpic")
                .explanation(situation("azathioprine", "non-malignant", "intermediate", "intermediate"));

        assertThat(text)
                .startsWith("azathioprine, non-malignant, TPMT intermediate, NUDT15 intermediate: ")
                .contains("20-50 %")
                .contains("March 2024 (2024-03)")
                .contains("PMID 30447069");
    }

    @Test
    void anUnknownGuidelineIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> DATA.guideline("cipc")).hasMessage("unknown guideline 'cipc'; did you mean 'cpic'?");
    }

    @Test
    void aGuidelineMustSayWhatItDoesNotCover() {
        TableVersion version = new TableVersion("t", "1", "2024-03", "s");

        assertThatThrownBy(() -> new GuidelineTable("mine", version, Map.of()))
                .hasMessageContaining("says nothing of azathioprine, malignant, TPMT normal, NUDT15 normal")
                .hasMessageContaining("149 more situations");
    }
}
