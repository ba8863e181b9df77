package org.thiosim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            h | 1 | time
            hr | 1 | time
            hour | 1 | time
            hours | 1 | time
            d | 24 | time
            day | 24 | time
            days | 24 | time
            wk | 168 | time
            week | 168 | time
            weeks | 168 | time
            y | 8766 | time
            year | 8766 | time
            years | 8766 | time
            min | 0.016666666666666666 | time
            minute | 0.016666666666666666 | time
            minutes | 0.016666666666666666 | time
            s | 2.777777777777778e-4 | time
            second | 2.777777777777778e-4 | time
            seconds | 2.777777777777778e-4 | time
            kg | 1 | mass
            g | 1e-3 | mass
            mg | 1e-6 | mass
            µg | 1e-9 | mass
            ug | 1e-9 | mass
            ng | 1e-12 | mass
            pg | 1e-15 | mass
            fg | 1e-18 | mass
            mol | 1e6 | amount
            mmol | 1e3 | amount
            µmol | 1 | amount
            umol | 1 | amount
            nmol | 1e-3 | amount
            pmol | 1e-6 | amount
            fmol | 1e-9 | amount
            L | 1 | volume
            dL | 0.1 | volume
            mL | 1e-3 | volume
            µL | 1e-6 | volume
            uL | 1e-6 | volume
            fL | 1e-15 | volume
            m | 1 | length
            cm | 0.01 | length
            mm | 1e-3 | length
            M | 1e6 | amount/volume
            mM | 1e3 | amount/volume
            µM | 1 | amount/volume
            uM | 1 | amount/volume
            nM | 1e-3 | amount/volume
            pM | 1e-6 | amount/volume
            G | 1 | cells
            cell | 1e-9 | cells
            cells | 1e-9 | cells
            RBC | 1 | red cells
            % | 0.01 | dimensionless
            """)
    void everySymbolHasItsFactorAndDimension(String text, double factor, String dimension) {
        Unit unit = Unit.parse(text);
        assertThat(unit.factor()).isEqualTo(factor);
        assertThat(unit.dimension()).hasToString(dimension);
        assertThat(Unit.symbols()).contains(text);
    }

    @Test
    void theTableHoldsNoSymbolBeyondThoseTested() {
        assertThat(Unit.symbols())
                .hasSize(54)
                .allSatisfy(s -> assertThat(Unit.parse(s).text()).isEqualTo(s));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1 | dimensionless
            1/h | 1 | 1/time
            1/d | 0.041666666666666664 | 1/time
            %/d | 4.166666666666667e-4 | 1/time
            L/h | 1 | volume/time
            L/h/kg | 1 | volume/time/mass
            L/kg | 1 | volume/mass
            mL/min | 0.06 | volume/time
            mL/min/1.73 m^2 | 0.03468208092485549 | volume/time/length^2
            mL/min/1.73m² | 0.03468208092485549 | volume/time/length^2
            m^2 | 1 | length^2
            m2 | 1 | length^2
            m² | 1 | length^2
            cm3 | 1e-6 | length^3
            cm^3 | 1e-6 | length^3
            h^-1 | 1 | 1/time
            d⁻¹ | 0.041666666666666664 | 1/time
            mg/kg | 1e-6 | dimensionless
            mg/m^2 | 1e-6 | mass/length^2
            mg/kg/d | 4.1666666666666667e-8 | 1/time
            mg/L | 1e-6 | mass/volume
            ng/mL | 1e-9 | mass/volume
            µmol/L | 1 | amount/volume
            1/µM | 1 | volume/amount
            1/mg | 1e6 | 1/mass
            g/mol | 1e-9 | mass/amount
            µg/fmol | 1 | mass/amount
            fmol/µg DNA | 1 | amount/mass
            µg DNA/kg | 1e-9 | dimensionless
            pmol/8e8 RBC | 1.25e-15 | amount/red cells
            pmol/8×10⁸ RBC | 1.25e-15 | amount/red cells
            pmol/8x10^8 RBC | 1.25e-15 | amount/red cells
            pmol/8e8 RBC/d | 5.208333333333333e-17 | amount/time/red cells
            8e8 RBC | 8e8 | red cells
            µmol/L RBC | 1 | amount/volume
            mg/L RBC | 1e-6 | mass/volume
            mmol Hb | 1e3 | haemoglobin
            nmol/mmol Hb | 1e-6 | amount/haemoglobin
            1e9/L | 1 | cells/volume
            10^9/L | 1 | cells/volume
            10⁹/L | 1 | cells/volume
            G/L | 1 | cells/volume
            1e12/L | 1000 | cells/volume
            1e6/mL | 1 | cells/volume
            cells/µL | 1e-3 | cells/volume
            µmol*h/L | 1 | time*amount/volume
            ng·h/mL | 1e-9 | time*mass/volume
            """)
    void composedUnitsMultiplyExactly(String text, double factor, String dimension) {
        Unit unit = Unit.parse(text);
        assertThat(unit.factor()).isEqualTo(factor);
        assertThat(unit.dimension()).hasToString(dimension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00b5mol/L", "\u03bcmol/L", "umol/L", "  µmol / L ", "µmol\t/\tL", "µM", "\u03bcM", "uM"})
    void microIsReadInAllThreeSpellingsAndBlanksDoNotMatter(String text) {
        assertThat(Unit.parse(text).factor()).isEqualTo(1);
        assertThat(Unit.parse(text).dimension()).isEqualTo(Dimension.AMOUNT.over(Dimension.VOLUME));
        assertThat(Unit.parse(text).text()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mgg | 0 | unknown unit 'mgg'; did you mean 'mg'?
            umoll | 0 | unknown unit 'umoll'; did you mean 'umol'?
            week5 | 0 | unknown unit 'week5'; did you mean 'week'?
            mg/ML | 3 | unknown unit 'ML'; did you mean 'mL'?
            pmol/8e8 rbc | 9 | unknown unit 'rbc'; did you mean 'RBC'?
            mg/ | 3 | a unit is missing after '/'
            mg* | 3 | a unit is missing after '*'
            mg L | 3 | unexpected 'L' in unit; join units by '/' or '*'
            mg RBC | 3 | unexpected 'RBC' in unit; join units by '/' or '*'
            mg) | 2 | unexpected ')' in unit; join units by '/' or '*'
            mg/0 L | 3 | a unit cannot contain the number 0
            h^0 | 1 | '^0' is not an exponent; write one from ^1 to ^9 or ^-1 to ^-9
            h^ | 1 | '^' is not an exponent; write one from ^1 to ^9 or ^-1 to ^-9
            h¹² | 1 | '¹²' is not an exponent; write one from ^1 to ^9 or ^-1 to ^-9
            h⁻ | 1 | '⁻' is not an exponent; write one from ^1 to ^9 or ^-1 to ^-9
            70 kg | 0 | unexpected number '70' before 'kg'; in a unit a number may stand before RBC or cells, or in a denominator
            5 | 0 | the number '5' is not a unit; write for example '1/h', 'mg/m^2' or 'pmol/8e8 RBC', or '1' when dimensionless
            mg/1.73 | 3 | the number '1.73' is not a unit; write for example '1/h', 'mg/m^2' or 'pmol/8e8 RBC', or '1' when dimensionless
            /h | 0 | unexpected '/'; a unit starts here, for example '1/h', 'mg/m^2' or 'pmol/8e8 RBC', or '1' when dimensionless
            """)
    void aWrongUnitIsExplainedAtItsPlace(String text, int offset, String message) {
        assertThatExceptionOfType(UnitException.class)
                .isThrownBy(() -> Unit.parse(text))
                .withMessage(message)
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyUnitIsExplained(String text) {
        assertThatThrownBy(() -> Unit.parse(text))
                .isInstanceOf(UnitException.class)
                .hasMessageStartingWith("the unit is empty; write for example '1/h'");
    }

    @Test
    void anUnknownUnitWithoutNeighboursListsTheUnits() {
        assertThatThrownBy(() -> Unit.parse("furlong"))
                .hasMessageStartingWith("unknown unit 'furlong'; such as h, d, wk, kg, mg")
                .hasMessageContaining(" µmol");
    }

    @Test
    void aFactorOutOfRangeIsRefused() {
        assertThatThrownBy(() -> Unit.parse("fg/9e310 RBC"))
                .hasMessage("the unit 'fg/9e310 RBC' is beyond the range of numbers");
        assertThatThrownBy(() -> new Unit("x", -1, Dimension.NONE)).hasMessageContaining("positive and finite");
    }

    @Test
    void valuesSurviveTheWayToCanonicalUnitsAndBack() {
        for (String symbol : Unit.symbols()) {
            Unit unit = Unit.parse(symbol);
            for (double value : new double[] {0, 1, -2.5, 235, 1e-7, 3.3e9}) {
                assertThat(unit.fromCanonical(unit.toCanonical(value)))
                        .isCloseTo(value, Offset.offset(1e-15 * Math.abs(value)));
            }
        }
    }
}
