package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thiosim.chart.Polyline.Point;

class ArrowLabelsTest {
    private static final TextStyle INK = new TextStyle(17, true, "#000000");

    @Test
    void labelsOfNeighboursStandOnTheirOwnSides() {
        ArrowLabels labels = new ArrowLabels(new Box(0, 0, 600, 300));
        List<Point> left = upright(280);
        List<Point> right = upright(310);
        labels.passBy(left, 20);
        labels.passBy(right, 4);
        TextMark wide = labels.place("XO", "21", left, 16, INK).get(0);
        TextMark thin = labels.place("AO", "×12", right, 8, INK).get(0);
        assertThat(wide.box().right()).isLessThan(270);
        assertThat(thin.box().left()).isGreaterThan(312);
    }

    @Test
    void labelIsBrokenWhereOneLineHasNoRoom() {
        ArrowLabels labels = new ArrowLabels(new Box(0, 0, 600, 300));
        List<Point> way = upright(300);
        labels.passBy(way, 10);
        labels.take(new Box(0, 0, 200, 300));
        labels.take(new Box(400, 0, 600, 300));
        assertThat(labels.place("AO", "+280 %", way, 11, INK))
                .extracting(TextMark::text)
                .containsExactly("AO", "+280 %");
    }

    private static List<Point> upright(double x) {
        return IntStream.rangeClosed(0, 20)
                .mapToObj(i -> new Point(x, 50 + 10 * i))
                .toList();
    }
}
