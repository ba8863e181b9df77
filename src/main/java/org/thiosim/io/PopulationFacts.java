package org.thiosim.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.thiosim.cohort.Population.Fact;
import org.thiosim.model.Provenance;
import org.thiosim.units.Numbers;
import org.thiosim.units.Quantity;
import org.thiosim.units.Unit;

/**
 * The sections of a population while they are read: those of the scenario stand over those of the population file. Every
 * number of a file says how it is known and where it comes from.
 */
final class PopulationFacts {
    private static final int DIGITS = 6;

    private final List<YamlMap> layers;
    private final ProvenanceReader provenance;
    private final Map<String, String> citations;
    private final List<Fact> facts = new ArrayList<>();

    /** @param layers the first stands over the later ones */
    PopulationFacts(List<YamlMap> layers) {
        this.layers = List.copyOf(layers);
        this.citations = new LinkedHashMap<>();
        layers.forEach(l -> l.entries(
                        "sources",
                        "source",
                        e -> e.map().required("cite").map(c -> {
                            e.map().text("pmid");
                            e.map().text("doi");
                            return c;
                        }))
                .forEach(citations::putIfAbsent));
        this.provenance = new ProvenanceReader(citations.keySet());
    }

    List<Fact> facts() {
        return facts;
    }

    Findings findings() {
        return layers.get(0).findings();
    }

    /** The layer that a key is taken from. */
    Optional<YamlMap> holder(String key) {
        layers.forEach(l -> l.value(key));
        return layers.stream().filter(l -> l.has(key)).findFirst();
    }

    void flaw(String message) {
        layers.get(0).flaw(message);
    }

    void lacks(String message, String... keys) {
        layers.get(0).lacks(message, keys);
    }

    /** A section that must be there: a mapping, or a single value where everyone is alike. */
    Optional<Section> section(String key) {
        Optional<YamlMap> holder = holder(key);
        if (holder.isEmpty()) {
            lacks("a population needs '" + key + "'", key);
            return Optional.empty();
        }
        return optional(key);
    }

    Optional<Section> optional(String key) {
        return holder(key).flatMap(map -> {
            Node node = map.value(key).orElseThrow();
            if (node instanceof MappingNode) {
                return map.map(key, "'" + key + "'").map(m -> new Section(key, Optional.of(m), map));
            }
            if (node instanceof ScalarNode scalar) {
                facts.add(new Fact(key, scalar.getValue().strip(), "stated", "the scenario"));
                return Optional.of(new Section(key, Optional.empty(), map));
            }
            map.flaw(key, "'" + key + "' is a mapping, or a single value where everyone is alike");
            return Optional.empty();
        });
    }

    /** Notes a number of a list with its source. */
    void note(String name, String value, YamlMap map) {
        Provenance from = provenance.read(map);
        facts.add(new Fact(name, value, from.known().word(), cited(from)));
    }

    /** What a constructor makes; what it refuses becomes a finding at a key. */
    <T> Optional<T> attempt(String key, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException e) {
            String message = Optional.ofNullable(e.getMessage()).orElse("");
            holder(key).ifPresentOrElse(m -> m.flaw(key, message), () -> flaw(message));
            return Optional.empty();
        }
    }

    /** The mappings of a list. */
    List<YamlMap> maps(String key, String what) {
        List<YamlMap> maps = new ArrayList<>();
        holder(key).ifPresent(holder -> {
            for (Node item : holder.items(key)) {
                if (item instanceof MappingNode) {
                    YamlMap.asMap(item, what, holder.findings()).ifPresent(maps::add);
                } else {
                    holder.findings().add(item, what + " must be a mapping of keys and values");
                }
            }
        });
        return maps;
    }

    /** A share from 0 to 1 that must stand there; 0 together with a finding. */
    static double share(YamlMap map, String key) {
        map.require(key);
        double value = map.quantity(key)
                .filter(q -> q.dimension().isNone())
                .map(Quantity::canonical)
                .orElse(Double.NaN);
        if (!(value >= 0 && value <= 1)) {
            map.flaw(key, "'" + key + "' is a share from 0 % to 100 %");
            return 0;
        }
        return value;
    }

    static String percent(double share) {
        return Numbers.format(100 * share, DIGITS) + " %";
    }

    private String cited(Provenance from) {
        String sources =
                from.sources().stream().map(s -> citations.getOrDefault(s, s)).collect(Collectors.joining("; "));
        return from.note().isEmpty() ? sources : sources + " (" + from.note() + ")";
    }

    /** One section. */
    final class Section {
        private final String key;
        private final Optional<YamlMap> map;
        private final YamlMap holder;

        private Section(String key, Optional<YamlMap> map, YamlMap holder) {
            this.key = key;
            this.map = map;
            this.holder = holder;
        }

        /** Everyone's value, where the section is a single value; not a number together with a finding. */
        OptionalDouble same(Unit unit) {
            return map.isPresent()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(holder.quantity(key)
                            .map(q -> in(q, unit, holder, key))
                            .orElse(OptionalDouble.empty())
                            .orElse(Double.NaN));
        }

        double need(String name, Unit unit) {
            if (map.isEmpty() || !map.get().has(name)) {
                map.ifPresentOrElse(
                        m -> m.lacks("'" + key + "' needs '" + name + "'", name),
                        () -> holder.flaw(key, "'" + key + "' needs '" + name + "'"));
                return Double.NaN;
            }
            return get(name, unit).orElse(Double.NaN);
        }

        boolean has(String name) {
            return map.filter(m -> m.has(name)).isPresent();
        }

        OptionalDouble get(String name, Unit unit) {
            return map.flatMap(m -> m.quantity(name).map(q -> in(q, unit, m, name)))
                    .orElse(OptionalDouble.empty());
        }

        /** The section itself, where it is a single value. */
        Optional<String> word() {
            return map.isPresent() ? Optional.empty() : holder.text(key);
        }

        Optional<String> word(String name) {
            return map.flatMap(m -> m.text(name));
        }

        private OptionalDouble in(Quantity quantity, Unit unit, YamlMap place, String name) {
            if (!quantity.dimension().equals(unit.dimension())) {
                place.flaw(name, "'" + name + "' is in " + unit.text() + ", found " + quantity);
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(unit.fromCanonical(quantity.canonical()));
        }

        void flaw(String message) {
            holder.flaw(key, message);
        }

        /** Ends the section: notes its numbers with their source. */
        void done(String value) {
            map.ifPresent(m -> {
                note(key, value, m);
                m.done();
            });
        }
    }
}
