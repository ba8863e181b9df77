package org.thiosim.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.PopulationLibrary;
import org.thiosim.io.StudyFile;

/** The model library in use: the checkout's, where the launcher names one, else the one inside the program. */
final class LibraryChoice {
    private LibraryChoice() {}

    static ModelLibrary library() {
        String home = System.getProperty("thiosim.home", "");
        Path models = Path.of(home).resolve("models");
        return !home.isEmpty() && Files.isDirectory(models) ? ModelLibrary.in(models) : ModelLibrary.builtIn();
    }

    /** The populations in use, chosen like the models. */
    static PopulationLibrary populations() {
        String home = System.getProperty("thiosim.home", "");
        Path populations = Path.of(home).resolve("scenarios").resolve("populations");
        return !home.isEmpty() && Files.isDirectory(populations)
                ? PopulationLibrary.in(populations)
                : PopulationLibrary.builtIn();
    }

    /** The study files named, or those that come with the program where none are. */
    static List<Path> studies(List<Path> places) {
        if (!places.isEmpty()) {
            return places.stream()
                    .flatMap(p -> StudyFile.files(p).stream())
                    .distinct()
                    .toList();
        }
        String home = System.getProperty("thiosim.home", "");
        Path studies = Path.of(home).resolve("scenarios").resolve("studies");
        return !home.isEmpty() && Files.isDirectory(studies) ? StudyFile.files(studies) : StudyFile.builtIn();
    }
}
