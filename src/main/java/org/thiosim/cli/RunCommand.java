package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.thiosim.chart.Chart;
import org.thiosim.chart.ResultCharts;
import org.thiosim.io.LevelsFile;
import org.thiosim.io.LevelsFile.Level;
import org.thiosim.io.Manifest;
import org.thiosim.io.Manifest.WhatIf;
import org.thiosim.io.ResultFiles;
import org.thiosim.io.ResultFolder;
import org.thiosim.io.ResultTables;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.io.Setting;
import org.thiosim.io.YamlSource;
import org.thiosim.report.RunReport;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;
import org.thiosim.simulation.SweepPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thiosim run}: simulates the arms of a scenario. */
@Command(
        name = "run",
        description = "Simulates a scenario and writes curves, metrics, fluxes, charts, a report and a manifest.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  thiosim run scenarios/single/allopurinol-interaction.yaml -o out",
            "  thiosim run scenarios/single/single-dose.yaml -o out --set 'patient.bsa=0.8 m^2'",
            "  thiosim run scenarios/single/tpmt-genotypes.yaml -o out --set 'arms.normal.regimen.0.dose=2 mg/kg'",
            "  thiosim run scenarios/single/weekly-pulse.yaml -o out --sweep 'patient.weight=50 kg,70 kg,90 kg'"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", description = "The scenario file (YAML).")
    private Path scenario;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder for the results; replaced when it holds results of thiosim, refused when it holds others.")
    private Path out;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Replaces a value of the scenario, for example 'patient.weight=50 kg'; may be repeated.")
    private List<String> set = List.of();

    @Option(
            names = "--sweep",
            paramLabel = "PATH=V1,V2,…",
            description = "Also runs the scenario with each of these values: sweep.csv and charts, for example"
                    + " 'patient.weight=50 kg,70 kg,90 kg'.")
    private @Nullable String sweep;

    @Option(
            names = "--observed",
            paramLabel = "FILE.csv",
            description = "Draws measured levels on the charts; columns time, observable, value, unit, arm.")
    private @Nullable Path observed;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    RunCommand() {}

    @Override
    public Integer call() {
        ResultFolder folder = ResultFolder.at(out);
        LoadedScenario loaded = ScenarioFile.read(scenario, LibraryChoice.library(), settings());
        Optional<YamlSource> measured = Optional.ofNullable(observed).map(YamlSource::read);
        List<Level> levels =
                measured.map(m -> LevelsFile.read(m, loaded.scenario())).orElse(List.of());
        Optional<Sweep> swept = sweep();
        List<Scenario> variants =
                swept.map(s -> s.scenarios(scenario, settings())).orElse(List.of());
        SimulationResult result = LevelsFile.compared(levels, Simulator.run(loaded.scenario()));
        WhatIf asked = new WhatIf(
                measured,
                swept.map(Sweep::path).orElse(""),
                swept.map(Sweep::values).orElse(List.of()));
        byte[] manifest = Manifest.of(loaded, asked, result, Main.Version.text());
        SortedMap<String, byte[]> files = files(manifest, result, levels);
        List<SweepPoint> points = swept.map(s -> s.run(variants)).orElse(List.of());
        swept.ifPresent(s -> files.putAll(s.files(points)));
        folder.write(files);
        PrintWriter printer = spec.commandLine().getOut();
        new RunSummary(loaded, result).print(printer);
        printer.println("Results in " + out);
        boolean good = solved(result, "");
        for (SweepPoint point : points) {
            good &= solved(point.result(), " at " + point.value());
        }
        return good ? 0 : Main.FAILED;
    }

    /** Whether every arm was solved; says on the error stream which was not and what to try. */
    private boolean solved(SimulationResult result, String where) {
        for (ArmResult arm : result.arms()) {
            if (!arm.isSuccess()) {
                spec.commandLine()
                        .getErr()
                        .println("Arm " + arm.arm().name() + where + " could not be solved: "
                                + arm.outcome().message());
            }
        }
        return result.isSuccess();
    }

    private List<Setting> settings() {
        try {
            return set.stream().map(Setting::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<Sweep> sweep() {
        try {
            return Optional.ofNullable(sweep).map(Sweep::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static SortedMap<String, byte[]> files(byte[] manifest, SimulationResult result, List<Level> levels) {
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
        SortedMap<String, byte[]> pictures = ChartFiles.of(charts);
        files.putAll(pictures);
        files.put(
                "report.html",
                RunReport.of(
                        result, run, ChartFiles.svg(charts, pictures), new String(manifest, StandardCharsets.UTF_8)));
        return files;
    }
}
