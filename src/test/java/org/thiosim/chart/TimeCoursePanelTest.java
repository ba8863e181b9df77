package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.TimeCourse;

class TimeCoursePanelTest {

    @Test
    void nanIsRefusedWithArmAndTime() {
        TimeCourse broken = Panels.curve("arm-b", 10, 11, hour -> hour == 7 ? Double.NaN : 1);
        assertThatThrownBy(() -> Panels.of(Panels.curve("arm-a", 10, 11, hour -> 1), broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arm-b")
                .hasMessageContaining("NaN at 7.0 h");
    }

    @Test
    void noCurveIsRefused() {
        assertThatThrownBy(Panels::of).hasMessageContaining("no curve");
    }

    @Test
    void curveWithoutSamplesIsRefused() {
        TimeCourse empty = new TimeCourse("a", "6-TGN", Panels.UNIT, new double[0], new double[0]);
        assertThatThrownBy(() -> Panels.of(empty)).hasMessageContaining("0 sample(s)");
    }

    @Test
    void otherUnitIsRefused() {
        TimeCourse other = new TimeCourse("a", "6-TGN", "ng/mL", new double[] {0, 1}, new double[] {0, 1});
        assertThatThrownBy(() -> Panels.of(other)).hasMessageContaining("ng/mL").hasMessageContaining(Panels.UNIT);
    }

    @Test
    void fallingTimesAreRefused() {
        TimeCourse odd = new TimeCourse("a", "6-TGN", Panels.UNIT, new double[] {0, 2, 1, 3}, new double[4]);
        assertThatThrownBy(() -> Panels.of(odd)).hasMessageContaining("1.0 h is before the one at 2.0 h");
    }

    @Test
    void twoCurvesOfOneArmAreRefused() {
        assertThatThrownBy(() -> Panels.of(Panels.constant("a", 1), Panels.constant("a", 2)))
                .hasMessageContaining("two curves of arm a");
    }

    @Test
    void rangeWithoutEndsAndDoseThatEndsBeforeItBeginsAreRefused() {
        assertThatThrownBy(() -> ReferenceRange.window(5, 4, "w")).hasMessageContaining("low < high");
        assertThatThrownBy(() -> ReferenceRange.upperLimit(Double.NaN, "w")).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new DoseSpan("a", "d", 5, 4, "x")).hasMessageContaining("end no earlier");
    }

    @Test
    void manyArmsAreSplitEvenlyWithTheirDoses() {
        List<TimeCourse> curves = IntStream.range(0, 10)
                .mapToObj(i -> Panels.constant("arm-" + i, i))
                .toList();
        DoseSpan dose = new DoseSpan("arm-7", "azathioprine", 0, 10, "150 mg");
        TimeCoursePanel panel =
                new TimeCoursePanel("t", "6-TGN", Panels.UNIT, curves, List.of(), List.of(dose), Optional.empty());
        List<TimeCoursePanel> parts = panel.split();
        assertThat(parts).extracting(part -> part.curves().size()).containsExactly(5, 5);
        assertThat(parts).extracting(TimeCoursePanel::title).containsExactly("t (1 of 2)", "t (2 of 2)");
        assertThat(parts.get(0).doses()).isEmpty();
        assertThat(parts.get(1).doses()).containsExactly(dose);
    }
}
