package org.thiosim.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.model.Model;
import org.thiosim.qualification.Observation;
import org.thiosim.qualification.Study;
import org.thiosim.simulation.Arm;

/** Reads the sections {@code study} and {@code observations} of a scenario. */
final class StudyReader {
    private static final List<String> CITED = List.of(
            "cite", "authors", "title", "journal", "year", "pmid", "pmcid", "doi", "url", "table", "figure", "note");
    private static final List<String> REMARKS = List.of("note", "assay", "country", "design", "disease", "year");

    private final YamlMap root;
    private final Model model;

    private StudyReader(YamlMap root, Model model) {
        this.root = root;
        this.model = model;
    }

    /** The study of a scenario; empty for a scenario that is none. */
    static Optional<StudySection> read(YamlMap root, Model model, List<Arm> arms, double horizon) {
        if (!root.has("study") && !root.has("observations")) {
            return Optional.empty();
        }
        StudyReader reader = new StudyReader(root, model);
        Optional<YamlMap> section = root.map("study", "'study'");
        boolean cohort =
                section.flatMap(s -> s.text("needs")).filter("cohort"::equals).isPresent();
        Study study = reader.study(section);
        section.ifPresent(YamlMap::done);
        return Optional.of(new StudySection(study, reader.observations(arms, horizon, cohort)));
    }

    private Study study(Optional<YamlMap> section) {
        String id = root.textOr("scenario", "");
        String title = section.flatMap(s -> s.text("title")).orElseGet(() -> root.textOr("title", id));
        section.ifPresent(s -> REMARKS.forEach(s::value));
        List<String> assumptions = new ArrayList<>();
        section.ifPresent(s -> s.items("assumed").forEach(n -> assumption(n, assumptions)));
        root.items("assumed").forEach(n -> assumption(n, assumptions));
        return new Study(
                id,
                title,
                section.flatMap(s -> s.text("set")).orElse("unspecified"),
                section.map(StudyReader::source).orElse(""),
                section.flatMap(s -> s.text("population")).orElse(""),
                section.flatMap(s -> s.parsed("n", StudyReader::count))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                assumptions);
    }

    private void assumption(Node node, List<String> assumptions) {
        if (node instanceof ScalarNode scalar) {
            assumptions.add(scalar.getValue().strip());
        } else {
            root.findings().add(node, "'assumed' is a text or a list of texts");
        }
    }

    private static int count(String text) {
        try {
            int n = Integer.parseInt(text);
            if (n > 0) {
                return n;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number of people is a whole number, found '" + text + "'", e);
        }
        throw new IllegalArgumentException("a number of people is at least 1, found '" + text + "'");
    }

    /** A citation in one line; {@code source} is a text or has the keys cite, pmid, doi and the like. */
    private static String source(YamlMap section) {
        Optional<Node> node = section.value("source");
        if (node.isPresent() && node.get() instanceof ScalarNode text) {
            return text.getValue().strip();
        }
        Optional<YamlMap> map = node.flatMap(n -> YamlMap.asMap(n, "the source of a study", section.findings()));
        List<String> parts = new ArrayList<>();
        map.ifPresent(m -> {
            CITED.forEach(k -> m.text(k).ifPresent(t -> parts.add(k.equals("cite") ? t : label(k) + t)));
            m.done();
        });
        if (parts.isEmpty()) {
            section.lacks("a study needs a 'source', for example {pmid: 23252716} or {doi: …} or {cite: …}", "source");
        }
        return String.join(", ", parts);
    }

    private static String label(String key) {
        return switch (key) {
            case "pmid" -> "PMID ";
            case "doi" -> "doi:";
            default -> "";
        };
    }

    private List<Observation> observations(List<Arm> arms, double horizon, boolean cohort) {
        List<Observation> read = new ArrayList<>();
        ObservationReader.Setting setting = new ObservationReader.Setting(
                model, arms.stream().map(Arm::name).toList(), horizon, cohort);
        List<ObservationReader.Read> all = new ArrayList<>();
        for (Node item : root.items("observations")) {
            YamlMap.asMap(item, "an observation", root.findings())
                    .ifPresent(m -> all.addAll(new ObservationReader(m, setting).read()));
        }
        all.forEach(r -> r.resolved(all).ifPresent(read::add));
        return read;
    }
}
