package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void straightLineKeepsItsEndsOnly() {
        double[] x = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
        double[] y = IntStream.range(0, 50).mapToDouble(i -> 3 + 2.0 * i).toArray();
        assertThat(Thinning.kept(x, y, 0.1)).containsExactly(0, 49);
    }

    @Test
    void curveStaysWithinTheTolerance() {
        double[] x = IntStream.range(0, 500).mapToDouble(i -> i).toArray();
        double[] y = IntStream.range(0, 500)
                .mapToDouble(i -> 100 * StrictMath.sin(i / 40.0))
                .toArray();
        int[] kept = Thinning.kept(x, y, 0.5);
        assertThat(kept.length).isBetween(20, 200);
        for (int k = 1; k < kept.length; k++) {
            for (int i = kept[k - 1]; i < kept[k]; i++) {
                double share = (x[i] - x[kept[k - 1]]) / (x[kept[k]] - x[kept[k - 1]]);
                double line = y[kept[k - 1]] + share * (y[kept[k]] - y[kept[k - 1]]);
                assertThat(y[i]).isCloseTo(line, within(0.5 + 1e-9));
            }
        }
    }

    @Test
    void gapsStayGaps() {
        double[] x = {0, 1, 2, 3, 4, 5, 6};
        double[] y = {1, 1, 1, Double.NaN, 1, 1, 1};
        assertThat(Thinning.kept(x, y, 0.1)).containsExactly(0, 2, 3, 4, 6);
    }
}
