package org.thiosim.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thiosim.simulation.RunRecord;
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

    @Test
    void windowIsDrawnAndOneBeyondTheAxisIsSaid() {
        assertThat(svg(Optional.of(window(5, 15)), 0, 10, 20)).contains(">5–15: adults, assay<");
        assertThat(svg(Optional.of(window(500, 900)), 0, 10, 20)).contains("off this axis: 500–900: adults, assay");
        assertThat(svg(0, 10, 20)).doesNotContain("adults");
    }

    @Test
    void contraindicationStandsUnderThePicture() {
        assertThat(svg(0, 10, 20)).contains(">arm (70): Contraindicated, never do this.<");
    }

    private static RunRecord.Reference window(double low, double high) {
        String label = Math.round(low) + "–" + Math.round(high) + ": adults, assay";
        return new RunRecord.Reference(OptionalDouble.of(low), OptionalDouble.of(high), label);
    }

    private static String svg(double... values) {
        return svg(Optional.empty(), values);
    }

    private static String svg(Optional<RunRecord.Reference> reference, double... values) {
        TimeCourse curve = new TimeCourse("arm", "6-MP plasma", Panels.UNIT, new double[] {0, 1, 2}, values);
        SweepPanel panel = new SweepPanel(
                new SweepPanel.About(
                        "A sweep", "at the end of the run", List.of("arm (70): Contraindicated, never do this.")),
                "6-MP plasma",
                new SweptSetting("weight", "kg"),
                List.of(new SweepPanel.Stop("50", 0), new SweepPanel.Stop("70", 1), new SweepPanel.Stop("90", 2)),
                reference,
                List.of(curve));
        return new String(SweepChart.of(panel).draw(PictureFormat.SVG), StandardCharsets.UTF_8);
    }
}
