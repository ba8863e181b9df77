package org.thiosim.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.thiosim.io.Finding;
import org.thiosim.io.InputException;
import org.thiosim.io.Manifest;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ResultFolder;
import org.thiosim.io.ScenarioFile;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.io.YamlSource;
import org.thiosim.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thiosim model compare}: runs several models on one regimen. */
@Command(
        name = "compare",
        description = "Runs several models on one regimen and patient, and says why they differ.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  thiosim model compare thiopurine hawwa-2008 gebhard-2023 --regimen 'mercaptopurine 50 mg/m^2 every 1 d'"
                    + " --patient 'bsa=0.8 m^2' --patient 'weight=20 kg' -o out",
            "  thiosim model compare thiopurine lin-2021 --regimen 'azathioprine 2 mg/kg every 1 d' -o out",
            "%nThe folder also gets scenario.yaml, which 'thiosim run' repeats."
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            arity = "2..*",
            description =
                    "Names in the library, or paths; 'hawwa-2008+allopurinol' adds a module. The first is what the"
                            + " others are compared with.")
    private List<String> models = List.of();

    @Option(
            names = "--regimen",
            paramLabel = "DOSES",
            required = true,
            description =
                    "'DRUG DOSE every TIME', with 'from TIME' and 'until TIME' where needed; may be repeated. Every"
                            + " model must have the drug.")
    private List<String> regimen = List.of();

    @Option(
            names = "--patient",
            paramLabel = "KEY=VALUE",
            description =
                    "Of the patient, for example 'weight=20 kg' or tpmt=intermediate; may be repeated. A model that"
                            + " does not depend on it leaves it out with a notice.")
    private Map<String, String> patient = new LinkedHashMap<>();

    @Option(
            names = "--horizon",
            paramLabel = "TIME",
            defaultValue = "24 wk",
            description = "End of the run (default ${DEFAULT-VALUE}).")
    private String horizon;

    @Option(
            names = "--washout",
            paramLabel = "TIME",
            defaultValue = "8 wk",
            description = "Time without doses at the end, which shows half-lives (default ${DEFAULT-VALUE}).")
    private String washout;

    @Option(
            names = "--parameter-set",
            paramLabel = "NAME",
            description = "For the models that have one of this name, for example all (leukaemia).")
    private @Nullable String parameterSet;

    private static final String MADE = "the scenario that --regimen, --patient and the other options make";

    @Mixin
    private ResultPlace out;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    CompareCommand() {}

    @Override
    public Integer call() {
        ResultFolder folder = ResultFolder.at(out.folder());
        ModelLibrary library = LibraryChoice.library();
        YamlSource source =
                new YamlSource(ResultFolder.SCENARIO, comparison(library).yaml());
        FinishedRun run = FinishedRun.of(read(source, library), Manifest.WhatIf.NONE, List.of(), List.of());
        SortedMap<String, byte[]> files = new TreeMap<>(run.files());
        files.put(ResultFolder.SCENARIO, source.text().getBytes(StandardCharsets.UTF_8));
        folder.write(files);
        PrintWriter printer = spec.commandLine().getOut();
        run.print(printer);
        printer.println("Results in " + out);
        return FinishedRun.isSolved(run.result(), "", spec.commandLine().getErr()) ? 0 : Main.FAILED;
    }

    /** Reads the scenario; its mistakes are those of the options, and no file is there to look at. */
    private LoadedScenario read(YamlSource source, ModelLibrary library) {
        try {
            return ScenarioFile.read(source, out.folder().toAbsolutePath(), library);
        } catch (InputException e) {
            throw new InputException(e.findings().stream()
                    .map(f -> f.file().equals(source.name())
                            ? new Finding(MADE, f.line(), f.column(), f.message(), f.excerpt())
                            : f)
                    .toList());
        }
    }

    private Comparison comparison(ModelLibrary library) {
        try {
            Comparison comparison = new Comparison(
                    models.stream()
                            .map(m -> ComparedModel.of(m, library, out.folder()))
                            .toList(),
                    regimen,
                    patient,
                    Quantity.parse(horizon),
                    Quantity.parse(washout),
                    Optional.ofNullable(parameterSet));
            comparison.checkDrugs();
            return comparison;
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
