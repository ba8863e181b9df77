package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.thiosim.chart.Chart;
import org.thiosim.chart.ResultCharts;
import org.thiosim.io.Manifest;
import org.thiosim.io.ResultFiles;
import org.thiosim.io.ResultFolder;
import org.thiosim.io.ResultTables;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.io.Setting;
import org.thiosim.report.RunReport;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.RunRecord;
import org.thiosim.simulation.SimulationResult;
import org.thiosim.simulation.Simulator;
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
            "  thiosim run scenarios/single/tpmt-genotypes.yaml -o out --set 'arms.normal.regimen.0.dose=2 mg/kg'"
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

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    RunCommand() {}

    @Override
    public Integer call() {
        ResultFolder folder = ResultFolder.at(out);
        LoadedScenario loaded = ScenarioFile.read(scenario, LibraryChoice.library(), settings());
        SimulationResult result = Simulator.run(loaded.scenario());
        folder.write(files(loaded, result));
        PrintWriter printer = spec.commandLine().getOut();
        new RunSummary(loaded, result).print(printer);
        printer.println("Results in " + out);
        PrintWriter problems = spec.commandLine().getErr();
        for (ArmResult arm : result.arms()) {
            if (!arm.isSuccess()) {
                problems.println("Arm " + arm.arm().name() + " could not be solved: "
                        + arm.outcome().message());
            }
        }
        return result.isSuccess() ? 0 : Main.FAILED;
    }

    private List<Setting> settings() {
        try {
            return set.stream().map(Setting::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static SortedMap<String, byte[]> files(LoadedScenario loaded, SimulationResult result) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("timecourse.csv", ResultTables.timeCourse(result));
        files.put("timecourse-wide.csv", ResultTables.wide(result));
        if (!result.days().isEmpty()) {
            files.put("timecourse-day.csv", ResultTables.days(result));
        }
        files.put("metrics.csv", ResultTables.metrics(result));
        files.put("fluxes.csv", ResultTables.fluxes(result));
        files.put("manifest.json", Manifest.of(loaded, result, Main.Version.text()));
        RunRecord run = ResultFiles.of(files);
        List<Chart> charts = ResultCharts.of(run);
        SortedMap<String, byte[]> pictures = ChartFiles.of(charts);
        String manifest = new String(files.getOrDefault("manifest.json", new byte[0]), StandardCharsets.UTF_8);
        files.putAll(pictures);
        files.put("report.html", RunReport.of(result, run, ChartFiles.svg(charts, pictures), manifest));
        return files;
    }
}
