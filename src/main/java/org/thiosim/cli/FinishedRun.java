package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thiosim.chart.Chart;
import org.thiosim.chart.ResultCharts;
import org.thiosim.chart.SweepChart;
import org.thiosim.chart.SweepPanel;
import org.thiosim.io.LevelsFile;
import org.thiosim.io.LevelsFile.Level;
import org.thiosim.io.Manifest;
import org.thiosim.io.Manifest.WhatIf;
import org.thiosim.io.ResultFiles;
import org.thiosim.io.ResultTables;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.report.RunReport;
import org.thiosim.report.SweepSection;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;

/**
 * A scenario that was run and the files of its folder: tables, manifest, charts and report.
 *
 * @param files content by path within the folder
 */
record FinishedRun(LoadedScenario loaded, SimulationResult result, SortedMap<String, byte[]> files) {
    FinishedRun {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Runs a scenario.
     *
     * @param asked what was asked for beside it
     * @param levels measured in a patient, drawn on the charts
     * @param panels of a sweep
     */
    static FinishedRun of(LoadedScenario loaded, WhatIf asked, List<Level> levels, List<SweepPanel> panels) {
        SimulationResult result = LevelsFile.compared(levels, withAdded(loaded, Simulator.run(loaded.scenario())));
        byte[] manifest = Manifest.of(loaded, asked, result, Main.Version.text());
        return new FinishedRun(loaded, result, files(manifest, result, levels, panels));
    }

    /** The result with a notice of each module that was added without being named. */
    private static SimulationResult withAdded(LoadedScenario loaded, SimulationResult result) {
        List<String> notices = loaded.added().entrySet().stream()
                .map(e -> "Module " + e.getKey() + " added " + e.getValue() + "; name it under 'with' to state it")
                .toList();
        return result.with(
                result.arms().stream().collect(Collectors.toMap(a -> a.arm().name(), a -> notices)));
    }

    private static SortedMap<String, byte[]> files(
            byte[] manifest, SimulationResult result, List<Level> levels, List<SweepPanel> panels) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("timecourse.csv", ResultTables.timeCourse(result));
        files.put("timecourse-wide.csv", ResultTables.wide(result));
        if (!result.days().isEmpty()) {
            files.put("timecourse-day.csv", ResultTables.days(result));
        }
        files.put("metrics.csv", ResultTables.metrics(result));
        files.put("fluxes.csv", ResultTables.fluxes(result));
        files.put("manifest.json", manifest);
        if (!levels.isEmpty()) {
            files.put("observed.csv", LevelsFile.table(levels));
        }
        RunRecord run = ResultFiles.of(files);
        List<Chart> charts = ResultCharts.of(run);
        List<Chart> swept = panels.stream().map(SweepChart::of).toList();
        SortedMap<String, byte[]> pictures =
                ChartFiles.of(Stream.concat(charts.stream(), swept.stream()).toList());
        files.putAll(pictures);
        files.put(
                "report.html",
                RunReport.of(
                        result,
                        run,
                        ChartFiles.svg(charts, pictures),
                        new SweepSection(panels, ChartFiles.svg(swept, pictures)),
                        new String(manifest, StandardCharsets.UTF_8)));
        return files;
    }

    /** The values at the end of each phase and the notices that go with them. */
    void print(PrintWriter out) {
        new RunSummary(loaded, result).print(out);
    }

    /** Whether every arm was solved; says which was not, and what to try. */
    static boolean isSolved(SimulationResult result, String where, PrintWriter err) {
        for (ArmResult arm : result.arms()) {
            if (!arm.isSuccess()) {
                err.println("Arm " + arm.arm().name() + where + " could not be solved: "
                        + arm.outcome().message());
            }
        }
        return result.isSuccess();
    }
}
