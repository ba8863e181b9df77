package org.thiosim.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DimensionTest {

    private static final Dimension MIXED = new Dimension(2, -4, 6, -8, 10, -12, 14, -16);

    @Test
    void powersAndRootsUndoEachOther() {
        assertThat(MIXED.root(2)).isEqualTo(new Dimension(1, -2, 3, -4, 5, -6, 7, -8));
        assertThat(MIXED.root(2).power(2)).isEqualTo(MIXED);
        assertThat(MIXED.power(0)).isEqualTo(Dimension.NONE);
    }

    @Test
    void productsAndQuotientsUndoEachOther() {
        assertThat(MIXED.times(Dimension.MASS).over(Dimension.MASS)).isEqualTo(MIXED);
        assertThat(MIXED.over(MIXED).isNone()).isTrue();
        assertThat(MIXED.isNone()).isFalse();
    }

    @Test
    void aRootThatWouldSplitAnExponentIsRefused() {
        assertThat(Dimension.TIME.hasRoot(2)).isFalse();
        assertThat(MIXED.hasRoot(0)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.TIME.root(2))
                .withMessage("no root of degree 2 of the dimension time");
    }

    @Test
    void textNamesEveryBaseDimension() {
        assertThat(MIXED).hasToString("time^2*mass^6*length^10*red cells^14/amount^4/volume^8/cells^12/haemoglobin^16");
        assertThat(Dimension.NONE).hasToString("dimensionless");
        assertThat(Dimension.TIME.power(-1)).hasToString("1/time");
        assertThat(Dimension.VOLUME.over(Dimension.TIME)).hasToString("volume/time");
    }
}
