package org.thiosim.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BodySurfaceTest {

    @Test
    void anAdultOf70KgAnd175CmHas1Point85SquareMetresByDuBois() {
        assertThat(BodySurface.duBois(70, 1.75)).isCloseTo(1.848, within(0.001));
    }

    @Test
    void aChildOf20KgAnd110CmHas0Point78SquareMetresByHaycock() {
        assertThat(BodySurface.haycock(20, 1.10)).isCloseTo(0.783, within(0.002));
    }

    @Test
    void theFormulaFollowsTheAgeAndWithoutOneTheWeight() {
        assertThat(BodySurface.of(20, 1.10, OptionalDouble.of(6))).isEqualTo(BodySurface.haycock(20, 1.10));
        assertThat(BodySurface.of(39, 1.50, OptionalDouble.of(18))).isEqualTo(BodySurface.duBois(39, 1.50));
        assertThat(BodySurface.of(39, 1.50, OptionalDouble.empty())).isEqualTo(BodySurface.haycock(39, 1.50));
        assertThat(BodySurface.of(40, 1.50, OptionalDouble.empty())).isEqualTo(BodySurface.duBois(40, 1.50));
    }
}
