package org.thiosim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.thiosim.io.ModelLibrary;

/** The model library in use: the checkout's, where the launcher names one, else the one inside the program. */
final class LibraryChoice {
    private LibraryChoice() {}

    static ModelLibrary library() {
        String home = System.getProperty("thiosim.home", "");
        Path models = Path.of(home).resolve("models");
        return !home.isEmpty() && Files.isDirectory(models) ? ModelLibrary.in(models) : ModelLibrary.builtIn();
    }
}
