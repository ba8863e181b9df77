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
        List<TextMark> marks = marks(
                labels,
                List.of(
                        new ArrowLabels.Request("XO", "21", left, 16, INK),
                        new ArrowLabels.Request("AO", "×12", right, 8, INK)));
        TextMark wide = marked(marks, "XO 21");
        TextMark thin = marked(marks, "AO ×12");
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
        assertThat(marks(labels, List.of(new ArrowLabels.Request("AO", "+280 %", way, 11, INK))))
                .extracting(TextMark::text)
                .containsExactly("AO", "+280 %");
    }

    @Test
    void labelWithOneGoodSideGoesBeforeOneWithTwo() {
        ArrowLabels labels = new ArrowLabels(new Box(0, 0, 600, 300));
        List<Point> free = upright(200);
        List<Point> down = upright(310);
        List<Point> up = upright(330);
        List.of(free, down, up).forEach(w -> labels.passBy(w, 2));
        List<TextMark> marks = marks(
                labels,
                List.of(
                        new ArrowLabels.Request("first", "1", free, 7, INK),
                        new ArrowLabels.Request("kinase", "+120 %", down, 7, INK),
                        new ArrowLabels.Request("NUDT15", "+120 %", up, 7, INK)));
        assertThat(marked(marks, "NUDT15").box().left()).isGreaterThan(330);
        assertThat(marked(marks, "kinase").box().right()).isLessThan(310);
    }

    private static List<TextMark> marks(ArrowLabels labels, List<ArrowLabels.Request> requests) {
        return labels.place(requests).values().stream()
                .flatMap(l -> l.marks().stream())
                .toList();
    }

    private static TextMark marked(List<TextMark> marks, String words) {
        return marks.stream()
                .filter(m -> m.text().startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    private static List<Point> upright(double x) {
        return IntStream.rangeClosed(0, 20)
                .mapToObj(i -> new Point(x, 50 + 10 * i))
                .toList();
    }
}
