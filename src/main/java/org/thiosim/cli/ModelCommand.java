package org.thiosim.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code thiosim model}: what the models say. */
@Command(name = "model", description = "Lists, shows and checks models and modules.", mixinStandardHelpOptions = true)
final class ModelCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    ModelCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say list, show or check");
    }
}
