package org.thiosim.report;

import java.util.Comparator;
import org.thiosim.chart.Typeset;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.units.Clock;
import org.thiosim.units.Numbers;

/** The levels that were measured in a patient beside what the model gives for the same arm and time. */
final class MeasuredLevels {
    private static final int DIGITS = 3;

    private final Html html;
    private final RunRecord run;

    MeasuredLevels(Html html, RunRecord run) {
        this.html = html;
        this.run = run;
    }

    void write() {
        html.element("h2", "Measured levels", "id", "measured");
        html.element(
                "p",
                "Squares on the charts: what was measured in a patient. The model describes a typical patient of the"
                        + " scenario and was not fitted to these levels.",
                "class",
                "quiet");
        html.table("Measured levels", "observable", "arm", "time", "measured", "model", "measured / model");
        run.curves().measured().stream()
                .sorted(Comparator.comparing(RunRecord.Measured::observable)
                        .thenComparing(RunRecord.Measured::arm)
                        .thenComparingDouble(RunRecord.Measured::hour))
                .forEach(this::row);
        html.closeTable();
    }

    private void row(RunRecord.Measured level) {
        TimeCourse course = run.curves().whole(level.observable()).stream()
                .filter(c -> c.arm().equals(level.arm()))
                .findFirst()
                .orElseThrow();
        double model = course.at(level.hour());
        double fold = level.value() / model;
        html.open("tr").element("th", level.observable() + Typeset.inBrackets(course.unit()), "scope", "row");
        html.element("td", level.arm()).element("td", Clock.words(level.hour()));
        for (double number : new double[] {level.value(), model, fold}) {
            html.element("td", Double.isFinite(number) ? Numbers.format(number, DIGITS) : "–", "class", "number");
        }
        html.close("tr");
    }
}
