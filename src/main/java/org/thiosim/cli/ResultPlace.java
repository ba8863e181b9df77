package org.thiosim.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code -o} of commands that make a folder of results. */
final class ResultPlace {
    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description =
                    "Folder for the results; replaced when it holds results of thiosim, refused when it holds others.")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ResultPlace() {}

    Path folder() {
        return folder;
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
