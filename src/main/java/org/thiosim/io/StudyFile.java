package org.thiosim.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.thiosim.io.ScenarioFile.LoadedScenario;
import org.thiosim.qualification.StudyCase;

/** Reads published studies: scenario files with the sections {@code study} and {@code observations}. */
public final class StudyFile {
    private static final String ENDING = ".yaml";

    private StudyFile() {}

    /** A study and the files it was made from. */
    public record LoadedStudy(StudyCase study, LoadedScenario loaded) {}

    /** Reads one study; throws an {@link InputException} with every mistake found. */
    public static LoadedStudy read(Path path, ModelLibrary library) {
        LoadedScenario loaded = ScenarioFile.read(path, library, List.of());
        StudySection section = loaded.study()
                .filter(s -> !s.observations().isEmpty())
                .orElseThrow(() -> new InputException(
                        path.toString(),
                        "has no 'observations', so there is nothing to compare; see scenarios/studies/README.md"));
        return new LoadedStudy(new StudyCase(section.study(), loaded.scenario(), section.observations()), loaded);
    }

    /** The study files that a file or folder names: the file itself, or every YAML file below the folder, sorted. */
    public static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> tree = Files.walk(place)) {
            List<Path> files = new ArrayList<>(tree.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(ENDING) || f.toString().endsWith(".yml"))
                    .sorted()
                    .toList());
            if (files.isEmpty()) {
                throw new InputException(place.toString(), "holds no study (*.yaml)");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The studies that come with the program. */
    public static List<Path> builtIn() {
        return files(BuiltIn.folder("scenarios").resolve("studies"));
    }
}
