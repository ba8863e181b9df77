package org.thiosim.io;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thiosim.model.Known;
import org.thiosim.model.Provenance;

/** Reads how a number is known and where it comes from; a number without either is refused. */
final class ProvenanceReader {
    private static final Map<String, Known> WORDS = words();

    private final Set<String> sources;

    ProvenanceReader(Set<String> sources) {
        this.sources = sources;
    }

    private static Map<String, Known> words() {
        Map<String, Known> words = new LinkedHashMap<>();
        Arrays.stream(Known.values()).forEach(k -> words.put(k.word(), k));
        return words;
    }

    /** The keys {@code known}, {@code source} and {@code note} of an entry that holds a number. */
    Provenance read(YamlMap map) {
        if (!map.has("known")) {
            map.lacks("a number needs 'known': one of " + String.join(", ", WORDS.keySet()), "known");
        }
        Known known = map.choice("known", "status", WORDS).orElse(Known.UNVERIFIED);
        if (!map.has("source")) {
            map.lacks("a number needs 'source': an id from 'sources'", "source");
        }
        return new Provenance(known, sources(map), map.textOr("note", ""));
    }

    /** The key {@code source} alone, where the entry holds a fact rather than an uncertain number. */
    Provenance fact(YamlMap map) {
        Known known = map.choice("known", "status", WORDS).orElse(Known.LITERATURE);
        return new Provenance(known, sources(map), map.textOr("note", ""));
    }

    List<String> sources(YamlMap map) {
        List<String> found = map.words("source");
        found.stream()
                .filter(s -> !sources.contains(s))
                .forEach(s -> map.flaw("source", "unknown source '" + s + "'" + YamlMap.suggestion(s, sources)));
        return found;
    }
}
