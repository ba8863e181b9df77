package org.thiosim.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.thiosim.io.ModelLibrary.LoadedModel;
import org.thiosim.io.ModelLibrary.Request;
import org.thiosim.model.Flaw;
import org.thiosim.model.Model;
import org.thiosim.model.ModelCheck;
import org.thiosim.model.ModelPart;

/** Reads the files of one model, adds the modules that others need, merges and checks them. */
final class ModelLoader {
    private final ModelLibrary library;
    private final Findings findings = new Findings();
    private final List<YamlSource> files = new ArrayList<>();
    private final List<MappingNode> roots = new ArrayList<>();
    private final Set<String> loaded = new LinkedHashSet<>();

    private ModelLoader(ModelLibrary library) {
        this.library = library;
    }

    static LoadedModel load(ModelLibrary library, Request host, List<Request> modules) {
        return new ModelLoader(library).load(host, modules);
    }

    private LoadedModel load(Request host, List<Request> requests) {
        Optional<ModelPart> base = read(host);
        List<ModelPart> modules = new ArrayList<>();
        requests.forEach(r -> add(r, host.name(), modules));
        findings.throwAny();
        ModelPart part = base.orElseThrow();
        requireKind(part, true);
        modules.forEach(m -> requireKind(m, false));
        findings.throwAny();
        Model model = Model.of(part, modules);
        ModelCheck.flaws(model).forEach(this::report);
        findings.throwAny();
        return new LoadedModel(model, files);
    }

    private void add(Request request, String host, List<ModelPart> modules) {
        if (request.name().equals(host)) {
            throw new IllegalArgumentException("'" + host + "' is the host model; 'with' takes modules");
        }
        read(request).ifPresent(part -> {
            for (String need : part.header().needs()) {
                if (!loaded.contains(need)) {
                    add(new Request(need, request.folder()), host, modules);
                }
            }
            modules.add(part);
        });
    }

    private Optional<ModelPart> read(Request request) {
        YamlSource file = library.find(request);
        Optional<ModelFile.Read> read = ModelFile.read(file, findings);
        if (read.map(r -> loaded.add(r.part().header().id())).orElse(true)) {
            files.add(file);
            read.ifPresent(r -> roots.add(r.root()));
            return read.map(ModelFile.Read::part);
        }
        return Optional.empty();
    }

    private void requireKind(ModelPart part, boolean host) {
        if (host != (part.header().kind() == ModelPart.Kind.MODEL)) {
            findings.add(
                    part.file(),
                    host
                            ? "is a module; a scenario's 'model' needs a host model, modules go under 'with'"
                            : "is a host model; 'with' takes modules");
        }
    }

    private void report(Flaw flaw) {
        FlawPlace.find(roots, flaw)
                .ifPresentOrElse(
                        node -> findings.add(node, flaw.message()),
                        () -> findings.add(
                                files.get(0).name(), flaw.section() + "." + flaw.id() + ": " + flaw.message()));
    }
}
