package org.thiosim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.thiosim.io.InputException;
import org.thiosim.io.ModelLibrary;
import org.thiosim.io.ResultFolder;
import org.thiosim.io.YamlSource;
import org.thiosim.page.TeachingPage;
import org.thiosim.simulation.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code thiosim page}: the teaching page. */
@Command(
        name = "page",
        description = {
            "Writes the teaching page: one HTML file that solves the model in the browser, without network.",
            Purpose.NOTICE
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {"  thiosim page -o thiopurines.html"})
final class PageCommand implements Callable<Integer> {
    private static final List<String> MODULES = List.of("allopurinol", "neutrophils", "rac1");
    private static final String MARK = "<meta name=\"generator\" content=\"thiosim page\">";
    private static final String WRONG = "teaching/tpmt-makes-tgn.yaml";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description = "The HTML file; a teaching page that is there already is replaced.")
    private Path out;

    @Option(
            names = "--texts",
            paramLabel = "FILE",
            description = "Texts in another language: a translated copy of the page's texts.properties.")
    private Optional<Path> texts = Optional.empty();

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    PageCommand() {}

    @Override
    public Integer call() {
        requirePage();
        ModelLibrary library = LibraryChoice.library();
        List<String> erring = Stream.concat(MODULES.stream(), Stream.of(WRONG)).toList();
        String html = new TeachingPage(
                        library.load("thiopurine", MODULES).model(),
                        library.load("thiopurine", erring).model(),
                        Main.Version.text(),
                        texts.map(this::read).orElseGet(TeachingPage::english))
                .html();
        ResultFolder.writeWhole(out, html);
        long size = html.getBytes(StandardCharsets.UTF_8).length;
        spec.commandLine().getOut().println(out + ": " + Math.round(size / 1000.0) + " kB; open it in a browser");
        return 0;
    }

    /** Refuses to replace a file that is no teaching page, and a folder that is not there. */
    private void requirePage() {
        ResultFolder.requireFile(out);
        Path target = out.toAbsolutePath();
        try {
            if (Files.exists(target)
                    && !Files.readString(target, StandardCharsets.UTF_8).contains(MARK)) {
                throw new InputException(
                        out.toString(), "is there already and no teaching page of thiosim; name another file");
            }
        } catch (IOException e) {
            throw new InputException(out.toString(), "cannot be replaced: it is no teaching page of thiosim");
        }
    }

    private Map<String, String> read(Path file) {
        Map<String, String> read = parsed(file);
        Set<String> missing = new TreeSet<>(TeachingPage.english().keySet());
        missing.removeAll(read.keySet());
        if (!missing.isEmpty()) {
            throw new InputException(file.toString(), "lacks the texts " + String.join(", ", missing));
        }
        return read;
    }

    private static Map<String, String> parsed(Path file) {
        String text = YamlSource.read(file).text();
        try {
            return TeachingPage.texts(text);
        } catch (IllegalArgumentException e) {
            throw new InputException(file.toString(), "cannot be read as properties: " + e.getMessage());
        }
    }
}
