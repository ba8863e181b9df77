package org.thiosim.chart;

import static org.thiosim.units.Clock.DAY;
import static org.thiosim.units.Clock.WEEK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.TimeCourse;
import org.thiosim.simulation.TimeWindow;

/** The pictures of a run: an overview, the pathway, and one for each observable, over the run or within its days. */
public final class ResultCharts {
    /** The picture of all observables. */
    public static final String OVERVIEW = "overview";

    /** The picture of the flows; of further arms {@code pathway-2}, {@code pathway-3} and so on. */
    public static final String PATHWAY = "pathway";

    /** Whether a picture shows flows. */
    public static boolean isPathway(Chart chart) {
        return chart.name().matches(PATHWAY + "(-[0-9]+)?");
    }

    private static final double ALL_GONE = 0.05;
    private static final double LATE = 0.25;
    private static final double EDGE = 0.1;

    private final RunRecord run;
    private final ChartStyle style;
    private final Set<String> names = new HashSet<>();

    private ResultCharts(RunRecord run, ChartStyle style) {
        this.run = run;
        this.style = style;
    }

    /** All pictures of a run; an observable without a value in any arm, or zero throughout in every arm, has none. */
    public static List<Chart> of(RunRecord run) {
        return of(run, Optional.empty());
    }

    /**
     * All pictures of a run.
     *
     * @param compared the two arms of the pathway; the first against each of the others where empty
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
        overview().ifPresent(panel -> {
            ChartStyle looks = MultiplesLayout.sized(panel, style);
            charts.add(chart(OVERVIEW, MultiplesLayout.figure(panel, looks), looks));
        });
        List<PathwayPanel> pathways = compared.isPresent()
                ? PathwayPanel.of(run, compared.get().get(0), compared.get().get(1)).stream()
                        .toList()
                : PathwayPanel.of(run);
        pathways.forEach(panel -> {
            ChartStyle looks = PathwayLayout.sized(panel, withArms(panel.arms()));
            charts.add(chart(PATHWAY, PathwayLayout.figure(panel, looks), looks));
        });
        for (RunRecord.Shown shown : run.observables()) {
            if (run.curves().isZero(shown.id())) {
                continue;
            }
            if (!isOnlyWithin(shown) || isMeasured(shown.id())) {
                panel(shown).ifPresent(panel -> add(charts, shown.id(), panel));
            }
            if (!run.curves().days(shown.id()).isEmpty()) {
                SmallMultiples within = within(shown);
                String name = fileName(shown.id()) + (isWithinAWeek(shown) ? "-week" : "-day");
                charts.add(chart(name, MultiplesLayout.figure(within, style), style));
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

    private boolean isMeasured(String observable) {
        return run.curves().measured().stream().anyMatch(m -> m.observable().equals(observable));
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
                about + run.head().title(), shown.id(), shown.unit(), curves, ranges(shown), doses(), notice(shown)));
    }

    private Optional<SmallMultiples> overview() {
        List<SmallMultiples.Cell> cells = new ArrayList<>();
        List<Double> borders = run.phases().stream().map(TimeWindow::from).toList();
        Set<String> elsewhere = new LinkedHashSet<>();
        Set<String> zero = new LinkedHashSet<>();
        List<RunRecord.Shown> told = new ArrayList<>();
        for (RunRecord.Shown shown : run.observables()) {
            List<TimeCourse> curves = curves(run.curves().whole(shown.id()));
            if (run.curves().isZero(shown.id())) {
                zero.add(shown.id());
            } else if (isOnlyWithin(shown)) {
                elsewhere.add(shown.id());
            } else {
                told.add(shown);
                if (!curves.isEmpty()) {
                    cells.add(new SmallMultiples.Cell(shown.id(), shown.unit(), curves, ranges(shown), borders));
                }
            }
        }
        if (cells.size() < 2) {
            return Optional.empty();
        }
        List<String> hints = new ArrayList<>();
        if (borders.size() > 1) {
            hints.add("dashed upright lines: changes of treatment");
        }
        if (!elsewhere.isEmpty()) {
            hints.add("not shown, as they swing within a day: " + String.join(", ", elsewhere));
        }
        if (!zero.isEmpty()) {
            hints.add("left out, as zero in every arm: " + String.join(", ", zero));
        }
        return Optional.of(new SmallMultiples(
                run.head().title(),
                String.join(" · ", hints),
                cells,
                run.armNames(),
                false,
                PictureNotices.of(run, run.armNames(), told)));
    }

    /** Whether an observable comes and goes so fast that a curve over the whole run would say nothing. */
    private boolean isOnlyWithin(RunRecord.Shown shown) {
        List<TimeCourse> days = run.curves().days(shown.id());
        return !days.isEmpty()
                && (!isWithinAWeek(shown)
                        || days.stream().map(TimeCourse::shown).anyMatch(c -> least(c) < ALL_GONE * largest(c)));
    }

    private static double least(TimeCourse course) {
        return Arrays.stream(course.values()).min().orElse(0);
    }

    private static double largest(TimeCourse course) {
        return Arrays.stream(course.values()).max().orElse(0);
    }

    /** Whether the last dosing interval of some phase is longer than a day. */
    private boolean isWithinAWeek(RunRecord.Shown shown) {
        return run.phases().stream().anyMatch(phase -> length(shown, phase) > DAY + 1e-6);
    }

    private double length(RunRecord.Shown shown, TimeWindow phase) {
        return run.curves().days(shown.id()).stream()
                .map(c -> within(c, phase).hours())
                .filter(h -> h.length > 0)
                .mapToDouble(h -> h[h.length - 1])
                .max()
                .orElse(0);
    }

    /** The last dosing interval of each phase, on a clock that starts with it. */
    private SmallMultiples within(RunRecord.Shown shown) {
        List<SmallMultiples.Cell> cells = new ArrayList<>();
        for (TimeWindow phase : run.phases()) {
            List<TimeCourse> within = run.curves().days(shown.id()).stream()
                    .map(c -> within(c, phase))
                    .toList();
            List<TimeCourse> day = shown(within);
            if (!day.isEmpty()) {
                String title = "last " + stretch(length(shown, phase)) + " of " + PhaseWords.span(phase);
                cells.add(new SmallMultiples.Cell(title, shown.unit(), day, List.of(), List.of()));
            }
        }
        String about = shown.title().equals(shown.id()) ? "" : capital(shown.title()) + " · ";
        boolean week = isWithinAWeek(shown);
        return new SmallMultiples(
                shown.id() + (week ? " within the dosing interval" : " within a day"),
                about + "time since the " + (week ? "interval" : "day") + " began · "
                        + run.head().title(),
                cells,
                run.armNames(),
                true,
                PictureNotices.of(run, run.armNames(), List.of(shown)));
    }

    private static String stretch(double hours) {
        if (hours <= DAY + 1e-6) {
            return "day";
        }
        return Math.abs(hours - WEEK) < 1e-6 ? "week" : PlainNumber.of(hours / DAY) + " days";
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
        if (!kept.isEmpty() && kept.size() > 1 && hours[kept.get(1)] - hours[kept.get(0)] > DAY) {
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
        return started(shown(courses));
    }

    private static List<TimeCourse> shown(List<TimeCourse> courses) {
        return courses.stream()
                .map(TimeCourse::shown)
                .filter(c -> c.hours().length > 1)
                .toList();
    }

    /** The curves from shortly before the first of them leaves zero, where that is late in a run of days. */
    private static List<TimeCourse> started(List<TimeCourse> curves) {
        double start = Double.POSITIVE_INFINITY;
        double from = Double.POSITIVE_INFINITY;
        double end = 0;
        for (TimeCourse curve : curves) {
            double[] hours = curve.hours();
            double[] values = curve.values();
            int k = 0;
            while (k < values.length - 1 && values[k + 1] == 0) {
                k++;
            }
            start = Math.min(start, values[0] == 0 ? hours[k] : hours[0]);
            from = Math.min(from, hours[0]);
            end = Math.max(end, hours[hours.length - 1]);
        }
        if (end - from > WEEK || start - from < LATE * (end - from) || start >= end) {
            return curves;
        }
        double first = start - EDGE * (end - start);
        return curves.stream().map(c -> from(c, first)).toList();
    }

    private static TimeCourse from(TimeCourse course, double first) {
        double[] hours = course.hours();
        double[] values = course.values();
        int[] kept =
                IntStream.range(0, hours.length).filter(k -> hours[k] >= first).toArray();
        return new TimeCourse(
                course.arm(),
                course.observable(),
                course.unit(),
                Arrays.stream(kept).mapToDouble(k -> hours[k]).toArray(),
                Arrays.stream(kept).mapToDouble(k -> values[k]).toArray());
    }

    private List<DoseSpan> doses() {
        double end = run.phases().stream().mapToDouble(TimeWindow::to).max().orElse(0);
        List<DoseSpan> spans = new ArrayList<>();
        run.arms().forEach(arm -> spans.addAll(DoseSpans.of(arm, end)));
        return spans;
    }

    private static List<ReferenceRange> ranges(RunRecord.Shown shown) {
        return shown.reference().map(r -> new ReferenceRange(r.low(), r.high(), Typeset.of(r.label()))).stream()
                .toList();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Optional<String> notice(RunRecord.Shown shown) {
        List<String> words = new ArrayList<>();
        if (isMeasured(shown.id())) {
            words.add("Squares: measured in a patient.");
        }
        PictureNotices.of(run, run.armNames(), List.of(shown)).ifPresent(words::add);
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", words));
    }
}
