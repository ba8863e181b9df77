package org.thiosim.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.thiosim.io.YamlMap.Entry;
import org.thiosim.model.ModelPart;
import org.thiosim.model.ModelPart.Header;
import org.thiosim.model.ModelPart.Kind;
import org.thiosim.model.Source;

/** Reads one model or module file; what it says is checked against its host by {@link ModelLibrary}. */
final class ModelFile {
    private static final Map<String, Kind> MODULE_KINDS =
            Map.of("interaction", Kind.INTERACTION, "effect", Kind.EFFECT);

    private final YamlMap root;
    private final YamlSource file;

    private ModelFile(YamlSource file, MappingNode node, Findings findings) {
        this.file = file;
        this.root = new YamlMap(node, "a model file", findings);
    }

    /** A file's content and the nodes that its ids stand at. */
    record Read(ModelPart part, MappingNode root) {}

    static Optional<Read> read(YamlSource file, Findings findings) {
        MappingNode node = file.root(findings);
        return new ModelFile(file, node, findings).part().map(p -> new Read(p, node));
    }

    private Optional<ModelPart> part() {
        Optional<Header> header = header();
        Map<String, Source> sources = root.entries("sources", "source", this::source);
        ProvenanceReader provenance = new ProvenanceReader(sources.keySet());
        ModelPart.Inputs inputs = new InputsReader(root, provenance).read();
        NetworkReader network = new NetworkReader(root, provenance);
        ModelPart.Network net = network.read();
        ModelPart.Numbers numbers = new NumbersReader(root, provenance).read();
        ModelPart.Outputs outputs = new OutputsReader(root, net, provenance).read();
        root.value("published");
        root.done();
        return header.map(h -> new ModelPart(h, file.name(), sources, inputs, net, numbers, outputs));
    }

    private Optional<Header> header() {
        boolean host = root.has("model");
        Optional<String> id = host ? root.required("model") : root.required("module");
        Optional<Kind> kind = host ? Optional.of(Kind.MODEL) : moduleKind();
        String title = root.required("title").orElse("");
        List<String> needs = root.words("needs");
        String population = root.textOr("population", "");
        List<String> limits = root.texts("limits");
        return id.flatMap(i -> kind.map(k -> new Header(i, k, title, needs, population, limits)));
    }

    private Optional<Kind> moduleKind() {
        if (!root.has("kind")) {
            root.flaw("a module needs 'kind: interaction' or 'kind: effect'; a host model starts with 'model: NAME'");
        }
        return root.choice("kind", MODULE_KINDS);
    }

    private Optional<Source> source(Entry entry) {
        YamlMap map = entry.map();
        return map.required("cite").map(cite -> new Source(entry.id(), cite, map.text("doi"), map.text("pmid")));
    }
}
