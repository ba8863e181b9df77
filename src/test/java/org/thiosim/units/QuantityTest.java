package org.thiosim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.85 1/h | 0.85 | 1/time | 0.85 1/h
            0.118 1/d | 0.0049166666666666666 | 1/time | 0.118 1/d
            150 mg | 1.5e-4 | mass | 150 mg
            150mg | 1.5e-4 | mass | 150 mg
            1.5e-3 µM | 0.0015 | amount/volume | 0.0015 µM
            12 wk | 2016 | time | 12 wk
            100 mL/min/1.73 m^2 | 3.468208092485549 | volume/time/length^2 | 100 mL/min/1.73 m^2
            .5 h | 0.5 | time | 0.5 h
            0.54 | 0.54 | dimensionless | 0.54
            -3 d | -72 | time | -3 d
            +3 d | 72 | time | 3 d
            3 % | 0.03 | dimensionless | 3 %
            3% | 0.03 | dimensionless | 3 %
            360 pmol/8e8 RBC | 4.5e-13 | amount/red cells | 360 pmol/8e8 RBC
            8x10^8 RBC | 8e8 | red cells | 8e8 RBC
            4.5 1e9/L | 4.5 | cells/volume | 4.5 1e9/L
            """)
    void aQuantityIsReadAndWritten(String text, double canonical, String dimension, String written) {
        Quantity quantity = Quantity.parse(text);
        assertThat(quantity.canonical()).isCloseTo(canonical, Offset.offset(2e-16 * Math.abs(canonical)));
        assertThat(quantity.dimension()).hasToString(dimension);
        assertThat(quantity).hasToString(written);
        assertThat(Quantity.parse(quantity.toString())).isEqualTo(quantity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NaN | 0 | 'NaN' does not start with a number; write for example '150 mg', '0.85 1/h' or '0.54'
            Infinity h | 0 | 'Infinity h' does not start with a number; write for example '150 mg', '0.85 1/h' or '0.54'
            -Infinity | 0 | '-Infinity' does not start with a number; write for example '150 mg', '0.85 1/h' or '0.54'
            mg | 0 | 'mg' does not start with a number; write for example '150 mg', '0.85 1/h' or '0.54'
            1e400 | 0 | the number in '1e400' is too large
            150 mgg | 4 | unknown unit 'mgg'; did you mean 'mg'?
            150 mg/ | 7 | a unit is missing after '/'
            1 h 2 | 4 | unexpected '2' in unit; join units by '/' or '*'
            70 70 kg | 3 | unexpected number '70' before 'kg'; in a unit a number may stand before RBC or cells, or in a denominator
            """)
    void aWrongQuantityIsExplainedAtItsPlace(String text, int offset, String message) {
        assertThatExceptionOfType(UnitException.class)
                .isThrownBy(() -> Quantity.parse(text))
                .withMessage(message)
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t"})
    void anEmptyQuantityIsExplained(String text) {
        assertThatThrownBy(() -> Quantity.parse(text)).hasMessageStartingWith("the quantity is empty; write");
    }

    @Test
    void aQuantityIsFinite() {
        assertThatThrownBy(() -> new Quantity(Double.NaN, Unit.ONE)).hasMessageContaining("must be finite, not NaN");
    }
}
