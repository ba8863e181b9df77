package org.thiosim.cli;

import java.nio.file.Path;
import java.util.List;
import org.thiosim.io.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The scenario of a command and the values that {@code --set} replaces in it. */
final class ScenarioChoice {
    @Parameters(paramLabel = "SCENARIO", description = "The scenario file (YAML).")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Replaces a value of the scenario, for example 'patient.weight=50 kg', or"
                    + " 'population.weight=70 kg' of a cohort; may be repeated.")
    private List<String> set = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ScenarioChoice() {}

    Path file() {
        return file;
    }

    List<Setting> settings() {
        try {
            return set.stream().map(Setting::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
