package org.thiosim.cli;

import java.nio.file.Path;
import org.thiosim.io.InputException;
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

    /** The folder named; the working folder is refused, as a folder is replaced whole. */
    Path folder() {
        Path here = Path.of("").toAbsolutePath().normalize();
        if (folder.toAbsolutePath().normalize().equals(here)) {
            throw new InputException(
                    "-o '" + folder + "'",
                    "names the folder you are in, which cannot be replaced; name one in it, such as -o out");
        }
        return folder;
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
