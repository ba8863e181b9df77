package org.thiosim.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.thiosim.chart.PhaseWords;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.report.KeyNumbers;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Metric;
import org.thiosim.simulation.Purpose;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.RunRecord.Urgency;
import org.thiosim.simulation.Scenario.MetricRequest;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.units.EnDash;
import org.thiosim.units.Numbers;

/** What a run prints: the key numbers of the report and the notices that go with them. */
final class RunSummary {
    private static final int MOST_OBSERVABLES = 8;
    private static final int DIGITS = 3;

    private final LoadedScenario loaded;
    private final SimulationResult result;

    RunSummary(LoadedScenario loaded, SimulationResult result) {
        this.loaded = loaded;
        this.result = result;
    }

    void print(PrintWriter out) {
        out.println(loaded.scenario().head().title());
        String source = loaded.scenario().head().source();
        if (!source.isEmpty()) {
            out.println("Source: " + EnDash.of(source));
        }
        RunRecord record = RunRecord.of(result);
        Set<String> captions = record.captions();
        notices(out, "Read first", EnumSet.of(Urgency.SLIP, Urgency.CONTRAINDICATION), captions);
        Map<String, List<KeyNumbers>> shown = KeyNumbers.of(result, record).stream()
                .limit(MOST_OBSERVABLES)
                .collect(Collectors.groupingBy(KeyNumbers::what, LinkedHashMap::new, Collectors.toList()));
        shown.forEach((what, numbers) -> {
            out.println("\n" + what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + ":");
            numbers.forEach(n -> table(out, n));
        });
        metrics(out);
        List<String> told = shown.values().stream()
                .flatMap(List::stream)
                .map(n -> n.shown().id())
                .toList();
        List<String> more = loaded.scenario().outputs().observables().stream()
                .filter(o -> !told.contains(o) && isKnown(record, o))
                .toList();
        if (!more.isEmpty()) {
            out.println("\nIn timecourse.csv too: " + String.join(", ", more));
        }
        notices(out, "Read with care", EnumSet.of(Urgency.CAPTION, Urgency.REMARK), captions);
        out.println("\n" + Purpose.NOTICE);
    }

    /** Whether an observable has a value in some arm. */
    private static boolean isKnown(RunRecord record, String observable) {
        return record.curves().whole(observable).stream()
                .anyMatch(c -> Arrays.stream(c.values()).anyMatch(Double::isFinite));
    }

    /** One observable's numbers; of models that differ only those that have it. */
    private void table(PrintWriter out, KeyNumbers numbers) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(
                List.of(numbers.shown().id() + (numbers.unit().equals("1") ? "" : " (" + numbers.unit() + ")")));
        header.addAll(numbers.times());
        rows.add(header);
        for (KeyNumbers.Row arm : numbers.rows()) {
            if (result.scenario().comparesModels() && arm.values().stream().allMatch(OptionalDouble::isEmpty)) {
                continue;
            }
            List<String> row = new ArrayList<>(List.of("  " + arm.arm()));
            arm.values().forEach(v -> row.add(v.isPresent() ? numbers.text(v.getAsDouble()) : "-"));
            rows.add(row);
        }
        out.println();
        TextTable.print(out, rows);
    }

    /** The metrics that the scenario asks for beyond those of every phase. */
    private void metrics(PrintWriter out) {
        List<MetricRequest> asked = loaded.scenario().outputs().metrics();
        if (asked.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("Asked for"));
        result.arms().forEach(a -> header.add(a.arm().name()));
        rows.add(header);
        for (MetricRequest request : asked) {
            List<Optional<Metric>> values = result.arms().stream()
                    .map(a -> a.metrics().stream()
                            .filter(m -> m.metric().equals(request.metric().id())
                                    && m.observable().equals(request.observable())
                                    && m.window().equals(request.window()))
                            .findFirst())
                    .toList();
            String unit = values.stream()
                    .flatMap(Optional::stream)
                    .map(Metric::unit)
                    .findFirst()
                    .orElse("");
            List<String> row = new ArrayList<>(List.of("  " + request.metric().id() + " of " + request.observable()
                    + ", " + PhaseWords.span(request.window()) + (unit.equals("1") ? "" : " (" + unit + ")")));
            values.forEach(v -> row.add(v.map(m -> Numbers.format(m.value(), DIGITS))
                    .filter(text -> !text.equals("NaN"))
                    .orElse("-")));
            rows.add(row);
        }
        out.println();
        TextTable.print(out, rows);
    }

    /** Notices whose urgency is among some, with the arms that they concern, under a heading; nothing where there are none. */
    private void notices(PrintWriter out, String heading, Set<Urgency> urgencies, Set<String> captions) {
        Map<String, Set<String>> arms = new LinkedHashMap<>();
        for (ArmResult arm : result.arms()) {
            arm.notices().stream()
                    .filter(n -> urgencies.contains(RunRecord.urgency(n, captions)))
                    .forEach(n -> arms.computeIfAbsent(n, k -> new LinkedHashSet<>())
                            .add(arm.arm().name()));
        }
        if (!arms.isEmpty()) {
            out.println("\n" + heading + ":");
        }
        arms.entrySet().stream()
                .sorted(Comparator.comparing(e -> RunRecord.urgency(e.getKey(), captions)))
                .forEach(e -> out.println("- "
                        + (e.getValue().size() == result.arms().size() ? "" : String.join(", ", e.getValue()) + ": ")
                        + EnDash.of(e.getKey())));
    }
}
