package org.thiosim.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/** The pictures of a run: an overview, the pathway, and one for each observable, over the run or within its days. */
public final class ResultCharts {
    /** The picture of all observables. */
    public static final String OVERVIEW = "overview";

    /** The picture of the flows. */
    public static final String PATHWAY = "pathway";

    private static final double SPAN_OF_SINGLE_DOSE = 0.01;

    private final RunRecord run;
    private final ChartStyle style;
    private final Set<String> names = new HashSet<>();

    private ResultCharts(RunRecord run, ChartStyle style) {
        this.run = run;
        this.style = style;
    }

    /** All pictures of a run; an observable without a value in any arm has none. */
    public static List<Chart> of(RunRecord run) {
        return of(run, Optional.empty());
    }

    /**
     * All pictures of a run.
     *
     * @param compared the two arms of the pathway; the first and the one that differs most where empty
     */
    public static List<Chart> of(RunRecord run, Optional<List<String>> compared) {
        return new ResultCharts(run, ChartStyle.STANDARD).charts(compared);
    }

    /** Each observable's panel over the whole run, by observable; one without a value in any arm has none. */
    public static Map<String, TimeCoursePanel> panels(RunRecord run) {
        ResultCharts charts = new ResultCharts(run, ChartStyle.STANDARD);
        Map<String, TimeCoursePanel> panels = new LinkedHashMap<>();
        run.observables().forEach(o -> charts.panel(o).ifPresent(p -> panels.put(o.id(), p)));
        return panels;
    }

    private List<Chart> charts(Optional<List<String>> compared) {
        List<Chart> charts = new ArrayList<>();
        overview().ifPresent(panel -> charts.add(chart(OVERVIEW, MultiplesLayout.figure(panel, style), style)));
        Optional<PathwayPanel> pathway = compared.isPresent()
                ? PathwayPanel.of(run, compared.get().get(0), compared.get().get(1))
                : PathwayPanel.of(run);
        pathway.ifPresent(panel -> {
            ChartStyle looks = withArms(panel.arms());
            charts.add(chart(PATHWAY, PathwayLayout.figure(panel, looks), looks));
        });
        for (RunRecord.Shown shown : run.observables()) {
            if (run.curves().days(shown.id()).isEmpty()) {
                panel(shown).ifPresent(panel -> add(charts, shown.id(), panel));
            } else {
                charts.add(chart(fileName(shown.id()) + "-day", MultiplesLayout.figure(days(shown), style), style));
            }
        }
        return List.copyOf(charts);
    }

    private void add(List<Chart> charts, String observable, TimeCoursePanel panel) {
        String name = fileName(observable);
        List<TimeCoursePanel> parts = panel.split();
        for (int i = 0; i < parts.size(); i++) {
            ChartStyle looks =
                    withArms(parts.get(i).curves().stream().map(TimeCourse::arm).toList());
            String part = parts.size() == 1 ? name : name + "-" + (i + 1);
            charts.add(
                    chart(part, TimeCourseChart.figure(parts.get(i), samples(parts.get(i), observable), looks), looks));
        }
    }

    private List<MeasuredSample> samples(TimeCoursePanel panel, String observable) {
        return run.curves().measured().stream()
                .filter(m -> m.observable().equals(observable))
                .filter(m -> panel.curves().stream().anyMatch(c -> c.arm().equals(m.arm())))
                .map(m -> new MeasuredSample(
                        m.arm(), m.hour(), m.value(), OptionalDouble.empty(), OptionalDouble.empty(), false))
                .toList();
    }

    private ChartStyle withArms(List<String> arms) {
        return style.withCurves(arms.stream().map(run.armNames()::indexOf).toList());
    }

    private Chart chart(String name, Figure figure, ChartStyle looks) {
        String free = name;
        for (int i = 2; !names.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "-" + i;
        }
        return new Chart(free, figure, looks);
    }

    /** The name of an observable as a file may have it. */
    public static String fileName(String observable) {
        String name = observable
                .replace("/", "-per-")
                .replaceAll("[^A-Za-z0-9.-]+", "-")
                .replaceAll("^[-.]+|-$", "");
        return name.isEmpty() ? "observable" : name;
    }

    private Optional<TimeCoursePanel> panel(RunRecord.Shown shown) {
        List<TimeCourse> curves = curves(run.curves().whole(shown.id()));
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        String about = shown.title().equals(shown.id()) ? "" : capital(shown.title()) + " · ";
        return Optional.of(new TimeCoursePanel(
                about + run.head().title(), shown.id(), shown.unit(), curves, ranges(shown), doses(), notice()));
    }

    private Optional<SmallMultiples> overview() {
        List<SmallMultiples.Cell> cells = new ArrayList<>();
        List<Double> borders = run.phases().stream().map(TimeWindow::from).toList();
        Set<String> elsewhere = new LinkedHashSet<>();
        for (RunRecord.Shown shown : run.observables()) {
            List<TimeCourse> curves = curves(run.curves().whole(shown.id()));
            if (!run.curves().days(shown.id()).isEmpty()) {
                elsewhere.add(shown.id());
            } else if (!curves.isEmpty()) {
                cells.add(new SmallMultiples.Cell(shown.id(), shown.unit(), curves, ranges(shown), borders));
            }
        }
        if (cells.size() < 2) {
            return Optional.empty();
        }
        List<String> hints = new ArrayList<>();
        if (cells.stream().anyMatch(c -> !c.ranges().isEmpty())) {
            hints.add("grey: therapeutic window or limit");
        }
        if (borders.size() > 1) {
            hints.add("dashed upright lines: changes of treatment");
        }
        if (!elsewhere.isEmpty()) {
            hints.add("not shown, as they swing within a day: " + String.join(", ", elsewhere));
        }
        String subtitle = hints.isEmpty() ? "" : capital(String.join(" · ", hints));
        return Optional.of(new SmallMultiples(run.head().title(), subtitle, cells, run.armNames(), false, notice()));
    }

    /** The last dosing day of each phase, on a clock that starts with the day. */
    private SmallMultiples days(RunRecord.Shown shown) {
        List<SmallMultiples.Cell> cells = new ArrayList<>();
        for (TimeWindow phase : run.phases()) {
            List<TimeCourse> within = run.curves().days(shown.id()).stream()
                    .map(c -> within(c, phase))
                    .toList();
            List<TimeCourse> day = curves(within);
            if (!day.isEmpty()) {
                String title = "last day of " + PhaseWords.span(phase);
                cells.add(new SmallMultiples.Cell(title, shown.unit(), day, List.of(), List.of()));
            }
        }
        String about = shown.title().equals(shown.id()) ? "" : capital(shown.title()) + " · ";
        return new SmallMultiples(
                shown.id() + " within a day",
                about + "hours after the dose · " + run.head().title(),
                cells,
                run.armNames(),
                true,
                notice());
    }

    private static TimeCourse within(TimeCourse course, TimeWindow phase) {
        double[] hours = course.hours();
        double[] values = course.values();
        List<Integer> kept = new ArrayList<>();
        for (int k = 0; k < hours.length; k++) {
            if (hours[k] >= phase.from() && hours[k] <= phase.to()) {
                kept.add(k);
            }
        }
        if (!kept.isEmpty() && kept.size() > 1 && hours[kept.get(1)] - hours[kept.get(0)] > 24) {
            kept.remove(0);
        }
        double start = kept.isEmpty() ? 0 : hours[kept.get(0)];
        return new TimeCourse(
                course.arm(),
                course.observable(),
                course.unit(),
                kept.stream().mapToDouble(k -> hours[k] - start).toArray(),
                kept.stream().mapToDouble(k -> values[k]).toArray());
    }

    private static List<TimeCourse> curves(List<TimeCourse> courses) {
        return courses.stream()
                .map(TimeCourse::shown)
                .filter(c -> c.hours().length > 1)
                .toList();
    }

    private List<DoseSpan> doses() {
        double end = run.phases().stream().mapToDouble(TimeWindow::to).max().orElse(0);
        List<DoseSpan> spans = new ArrayList<>();
        for (RunRecord.Treatment arm : run.arms()) {
            for (RunRecord.Dosing dose : arm.doses()) {
                double until =
                        dose.isSingle() ? Math.min(dose.fromHour() + SPAN_OF_SINGLE_DOSE * end, end) : dose.untilHour();
                spans.add(new DoseSpan(arm.arm(), dose.drug(), dose.fromHour(), until, Typeset.of(dose.label())));
            }
        }
        return spans;
    }

    private static List<ReferenceRange> ranges(RunRecord.Shown shown) {
        return shown.reference().map(r -> new ReferenceRange(r.low(), r.high(), Typeset.of(r.label()))).stream()
                .toList();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The sternest notice of a run: a contraindication, if any arm has one. */
    private Optional<String> notice() {
        return run.arms().stream()
                .flatMap(a -> a.notices().stream()
                        .filter(n -> n.startsWith("Contraindicated"))
                        .map(n -> a.arm() + ": " + n))
                .findFirst();
    }
}
