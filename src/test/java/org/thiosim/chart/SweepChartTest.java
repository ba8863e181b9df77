package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.TimeCourse;

class SweepChartTest {
    @Test
    void pointBelowALogarithmicAxisIsAnOpenTriangleWithANote() {
        assertThat(svg(0, 10, 5000)).contains("logarithmic axis", "open triangles: below the axis");
        assertThat(svg(5, 10, 5000)).contains("logarithmic axis").doesNotContain("open triangles");
    }

    @Test
    void zeroOnALinearAxisIsAPointAsAnyOther() {
        assertThat(svg(0, 10, 20)).doesNotContain("open triangles", "logarithmic");
    }

    private static String svg(double... values) {
        TimeCourse curve = new TimeCourse("arm", "6-MP plasma", Panels.UNIT, new double[] {0, 1, 2}, values);
        SweepPanel panel = new SweepPanel(
                "A sweep",
                "6-MP plasma",
                "at the end of the run",
                new SweptSetting("weight", "kg"),
                List.of("50", "70", "90"),
                List.of(0.0, 1.0, 2.0),
                List.of(curve));
        return new String(SweepChart.of(panel).draw(PictureFormat.SVG), StandardCharsets.UTF_8);
    }
}
