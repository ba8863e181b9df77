package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPlacementTest {

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void labelsNeverOverlapAndStayInside(long seed) {
        Random lot = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int count = 1 + lot.nextInt(12);
            double[] heights = lot.doubles(count, 10, 60).toArray();
            double[] wanted = lot.doubles(count, -100, 900).toArray();
            double high = Arrays.stream(heights).sum() * (1 + lot.nextDouble());
            double[] placed = LabelPlacement.place(wanted, heights, 0, high);
            List<Integer> down = IntStream.range(0, count)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> placed[i]))
                    .toList();
            double free = 0;
            for (int label : down) {
                assertThat(placed[label] - heights[label] / 2).isGreaterThan(free - 1e-6);
                free = placed[label] + heights[label] / 2;
            }
            assertThat(free).isLessThan(high + 1e-6);
        }
    }

    @Test
    void labelsWithRoomStayWhereWanted() {
        double[] placed = LabelPlacement.place(new double[] {300, 50, 150}, new double[] {40, 40, 40}, 0, 400);
        assertThat(placed).containsExactly(new double[] {300, 50, 150}, within(1e-9));
    }

    @Test
    void twoLabelsAtOnePlaceMoveApartByHalfEach() {
        double[] placed = LabelPlacement.place(new double[] {100, 100}, new double[] {30, 30}, 0, 400);
        assertThat(placed).containsExactly(new double[] {85, 115}, within(1e-9));
    }

    @Test
    void labelsAtTheEdgeArePushedInside() {
        double[] placed = LabelPlacement.place(new double[] {0, 0}, new double[] {30, 30}, 0, 400);
        assertThat(placed).containsExactly(new double[] {15, 45}, within(1e-9));
    }

    @Test
    void tooManyLabelsAreRefusedWithTheSpaceNeeded() {
        assertThatThrownBy(() -> LabelPlacement.place(new double[] {1, 2}, new double[] {30, 30}, 0, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60")
                .hasMessageContaining("50");
    }
}
