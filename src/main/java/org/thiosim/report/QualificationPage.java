package org.thiosim.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.thiosim.qualification.DirectionCheck;
import org.thiosim.qualification.FoldErrorSummary;
import org.thiosim.qualification.Hours;
import org.thiosim.qualification.Observation;
import org.thiosim.qualification.Qualification;
import org.thiosim.qualification.QualificationRow;
import org.thiosim.qualification.QualificationSummary;
import org.thiosim.qualification.Study;
import org.thiosim.qualification.StudyResult;
import org.thiosim.simulation.Purpose;
import org.thiosim.units.Numbers;

/** A qualification as one self-contained HTML page; every text from a file is escaped. */
public final class QualificationPage {
    private static final int DIGITS = 4;
    private static final String STYLE = """
            body{font:16px/1.45 sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#1a1a1a}
            table{border-collapse:collapse;margin:1em 0;font-size:14px}
            th,td{border-bottom:1px solid #d9d9d9;padding:.25em .6em;text-align:left;vertical-align:top}
            td.n{text-align:right;white-space:nowrap}
            svg{width:100%;height:auto}
            .wrong{background:#d55e00;color:#fff;font-weight:bold}
            .alarm{background:#d55e00;color:#fff;padding:.6em 1em;font-weight:bold}
            .quiet{color:#595959}
            @media screen and (max-width:60em){table{display:block;overflow-x:auto}}
            @media print{body{margin:0;max-width:none;padding:0;font-size:10.5pt}table{font-size:8.5pt;margin:.5em 0}
            h1,h2,h3,h2+p,h3+p,h3+p+p{break-after:avoid}tr,svg{break-inside:avoid}tbody tr:first-child{break-before:avoid}
            svg{max-height:23cm}}
            """;

    private final Qualification qualification;
    private final QualificationCharts charts;
    private final StringBuilder html = new StringBuilder(1 << 18);

    private QualificationPage(Qualification qualification, QualificationCharts charts) {
        this.qualification = qualification;
        this.charts = charts;
    }

    public static byte[] of(Qualification qualification, QualificationCharts charts) {
        return new QualificationPage(qualification, charts).page().getBytes(StandardCharsets.UTF_8);
    }

    private String page() {
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\"")
                .append(
                        " content=\"width=device-width\"><title>Qualification: predicted against published</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Qualification: predicted against published</h1>\n");
        paragraph(Purpose.NOTICE, "quiet");
        paragraph(qualification.standing(), "");
        directions();
        element("h2", "Summary");
        paragraph("All rows: " + qualification.all(), "");
        paragraph(
                "A fold error is predicted / observed; GMFE = exp(mean |ln fold|), bias = exp(mean ln fold). Levels depend on"
                        + " the laboratory and are also summed up after one free scale per assay group.",
                "quiet");
        summaries("set", r -> r.study().set());
        summaries("observable", r -> r.observation().measurand().label());
        chart("predicted-observed");
        paragraph(
                "Whiskers: spread as published. One that ends at the frame goes on beyond it; a lower end of 0 has no place on"
                        + " a logarithmic axis.",
                "quiet");
        element("h2", "Fold errors, study by study");
        charts.drawings().keySet().stream().filter(n -> n.startsWith("forest")).forEach(this::chart);
        uncompared();
        element("h2", "Studies");
        qualification.studies().forEach(this::study);
        html.append("</body></html>\n");
        return html.toString();
    }

    private void directions() {
        element("h2", "Direction of effect");
        List<DirectionCheck> wrong = qualification.directions().stream()
                .filter(DirectionCheck::isWrong)
                .toList();
        if (!wrong.isEmpty()) {
            paragraph(wrong.size() + " effects point the wrong way; do not use this model.", "alarm");
        }
        paragraph(
                "A typical adult after 20 weeks, before the dose of that day; against azathioprine 150 mg a day where nothing"
                        + " else is said.",
                "quiet");
        head("effect", "observable", "must go", "before → after", "");
        for (DirectionCheck check : qualification.directions()) {
            html.append(check.isWrong() ? "<tr class=\"wrong\">" : "<tr>");
            List.of(check.effect(), check.observable(), check.expected(), check.found())
                    .forEach(this::cell);
            cell(
                    switch (check.verdict()) {
                        case RIGHT -> "right";
                        case WRONG -> "WRONG";
                        case NOT_APPLICABLE -> "not applicable";
                    });
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private void summaries(String name, Function<QualificationRow, String> property) {
        head(name, "kind", "n", "GMFE", "bias", "within 1.25/1.5/2-fold, %");
        Map<String, QualificationSummary> groups = QualificationSummary.by(qualification.rows(), property);
        groups.forEach((group, s) -> {
            summary(group, "all, no scale", s.all());
            summary(group, "ratios", s.ratios());
            summary(group, "levels, no scale", s.levels());
            summary(group, "levels, one free scale per assay group of two and more", s.scaledLevels());
        });
        html.append("</table>\n");
    }

    private void summary(String group, String kind, FoldErrorSummary summary) {
        if (summary.n() == 0) {
            return;
        }
        html.append("<tr>");
        cell(group);
        cell(kind);
        number(String.valueOf(summary.n()));
        number(fixed(OptionalDouble.of(summary.gmfe())));
        number(fixed(OptionalDouble.of(summary.bias())));
        number(summary.shares());
        html.append("</tr>\n");
    }

    private void uncompared() {
        List<QualificationRow> rows = qualification.uncompared();
        if (rows.isEmpty()) {
            return;
        }
        element("h2", "Listed but not compared");
        head("study", "arm", "observable", "observed", "why");
        for (QualificationRow row : rows) {
            Observation.Reported reported = row.observation().reported();
            html.append("<tr>");
            cell(row.study().id());
            cell(row.observation().arm());
            cell(row.observation().measurand().label());
            number(shown(reported) + " " + reported.unit());
            cell(row.absence());
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private void study(StudyResult result) {
        Study study = result.study();
        element("h3", study.title());
        String n = study.n().isPresent() ? ", n = " + study.n().getAsInt() : "";
        paragraph(study.population() + n + ". Set: " + study.set() + ". Source: " + study.source(), "");
        if (!study.assumptions().isEmpty()) {
            paragraph("Assumed: " + String.join("; ", study.assumptions()) + ".", "quiet");
        }
        head("arm", "observable", "time", "compare", "observed", "predicted", "unit", "fold", "after scale", "note");
        result.rows().forEach(this::row);
        html.append("</table>\n");
        charts.drawings().keySet().stream()
                .filter(c -> c.startsWith(QualificationCharts.folder(study)))
                .forEach(this::chart);
    }

    private void row(QualificationRow row) {
        Observation observation = row.observation();
        Observation.Reported reported = observation.reported();
        html.append("<tr>");
        cell(observation.arm());
        cell(observation.measurand().label());
        number(Hours.inWords(observation.measurand().hour()));
        cell((observation.comparison().word() + " " + row.reference()).strip());
        number(shown(reported));
        number(
                row.prediction().value().isPresent()
                        ? Numbers.format(row.prediction().value().getAsDouble(), DIGITS)
                        : "–");
        cell(reported.unit());
        number(fixed(row.foldError()));
        number(fixed(row.scaledFoldError()));
        String statistic = reported.statistic();
        cell(List.of(statistic, observation.note()).stream()
                .filter(s -> !s.isEmpty())
                .reduce((a, b) -> a + "; " + b)
                .orElse(""));
        html.append("</tr>\n");
    }

    /** The published value with its spread; a dash where a population has no single value. */
    private static String shown(Observation.Reported reported) {
        String value = Double.isNaN(reported.value()) ? "–" : Numbers.format(reported.value(), DIGITS);
        return reported.low().isPresent() && reported.high().isPresent()
                ? value + " (" + Numbers.format(reported.low().getAsDouble(), DIGITS) + "–"
                        + Numbers.format(reported.high().getAsDouble(), DIGITS) + ")"
                : value;
    }

    private static String fixed(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "–";
    }

    private void chart(String name) {
        if (charts.drawings().containsKey(name)) {
            html.append("<figure>").append(charts.inline(name)).append("</figure>\n");
        }
    }

    private void head(String... names) {
        html.append("<table><thead><tr>");
        for (String name : names) {
            html.append("<th>").append(escaped(name)).append("</th>");
        }
        html.append("</tr></thead>\n");
    }

    private void cell(String words) {
        html.append("<td>").append(escaped(words)).append("</td>");
    }

    private void number(String words) {
        html.append("<td class=\"n\">").append(escaped(words)).append("</td>");
    }

    private void element(String tag, String words) {
        html.append('<')
                .append(tag)
                .append('>')
                .append(escaped(words))
                .append("</")
                .append(tag)
                .append(">\n");
    }

    private void paragraph(String words, String kind) {
        html.append(kind.isEmpty() ? "<p>" : "<p class=\"" + kind + "\">")
                .append(escaped(words))
                .append("</p>\n");
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
