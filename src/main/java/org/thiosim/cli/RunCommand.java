package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.thiosim.chart.SweepPanel;
import org.thiosim.io.LevelsFile;
import org.thiosim.io.LevelsFile.Level;
import org.thiosim.io.Manifest.WhatIf;
import org.thiosim.io.ResultFolder;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.io.SweepTable;
import org.thiosim.io.YamlSource;
import org.thiosim.simulation.Scenario;
import org.thiosim.simulation.SweepPoint;
import org.thiosim.units.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "  thiosim run scenarios/single/weekly-pulse.yaml -o out --sweep 'patient.weight=50 kg,70 kg,90 kg'",
            "  thiosim run scenarios/single/stopping.yaml -o out --sweep 'patient.tpmt=normal,intermediate' --at '4 wk'"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ScenarioChoice scenario;

    @Mixin
    private ResultPlace out;

    @Option(
            names = "--sweep",
            paramLabel = "PATH=V1,V2,…",
            description = "Also runs the scenario with each of these values: sweep.csv and charts, for example"
                    + " 'patient.weight=50 kg,70 kg,90 kg'.")
    private @Nullable String sweep;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "When a sweep is read, for example '20 wk'; without it at the end of the fullest treatment: of"
                            + " the last phase in which the arms together take the most repeated drugs.")
    private @Nullable String at;

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
        ResultFolder folder = ResultFolder.at(out.folder());
        LoadedScenario loaded = ScenarioFile.read(scenario.file(), LibraryChoice.library(), scenario.settings());
        Optional<YamlSource> measured = Optional.ofNullable(observed).map(YamlSource::read);
        List<Level> levels =
                measured.map(m -> LevelsFile.read(m, loaded.scenario())).orElse(List.of());
        Optional<Sweep> swept = sweep();
        List<Scenario> variants = swept.map(s -> s.scenarios(scenario.file(), scenario.settings()))
                .orElse(List.of());
        WhatIf asked = new WhatIf(
                measured,
                swept.map(Sweep::path).orElse(""),
                swept.map(Sweep::values).orElse(List.of()),
                swept.map(s -> readAt(s, variants)).orElse(List.of()));
        List<SweepPoint> points = swept.map(s -> s.run(variants)).orElse(List.of());
        List<SweepPanel> panels = swept.map(s -> s.panels(points)).orElse(List.of());
        FinishedRun run = FinishedRun.of(loaded, asked, levels, panels);
        SortedMap<String, byte[]> files = new TreeMap<>(run.files());
        swept.ifPresent(s -> files.put("sweep.csv", SweepTable.of(points)));
        folder.write(files);
        PrintWriter printer = spec.commandLine().getOut();
        run.print(printer);
        swept.ifPresent(s -> printer.println("Sweep of " + s.path() + " in sweep.csv: "
                + SweepWords.of(points, false)
                + (at == null ? " (another time: --at '4 wk')" : "")));
        printer.println("Results in " + out);
        PrintWriter err = spec.commandLine().getErr();
        boolean good = FinishedRun.isSolved(run.result(), "", err);
        for (SweepPoint point : points) {
            good &= FinishedRun.isSolved(point.result(), " at " + point.value(), err);
        }
        return good ? 0 : Main.FAILED;
    }

    private Optional<Sweep> sweep() {
        if (sweep == null && at != null) {
            throw misuse(new IllegalArgumentException("--at says when a sweep is read; give --sweep PATH=V1,V2,… too"));
        }
        try {
            return Optional.ofNullable(sweep).map(s -> Sweep.parse(s, Optional.ofNullable(at)));
        } catch (IllegalArgumentException e) {
            throw misuse(e);
        }
    }

    /** When each value of a sweep is read, once where all are read at the same time. */
    private List<String> readAt(Sweep swept, List<Scenario> variants) {
        try {
            return swept.readings(variants).stream()
                    .map(r -> Clock.words(r.hour()))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            throw misuse(e);
        }
    }

    private ParameterException misuse(IllegalArgumentException e) {
        return new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
}
