package org.thiosim.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.thiosim.genetics.GeneticData;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;
import org.thiosim.units.Suggestion;

/**
 * The model files that come with the program, and the way to those of a user.
 *
 * <p>A name such as {@code allopurinol} is a file of the library, whose name is its id; a name with a slash or ending in
 * {@code .yaml} is a path, relative to the file that names it.
 */
public final class ModelLibrary {
    private static final List<String> FOLDERS = List.of("", "interactions", "effects");

    private final Path root;

    private ModelLibrary(Path root) {
        this.root = root;
    }

    /** The library in a folder {@code models}. */
    public static ModelLibrary in(Path models) {
        return new ModelLibrary(models);
    }

    /** The library inside the program. */
    public static ModelLibrary builtIn() {
        return new ModelLibrary(BuiltIn.folder("models"));
    }

    /** The tables of genetics: those beside the models, else the program's own; read when they are first asked for. */
    public Supplier<GeneticData> genetics() {
        return genetics(f -> {});
    }

    /** The tables of genetics as above; every file that is read is told of. */
    Supplier<GeneticData> genetics(Consumer<YamlSource> files) {
        Path folder = root.resolve("genetics");
        AtomicReference<Optional<GeneticData>> read = new AtomicReference<>(Optional.empty());
        return () -> read.updateAndGet(d -> d.isPresent() ? d : Optional.of(geneticTables(folder, files)))
                .orElseThrow();
    }

    private static GeneticData geneticTables(Path folder, Consumer<YamlSource> files) {
        return Files.isDirectory(folder) ? GeneticTables.in(folder, files) : GeneticTables.builtIn(files);
    }

    /** Where a model or module is asked for. */
    public record Request(String name, Path folder) {
        boolean isPath() {
            return name.contains("/") || name.endsWith(".yaml");
        }
    }

    /** A file of the library. */
    public record Entry(String id, ModelPart part) {}

    /** Every readable file of the library, hosts first. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files()) {
            Findings findings = new Findings();
            ModelFile.read(source(file), findings)
                    .ifPresent(r -> entries.add(new Entry(r.part().header().id(), r.part())));
            findings.throwAny();
        }
        return entries;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path place = folder.isEmpty() ? root : root.resolve(folder);
            if (Files.isDirectory(place)) {
                try (Stream<Path> list = Files.list(place)) {
                    list.filter(f -> f.getFileName().toString().endsWith(".yaml"))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    /** The text of a model file; the findings name what is known where there is none of that name. */
    YamlSource find(Request request) {
        if (request.isPath()) {
            return YamlSource.read(request.folder().resolve(request.name()).normalize());
        }
        return FOLDERS.stream()
                .map(f -> (f.isEmpty() ? root : root.resolve(f)).resolve(request.name() + ".yaml"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(this::source)
                .orElseThrow(() -> new IllegalArgumentException(unknown(request.name())));
    }

    private String unknown(String name) {
        List<String> names = files().stream()
                .map(f -> f.getFileName().toString().replace(".yaml", ""))
                .toList();
        return "no model or module named '" + name + "' in the library"
                + Suggestion.nearest(name, names)
                        .map(s -> "; did you mean '" + s + "'?")
                        .orElse("; it holds " + String.join(", ", names) + "; a file of your own is named by its path");
    }

    private YamlSource source(Path file) {
        YamlSource read = YamlSource.read(file);
        return new YamlSource("models/" + root.relativize(file).toString().replace('\\', '/'), read.text());
    }

    /** Reads a host and its modules and merges them; throws every mistake of all the files at once. */
    public LoadedModel load(Request host, List<Request> modules) {
        return ModelLoader.load(this, host, modules);
    }

    /** Reads a host and modules of this library by name, or by path within its folder. */
    public LoadedModel load(String host, List<String> modules) {
        return load(
                new Request(host, root),
                modules.stream().map(m -> new Request(m, root)).toList());
    }

    /**
     * A merged model and the text of its files.
     *
     * @param model without flaws
     */
    public record LoadedModel(Model model, List<YamlSource> files) {
        public LoadedModel {
            files = List.copyOf(files);
        }
    }
}
