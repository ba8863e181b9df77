package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.thiosim.chart.ChartStyle;
import org.thiosim.chart.MeasuredSample;
import org.thiosim.chart.PictureFormat;
import org.thiosim.chart.ResultPanels;
import org.thiosim.chart.TimeCourseChart;
import org.thiosim.chart.TimeCoursePanel;
import org.thiosim.io.LevelsFile;
import org.thiosim.io.LevelsFile.Level;
import org.thiosim.io.Manifest;
import org.thiosim.io.ResultFolder;
import org.thiosim.io.ResultTables;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.io.Setting;
import org.thiosim.simulation.ArmResult;
import org.thiosim.simulation.Scenario;
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
        description = "Simulates a scenario and writes curves, metrics, fluxes, charts and a manifest.",
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
        List<Level> levels = observed == null ? List.of() : LevelsFile.read(observed, loaded.scenario());
        Optional<Sweep> swept = sweep();
        List<Scenario> variants =
                swept.map(s -> s.scenarios(scenario, settings())).orElse(List.of());
        SimulationResult result = Simulator.run(loaded.scenario());
        SortedMap<String, byte[]> files = files(loaded, result, levels);
        swept.ifPresent(s -> files.putAll(s.files(s.run(variants))));
        folder.write(files);
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

    private Optional<Sweep> sweep() {
        try {
            return Optional.ofNullable(sweep).map(Sweep::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static SortedMap<String, byte[]> files(LoadedScenario loaded, SimulationResult result, List<Level> levels) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("timecourse.csv", ResultTables.timeCourse(result));
        files.put("metrics.csv", ResultTables.metrics(result));
        files.put("fluxes.csv", ResultTables.fluxes(result));
        files.put("manifest.json", Manifest.of(loaded, result, Main.Version.text()));
        for (Map.Entry<String, TimeCoursePanel> panel : ResultPanels.of(result).entrySet()) {
            String name = "charts/" + fileName(panel.getKey());
            List<TimeCoursePanel> parts = panel.getValue().split();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.size() == 1 ? name : name + "-" + (i + 1);
                TimeCoursePanel drawn = parts.get(i);
                List<MeasuredSample> samples = samples(drawn, panel.getKey(), levels);
                files.put(part + ".png", TimeCourseChart.draw(drawn, samples, ChartStyle.STANDARD, PictureFormat.PNG));
                files.put(part + ".svg", TimeCourseChart.draw(drawn, samples, ChartStyle.STANDARD, PictureFormat.SVG));
            }
        }
        return files;
    }

    private static List<MeasuredSample> samples(TimeCoursePanel panel, String observable, List<Level> levels) {
        return levels.stream()
                .filter(l -> l.observable().equals(observable))
                .filter(l -> panel.curves().stream().anyMatch(c -> c.arm().equals(l.arm())))
                .map(l -> new MeasuredSample(
                        l.arm(), l.hour(), l.value(), OptionalDouble.empty(), OptionalDouble.empty(), false))
                .toList();
    }

    static String fileName(String observable) {
        return observable
                .replace("/", "-per-")
                .replaceAll("[^A-Za-z0-9.-]+", "-")
                .replaceAll("-$", "");
    }
}
