package org.thiosim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {

    private static final double MERCAPTOPURINE = Quantity.parse("152.18 g/mol").canonical();
    private static final OptionalDouble NO_MOLAR_MASS = OptionalDouble.empty();

    @ParameterizedTest
    @CsvSource({
        "1 µM, pmol/8e8 RBC, 100",
        "235 pmol/8e8 RBC, µmol/L RBC, 2.35",
        "1.49 µmol/L RBC, nmol/mmol Hb, 100",
        "100 pmol/8e8 RBC, nmol/mmol Hb, 67.11409395973155",
        "1 µM, ng/mL, 152.18",
        "1.5218 mg, µmol, 10",
        "2 µmol/L, mg/L RBC, 0.30436",
        "1 µmol/kg, mg/kg, 0.15218",
        "100 µL, 8e8 RBC, 1",
        "8e8 RBC, µmol Hb, 1.49",
        "12 h, d, 0.5",
    })
    void bridgesGiveTheValuesComputedByHand(String from, String to, double expected) {
        Quantity quantity = Quantity.parse(from);
        Unit unit = Unit.parse(to);
        double factor = Conversions.STANDARD
                .factor(quantity.dimension(), unit.dimension(), OptionalDouble.of(MERCAPTOPURINE))
                .orElseThrow();
        assertThat(unit.fromCanonical(quantity.canonical() * factor))
                .isCloseTo(expected, Percentage.withPercentage(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"h, L", "µmol, L", "1e9/L, RBC/L", "m^2, L", "1/h, 1", "µmol, mmol Hb", "µmol, h", "L, 1"})
    void unrelatedDimensionsAreNotBridged(String from, String to) {
        assertThat(Conversions.STANDARD.factor(
                        Unit.parse(from).dimension(), Unit.parse(to).dimension(), OptionalDouble.of(MERCAPTOPURINE)))
                .isEmpty();
    }

    @Test
    void massNeedsAMolarMass() {
        assertThat(Conversions.STANDARD.factor(Dimension.AMOUNT, Dimension.MASS, NO_MOLAR_MASS))
                .isEmpty();
        assertThat(Conversions.STANDARD.factor(Dimension.VOLUME, Dimension.RED_CELLS, NO_MOLAR_MASS))
                .hasValue(8e12);
        assertThat(Conversions.STANDARD.factor(Dimension.MASS, Dimension.MASS, NO_MOLAR_MASS))
                .hasValue(1);
    }

    @Test
    void thereAndBackIsOne() {
        Dimension[] bridged = {Dimension.VOLUME, Dimension.RED_CELLS, Dimension.HAEMOGLOBIN};
        for (Dimension from : bridged) {
            for (Dimension to : bridged) {
                double there =
                        Conversions.STANDARD.factor(from, to, NO_MOLAR_MASS).orElseThrow();
                double back =
                        Conversions.STANDARD.factor(to, from, NO_MOLAR_MASS).orElseThrow();
                assertThat(there * back).isCloseTo(1, Percentage.withPercentage(1e-13));
            }
        }
    }

    @Test
    void haemoglobinFollowsFromMeanCellHaemoglobin() {
        double micromolPerCell = 30e-12 / 16114 * 1e6;
        assertThat(Conversions.STANDARD.haemoglobinPerRedCell())
                .isCloseTo(micromolPerCell, Percentage.withPercentage(0.1));
    }

    @Test
    void constantsAreDescribed() {
        assertThat(Conversions.STANDARD.described())
                .containsExactly(
                        "8e8 RBC = 100 µL packed red cells",
                        "8e8 RBC = 1.49 µmol haemoglobin monomer (MCH 30.01 pg, monomer 16114 g/mol)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void constantsArePositive(double wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversions(wrong, 1))
                .withMessageContaining("per litre");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversions(1, wrong))
                .withMessageContaining("per red cell");
    }
}
