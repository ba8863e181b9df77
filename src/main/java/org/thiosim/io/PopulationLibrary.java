package org.thiosim.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.thiosim.units.Suggestion;

/**
 * The population files that come with the program, and the way to those of a user.
 *
 * <p>A name such as {@code european-ibd} is a file of the library; a name with a slash or ending in {@code .yaml} is a
 * path, relative to the scenario that names it.
 */
public final class PopulationLibrary {
    private final Path root;

    private PopulationLibrary(Path root) {
        this.root = root;
    }

    /** The library in a folder {@code populations}. */
    public static PopulationLibrary in(Path populations) {
        return new PopulationLibrary(populations);
    }

    /** The library inside the program. */
    public static PopulationLibrary builtIn() {
        return new PopulationLibrary(BuiltIn.folder("scenarios").resolve("populations"));
    }

    /** Whether a name is a path of the user. */
    static boolean isPath(String name) {
        return name.contains("/") || name.endsWith(".yaml");
    }

    /** The text of a population file. */
    YamlSource find(String name, Path folder) {
        if (isPath(name)) {
            return YamlSource.read(folder.resolve(name).normalize());
        }
        Path file = root.resolve(name + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no population named '" + name + "' in the library"
                    + Suggestion.nearest(name, names())
                            .map(s -> "; did you mean '" + s + "'?")
                            .orElse("; it holds " + String.join(", ", names())
                                    + "; a file of your own is named by its path"));
        }
        return new YamlSource(
                "populations/" + name + ".yaml", YamlSource.read(file).text());
    }

    /** The text of a growth chart of the library. */
    String chart(String name) {
        Path file = root.resolve(name + ".csv");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "no growth chart named '" + name + "' in the library; it holds cdc-2000");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The populations of the library. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".yaml"))
                    .map(f -> f.substring(0, f.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
