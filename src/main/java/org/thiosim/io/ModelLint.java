package org.thiosim.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thiosim.io.ModelLibrary.Request;
import org.thiosim.model.Model;
import org.thiosim.model.ModelPart;

/** Checks one model or module file as a scenario would see it. */
public final class ModelLint {
    private ModelLint() {}

    /** What a file without mistakes holds. */
    public record Report(Model model, ModelPart part) {
        /** A line that counts what the file brings. */
        public String summary() {
            return part.header().kind().word() + " '" + part.header().id() + "' with "
                    + count(part.network().species().size(), "species", "species") + ", "
                    + count(part.network().reactions().size(), "reaction", "reactions") + ", "
                    + count(part.network().effects().size(), "effect", "effects") + ", "
                    + count(part.numbers().parameters().size(), "parameter", "parameters") + ", "
                    + count(part.outputs().observables().size(), "observable", "observables")
                    + (model.acts(part)
                            ? ""
                            : "; nothing of it acts, as " + model.id() + " has no reaction by " + enzymes());
        }

        private String enzymes() {
            return part.network().effects().values().stream()
                    .flatMap(e -> e.on().stream())
                    .map(Object::toString)
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        private static String count(int n, String one, String many) {
            return n + " " + (n == 1 ? one : many);
        }
    }

    /**
     * Checks a file; throws an {@link InputException} with every finding.
     *
     * @param host the host that a module is merged into
     * @param modules further modules that are merged
     */
    public static Report check(ModelLibrary library, Path file, String host, List<String> modules) {
        YamlSource source = YamlSource.read(file);
        Findings findings = new Findings();
        Optional<ModelFile.Read> read = ModelFile.read(source, findings);
        findings.throwAny();
        ModelPart part = read.orElseThrow().part();
        Path here = Path.of("").toAbsolutePath();
        Request own = new Request("./" + file.toAbsolutePath().getFileName(), folder(file));
        boolean isHost = part.header().kind() == ModelPart.Kind.MODEL;
        List<Request> requests = new ArrayList<>();
        modules.forEach(m -> requests.add(new Request(m, here)));
        if (!isHost) {
            requests.add(own);
        }
        try {
            return new Report(
                    library.load(isHost ? own : new Request(host, here), requests)
                            .model(),
                    part);
        } catch (IllegalArgumentException e) {
            throw new InputException(file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    }
}
