package org.thiosim.io;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.thiosim.cohort.Phenotypes;
import org.thiosim.dosing.Regimen;
import org.thiosim.genetics.Gene;
import org.thiosim.genetics.Phenotype;
import org.thiosim.model.Model;

/**
 * Reads an arm of a cohort for patients of one pair of phenotypes: a regimen, or {@code by-phenotype} with the regimens of
 * several.
 */
final class CohortArmReader {
    private static final String OTHERWISE = "otherwise";
    private static final Set<String> ENTRIES = entries();

    private final String name;
    private final Model model;
    private final Findings findings;

    CohortArmReader(String name, Model model, Findings findings) {
        this.name = name;
        this.model = model;
        this.findings = findings;
    }

    Optional<Regimen> read(Node node, Phenotypes phenotypes, Recipient recipient) {
        RegimenReader reader = new RegimenReader(model, recipient, findings);
        if (node instanceof SequenceNode) {
            return reader.read(node);
        }
        return YamlMap.asMap(node, "arm '" + name + "'", findings).flatMap(map -> {
            map.text("title");
            map.value("assumed");
            if (!map.has("regimen") && !map.has("by-phenotype")) {
                map.lacks(
                        "an arm needs 'regimen', or 'by-phenotype' with one for each phenotype",
                        "regimen",
                        "by-phenotype");
            }
            if (map.has("regimen") && map.has("by-phenotype")) {
                map.flaw("regimen", "'regimen' and 'by-phenotype' exclude each other; one for the rest is 'otherwise'");
            }
            Optional<Node> own = map.has("by-phenotype")
                    ? map.map("by-phenotype", "'by-phenotype'").flatMap(m -> choose(m, phenotypes))
                    : map.value("regimen");
            map.value("by-phenotype");
            map.value("regimen");
            map.done();
            return own.flatMap(reader::read);
        });
    }

    /** Every entry of one gene that there is. */
    private static Set<String> entries() {
        Set<String> entries = new TreeSet<>(Set.of(OTHERWISE));
        for (Gene gene : Gene.values()) {
            for (Phenotype phenotype : Phenotype.values()) {
                entries.add(gene + " " + phenotype.word());
            }
        }
        return entries;
    }

    /** Reports the parts of a key that are no phenotype; whether it has none. */
    private boolean isKnown(YamlMap map, String key) {
        List<String> unknown = Arrays.stream(key.split(",", -1))
                .map(String::strip)
                .filter(p -> !ENTRIES.contains(p))
                .toList();
        unknown.forEach(p -> findings.add(
                map.keyNode(key), "unknown phenotype '" + p + "' in 'by-phenotype'" + YamlMap.suggestion(p, ENTRIES)));
        return unknown.isEmpty();
    }

    /** The first entry that fits, such as {@code TPMT poor}, else {@code otherwise}. */
    private Optional<Node> choose(YamlMap map, Phenotypes phenotypes) {
        if (map.keys().stream().filter(k -> !isKnown(map, k)).count() > 0) {
            return Optional.empty();
        }
        for (String key : map.keys()) {
            if (!key.equals(OTHERWISE) && phenotypes.fit(key)) {
                return map.value(key);
            }
        }
        Optional<Node> rest = map.value(OTHERWISE);
        if (rest.isEmpty()) {
            map.flaw("'by-phenotype' has no regimen for " + phenotypes + "; add '" + OTHERWISE + "'");
        }
        return rest;
    }
}
