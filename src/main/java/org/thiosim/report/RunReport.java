package org.thiosim.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.thiosim.chart.PhaseWords;
import org.thiosim.chart.ResultCharts;
import org.thiosim.chart.Typeset;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.TimeWindow;
import org.thiosim.units.Numbers;

/** The report of a run as one HTML page: what was asked, what changed and by how much, why, and how far to trust it. */
public final class RunReport {
    private static final int DIGITS = 3;
    private static final int PRINTED_SIDE_BY_SIDE = 2;
    private static final int SHOWN_SIDE_BY_SIDE = 3;
    private static final double LITTLE = 1.25;
    private static final double GONE = 1e-3;
    private static final double MANYFOLD = 10;
    private static final double SMALL_CHANGE = 0.005;
    private static final double SMALL_POINTS = 0.05;
    private static final double FEW_PERCENT = 0.02;
    private static final double FEW_POINTS = 0.5;

    private final SimulationResult result;
    private final RunRecord run;
    private final Pictures pictures;
    private final String manifest;
    private final List<KeyNumbers> numbers;
    private final SweepSection sweep;
    private final Html html;

    private RunReport(SimulationResult result, RunRecord run, Pictures pictures, SweepSection sweep, String manifest) {
        this.result = result;
        this.run = run;
        this.pictures = pictures;
        this.sweep = sweep;
        this.manifest = manifest;
        this.numbers = KeyNumbers.of(result, run);
        this.html = PageFrame.open(run.head(), contents());
    }

    /**
     * The page, in UTF-8.
     *
     * @param run the record of {@code result}
     * @param sweep without panels where nothing was swept
     * @param manifest the manifest's text, shown at the end
     */
    public static byte[] of(
            SimulationResult result, RunRecord run, Pictures pictures, SweepSection sweep, String manifest) {
        return new RunReport(result, run, pictures, sweep, manifest).page();
    }

    private byte[] page() {
        inShort();
        treatments();
        keyNumbers();
        charts();
        if (!run.curves().measured().isEmpty()) {
            new MeasuredLevels(html, run).write();
        }
        if (!sweep.isEmpty()) {
            sweep.write(html);
        }
        if (result.scenario().comparesModels()) {
            new ModelsBeside(html, result).write();
        } else {
            enzymes();
        }
        limits();
        new ModelSection(html, result).write();
        return PageFrame.close(html, run.head(), manifest);
    }

    private Map<String, String> contents() {
        Map<String, String> contents = new LinkedHashMap<>();
        contents.put("short", "In short");
        contents.put("arms", "Treatments");
        contents.put("numbers", "Key numbers");
        contents.put("charts", "Charts");
        if (!run.curves().measured().isEmpty()) {
            contents.put("measured", "Measured levels");
        }
        if (!sweep.isEmpty()) {
            contents.put("sweep", "Sweep");
        }
        contents.put("flows", result.scenario().comparesModels() ? "Models" : "Enzymes");
        contents.put("limits", "Limits");
        contents.put("model", "Model and sources");
        contents.put("manifest", "Manifest");
        return contents;
    }

    private void inShort() {
        html.open("section", "class", "short", "aria-labelledby", "short").element("h2", "In short", "id", "short");
        Set<String> captions = run.captions();
        InShort.notices(run).forEach((notice, arms) -> {
            RunRecord.Urgency urgency = RunRecord.urgency(notice, captions);
            if (urgency != RunRecord.Urgency.REMARK) {
                html.open("p", "class", urgency == RunRecord.Urgency.CAPTION ? "mild" : "stern");
                if (arms.size() < run.arms().size()) {
                    html.element("strong", String.join(", ", arms) + ":");
                }
                html.text(notice).close("p");
            }
        });
        if (result.scenario().comparesModels()) {
            html.element(
                    "p",
                    "Where arms take the same doses, what differs is the model: no treatment does more than another.");
        }
        html.open("ul");
        for (InShort.Finding finding : InShort.of(numbers, result, run)) {
            html.open("li").element("strong", finding.arm()).text(finding.lead());
            if (!finding.changes().isEmpty()) {
                html.list(finding.changes().stream().map(Typeset::of).toList());
            }
            if (!finding.why().isEmpty()) {
                html.element("div", "Why, on average over the phase", "class", "why")
                        .list(finding.why().stream().map(Typeset::of).toList());
            }
            html.close("li");
        }
        html.close("ul");
        html.close("section");
    }

    private void treatments() {
        html.element("h2", "Treatments", "id", "arms");
        PatientWords.of(result.arms()).forEach(line -> html.element("p", Typeset.of(line)));
        html.scroll("Treatments");
        html.open("table").element("caption", "What each arm takes");
        List<String> header = new ArrayList<>(List.of("arm"));
        run.phases().forEach(p -> header.add(PhaseWords.span(p)));
        html.open("thead").row("th", header).close("thead").open("tbody");
        for (String arm : run.armNames()) {
            html.open("tr").element("th", arm, "scope", "row");
            for (TimeWindow phase : run.phases()) {
                html.element("td", PhaseWords.takes(run, arm, phase));
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
        result.arms().stream()
                .filter(a -> !a.isSuccess())
                .forEach(a -> html.element(
                        "p",
                        a.arm().name() + " could not be solved: " + a.outcome().message(),
                        "class",
                        "stern"));
    }

    private void keyNumbers() {
        html.element("h2", "Key numbers", "id", "numbers");
        String first = run.armNames().get(0);
        String against = result.scenario().comparesModels()
                ? "In brackets: change against the first arm with the same doses at the same time. The arms differ in the"
                        + " model that describes them: a change is what two models disagree about, not what a treatment"
                        + " does."
                : "In brackets: change against " + first
                        + " at the same time; of what is in per cent, in percentage points.";
        html.element("p", against, "class", "quiet");
        int columns = numbers.stream().mapToInt(n -> n.times().size()).max().orElse(0);
        String wide = columns > PRINTED_SIDE_BY_SIDE ? " wide" : "";
        String many = columns > SHOWN_SIDE_BY_SIDE ? " many" : "";
        html.open("div", "class", "numbers" + wide + many);
        for (KeyNumbers observable : numbers) {
            html.open("section").element("h3", observable.shown().id() + Typeset.inBrackets(observable.unit()));
            String title = observable.shown().title();
            String about = title.equals(observable.shown().id()) ? "" : title + "; ";
            html.element("p", about + observable.what(), "class", "quiet");
            table(observable);
            observable
                    .shown()
                    .reference()
                    .ifPresent(r -> html.element("p", "Reference: " + Typeset.of(r.label()), "class", "quiet"));
            html.close("section");
        }
        html.close("div");
    }

    private void table(KeyNumbers observable) {
        html.scroll(observable.shown().id());
        html.open("table");
        List<String> header = new ArrayList<>(List.of("arm"));
        header.addAll(observable.times());
        html.open("thead").row("th", header).close("thead").open("tbody");
        for (int row = 0; row < observable.rows().size(); row++) {
            if (result.scenario().comparesModels()
                    && observable.rows().get(row).values().stream().allMatch(OptionalDouble::isEmpty)) {
                continue;
            }
            html.open("tr").element("th", observable.rows().get(row).arm(), "scope", "row");
            for (int time = 0; time < observable.times().size(); time++) {
                OptionalDouble value = observable.rows().get(row).values().get(time);
                html.open("td", "class", "number");
                html.text(value.isPresent() ? observable.text(value.getAsDouble()) : "–");
                OptionalDouble fold = observable.fold(row, time);
                if (observable.unit().equals(InShort.PERCENT) && fold.isPresent()) {
                    points(value.orElse(0)
                            - observable.against(row).values().get(time).orElse(0));
                } else {
                    fold.ifPresent(this::change);
                }
                observable.judged(value).ifPresent(j -> html.element("span", j, "class", "note"));
                extremes(observable, row, time);
                html.close("td");
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }

    private void extremes(KeyNumbers observable, int row, int time) {
        observable
                .highestShown(row, time)
                .ifPresent(h -> html.element("span", "highest " + observable.text(h), "class", "note"));
        observable.lowestShown(row, time).ifPresent(low -> {
            String grade = Neutropenia.grade(observable.shown().id(), observable.unit(), low)
                    .map(g -> ", " + g)
                    .orElse("");
            html.element("span", "lowest " + observable.text(low) + grade, "class", "note");
        });
    }

    /** A change of what is in per cent, in percentage points. */
    private void points(double points) {
        String words =
                Math.abs(points) < SMALL_POINTS ? "±0" : (points > 0 ? "+" : "−") + Numbers.format(Math.abs(points), 2);
        String direction = Math.abs(points) < FEW_POINTS ? "note" : points > 0 ? "up" : "down";
        html.element("span", " (" + words + " points)", "class", direction);
    }

    private void change(double fold) {
        if (Math.abs(fold - 1) < SMALL_CHANGE) {
            html.element("span", "(±0 %)", "class", "note");
            return;
        }
        String words = " (" + change(fold, Numbers.format(fold, 2)) + ")";
        html.element("span", words, "class", Math.abs(fold - 1) < FEW_PERCENT ? "note" : fold > 1 ? "up" : "down");
    }

    /** A change in per cent and as a factor, of which only the one that says something far from 1. */
    private static String change(double fold, String factor) {
        if (fold < GONE) {
            return "all but gone";
        }
        if (fold >= MANYFOLD) {
            return "×" + factor;
        }
        double percent = 100 * (fold - 1);
        int digits = percent <= -99 ? DIGITS : 2;
        String times = fold > LITTLE || fold < 1 / LITTLE ? ", ×" + factor : "";
        return (percent > 0 ? "+" : "−") + Numbers.format(Math.abs(percent), digits) + " %" + times;
    }

    private void charts() {
        html.element("h2", "Charts", "id", "charts");
        html.element("p", "A click on a picture makes it as large as the window.", "class", "quiet screen");
        List<String> zero = run.observables().stream()
                .map(RunRecord.Shown::id)
                .filter(run.curves()::isZero)
                .toList();
        if (!zero.isEmpty()) {
            html.element("p", "Not drawn, as zero in every arm throughout: " + String.join(", ", zero) + ".");
        }
        pictures.write(html, c -> !ResultCharts.isPathway(c), "charts");
    }

    private void enzymes() {
        html.element("h2", "Which enzyme carries how much", "id", "flows");
        pictures.write(html, ResultCharts::isPathway, "flows");
        new FlowSection(html, result, run).write();
    }

    private void limits() {
        html.element("h2", "What this cannot tell you", "id", "limits");
        html.element(
                "p",
                "It shows in which direction and roughly how far a typical patient's metabolites move, and through which"
                        + " enzymes. It does not tell an individual's level: people with the same dose and genotype differ"
                        + " several-fold, and so do assays and centres. It does not tell how often harm occurs, and it is"
                        + " no ground for choosing a dose.");
        Map<String, List<String>> notices = InShort.notices(run);
        if (!notices.isEmpty()) {
            html.element("h3", "Read with care");
            html.open("ul");
            notices.forEach((notice, arms) -> {
                html.open("li");
                if (arms.size() < run.arms().size()) {
                    html.element("strong", String.join(", ", arms) + ": ");
                }
                html.text(notice).close("li");
            });
            html.close("ul");
        }
    }
}
