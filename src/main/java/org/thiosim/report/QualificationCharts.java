package org.thiosim.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.thiosim.chart.ChartStyle;
import org.thiosim.chart.ForestChart;
import org.thiosim.chart.ForestRow;
import org.thiosim.chart.MeasuredPoint;
import org.thiosim.chart.MeasuredSample;
import org.thiosim.chart.PictureFormat;
import org.thiosim.chart.PredictedObservedChart;
import org.thiosim.chart.ResultPanels;
import org.thiosim.chart.TimeCourseChart;
import org.thiosim.chart.TimeCoursePanel;
import org.thiosim.qualification.Hours;
import org.thiosim.qualification.Observation;
import org.thiosim.qualification.Qualification;
import org.thiosim.qualification.QualificationRow;
import org.thiosim.qualification.Study;
import org.thiosim.qualification.StudyResult;
import org.thiosim.units.Numbers;

/**
 * The charts of a qualification: predicted against observed, forest plots of fold errors, and the time courses of each
 * study with what was measured.
 *
 * @param drawings what draws a picture in a format, by file name without ending, in the order of the report
 */
public record QualificationCharts(Map<String, Drawing> drawings) {
    private static final int DIGITS = 3;

    public QualificationCharts {
        drawings = Collections.unmodifiableMap(new LinkedHashMap<>(drawings));
    }

    /** A chart that has not been drawn yet. */
    public interface Drawing {
        byte[] as(PictureFormat format);
    }

    public static QualificationCharts of(Qualification qualification) {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        List<QualificationRow> rows = qualification.rows().stream()
                .filter(r -> r.foldError().isPresent())
                .toList();
        if (!rows.isEmpty()) {
            List<MeasuredPoint> points =
                    rows.stream().map(QualificationCharts::point).toList();
            drawings.put(
                    "predicted-observed",
                    f -> PredictedObservedChart.draw("Predicted against observed", points, ChartStyle.STANDARD, f));
            forests(rows, drawings);
        }
        qualification.studies().forEach(s -> overlays(s, drawings));
        return new QualificationCharts(drawings);
    }

    private static MeasuredPoint point(QualificationRow row) {
        Observation.Reported reported = row.observation().reported();
        return new MeasuredPoint(
                row.observation().measurand().label(),
                reported.value(),
                reported.low(),
                reported.high(),
                row.prediction().value().getAsDouble(),
                row.kind() == Observation.Kind.RATIO);
    }

    private static void forests(List<QualificationRow> rows, Map<String, Drawing> drawings) {
        List<List<ForestRow>> pages = new ArrayList<>();
        List<ForestRow> page = new ArrayList<>();
        String study = "";
        int lines = 0;
        for (QualificationRow row : rows) {
            boolean starts = !row.study().id().equals(study);
            if (lines + 2 > ForestChart.MOST_LINES && starts) {
                pages.add(page);
                page = new ArrayList<>();
                lines = 0;
            }
            study = row.study().id();
            lines += starts ? 2 : 1;
            page.add(forestRow(row));
        }
        pages.add(page);
        for (int i = 0; i < pages.size(); i++) {
            List<ForestRow> shown = List.copyOf(pages.get(i));
            String part = pages.size() == 1 ? "" : "-" + (i + 1);
            drawings.put(
                    "forest" + part,
                    f -> ForestChart.draw("Fold errors, study by study", shown, ChartStyle.STANDARD, f));
        }
    }

    private static ForestRow forestRow(QualificationRow row) {
        Observation observation = row.observation();
        String reference = row.reference().isEmpty() ? "" : " / " + row.reference();
        String time = Double.isNaN(observation.measurand().hour())
                ? ""
                : ", " + Hours.inWords(observation.measurand().hour());
        return new ForestRow(
                row.study().id() + " (" + row.study().set() + ")",
                observation.arm() + reference + ": " + observation.measurand().label() + time,
                row.foldError().getAsDouble(),
                number(observation.reported().value()) + " → "
                        + number(row.prediction().value().getAsDouble()));
    }

    private static String number(double value) {
        return Numbers.format(value, DIGITS);
    }

    private static void overlays(StudyResult study, Map<String, Drawing> drawings) {
        Map<String, TimeCoursePanel> panels = ResultPanels.of(study.simulation());
        panels.forEach((observable, panel) -> {
            List<MeasuredSample> samples = StudySamples.of(study, observable);
            List<TimeCoursePanel> parts = panel.split();
            for (int i = 0; i < parts.size(); i++) {
                TimeCoursePanel part = parts.get(i);
                List<MeasuredSample> shown = samples.stream()
                        .filter(s ->
                                part.curves().stream().anyMatch(c -> c.arm().equals(s.arm())))
                        .toList();
                if (!shown.isEmpty()) {
                    String number = parts.size() == 1 ? "" : "-" + (i + 1);
                    drawings.put(
                            folder(study.study()) + fileName(observable) + number,
                            f -> TimeCourseChart.draw(noted(part, shown), shown, ChartStyle.STANDARD, f));
                }
            }
        });
    }

    private static TimeCoursePanel noted(TimeCoursePanel panel, List<MeasuredSample> samples) {
        String note = samples.stream().anyMatch(MeasuredSample::derived)
                ? "Squares: measured, with spread; those of one time stand side by side. Hollow circles: measured ratio times the curve of its reference."
                : "Squares: measured, with spread; those of one time stand side by side.";
        return new TimeCoursePanel(
                panel.title(),
                panel.observable(),
                panel.unit(),
                panel.curves(),
                panel.ranges(),
                panel.doses(),
                Optional.of(panel.notice().map(n -> note + " " + n).orElse(note)));
    }

    /** Where the charts of a study lie. */
    static String folder(Study study) {
        return "studies/" + fileName(study.id()) + "/";
    }

    private static String fileName(String words) {
        return words.replace("/", "-per-").replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("-$", "");
    }

    /** Every chart as PNG and SVG, by path within the result folder. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        drawings.forEach((name, drawing) -> {
            files.put("charts/" + name + ".png", drawing.as(PictureFormat.PNG));
            files.put("charts/" + name + ".svg", drawing.as(PictureFormat.SVG));
        });
        return files;
    }

    /** A chart as an SVG element to stand in a page. */
    String inline(String name) {
        Drawing drawing = Optional.ofNullable(drawings.get(name)).orElseThrow();
        String svg = new String(drawing.as(PictureFormat.SVG), StandardCharsets.UTF_8);
        return svg.substring(svg.indexOf("<svg"));
    }
}
